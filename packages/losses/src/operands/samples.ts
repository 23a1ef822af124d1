import { isTensor, type Tensor } from "@outgrad/engine";
import {
  type ClassIndices,
  type ClassOptions,
  checkClass,
  type IgnoringOptions,
  weightsError,
  weightsOf,
} from "./classes.js";
import { isRow, shownShape } from "./lists.js";
import { constantLike, isElsewhere, isRecorded } from "./operand.js";

/** The classes of samples, for scores of one shape. */
export interface Samples {
  /** Of scores, that of each sample's class. */
  pick(scores: Tensor): Tensor;
  /** Of logits, the log probability of each sample's class. */
  pickLogSoftmax(logits: Tensor): Tensor;
  /** 1 where the class is the sample's, for multiplying scores. */
  onehot(): Tensor;
  /** 1 for each sample that counts, 0 for one that is ignored; undefined if all count. */
  readonly kept: Tensor | undefined;
  /** The weight of each sample's class, 0 where ignored; undefined without weights. */
  readonly weights: Tensor | undefined;
  /** The sum of the weights of the samples; undefined if that is their number. */
  readonly total: Tensor | number | undefined;
  /** The weight of each class, for multiplying scores. */
  readonly classWeights: Tensor | undefined;
}

/** Reads the classes of samples, of scores whose classes are in `dim`; throws for what does not fit. */
export function samplesOf(
  where: string,
  scores: Tensor,
  dim: number,
  targets: ClassIndices,
  options: IgnoringOptions,
  ignoreIndex?: number,
): Samples {
  const shape = (scores.shape as readonly number[]).toSpliced(dim, 1);
  const found = isTensor(targets) ? (targets.shape as readonly number[]) : shapeOf(targets);
  if (shownShape(found) !== shownShape(shape)) {
    throw new RangeError(
      `${where}: the shape is ${shownShape(scores.shape)}, so the targets must be ${shownShape(shape)}, got ${shownShape(found)}.`,
    );
  }
  if (isRecorded() || isElsewhere(targets)) return unseen(where, scores, dim, targets, options, ignoreIndex);
  const classes = scores.shape[dim] as number;
  const given = isTensor(targets) ? targets.data : flat(targets, shape);
  const checked = Array.from(given as ArrayLike<unknown>, (x) => checkClass(where, x, classes, ignoreIndex));
  if (isElsewhere(options.weight)) {
    return unseen(where, scores, dim, constantLike(scores, checked, shape), options, ignoreIndex);
  }
  const weights = weightsOf(where, options, classes);
  const ignores = ignoreIndex !== undefined && checked.includes(ignoreIndex);
  const indices = ignores ? checked.map((index) => (index === ignoreIndex ? 0 : index)) : checked;
  const own =
    weights || ignores
      ? checked.map((index, i) =>
          index === ignoreIndex ? 0 : ((weights?.[indices[i] as number] ?? 1) as number),
        )
      : undefined;
  const constant = (numbers: ArrayLike<number>) => constantLike(scores, numbers, shape);
  // Indices are not rounded: a single holds those up to 2 ** 24.
  const index = constantLike(
    classes <= 2 ** 24 ? scores : scores.newFull([], 0).to("float64"),
    indices,
    shape,
  );
  return {
    ...along(scores, dim, index),
    kept: ignores ? constant(checked.map((x) => Number(x !== ignoreIndex))) : undefined,
    weights: weights && constant(own as number[]),
    total: own?.reduce((sum, weight) => sum + weight, 0),
    classWeights: classWeightsOf(where, scores, dim, options),
  };
}

/**
 * The same from ops alone, so that a compiled function may have the targets as an argument, and a GPU those that it keeps:
 * nothing is looked at.
 */
function unseen(
  where: string,
  scores: Tensor,
  dim: number,
  targets: ClassIndices,
  options: IgnoringOptions,
  ignoreIndex?: number,
): Samples {
  if (!isTensor(targets)) {
    throw new TypeError(
      `${where}: while compile records, class indices must be a Tensor; tensor(...) makes one.`,
    );
  }
  const classWeights = classWeightsOf(where, scores, dim, options);
  const kept = ignoreIndex === undefined ? undefined : targets.ne(ignoreIndex).to(scores.dtype);
  const index = kept ? targets.where(kept, 0) : targets;
  const { shape, size } = index;
  const own = classWeights
    ?.reshape([-1])
    .gather(0, index.reshape([size]))
    .reshape(shape as number[]);
  const weights = own && kept ? own.mul(kept) : own;
  return {
    ...along(scores, dim, index),
    kept,
    weights,
    total: (weights ?? kept)?.sum(),
    classWeights,
  };
}

/** The weight of each class, for multiplying scores. */
export function classWeightsOf(
  where: string,
  scores: Tensor,
  dim: number,
  options: ClassOptions,
): Tensor | undefined {
  const { weight } = options;
  const shape = broadcasting(scores, dim);
  const classes = scores.shape[dim] as number;
  if (!isRecorded() && !isElsewhere(weight)) {
    const weights = weightsOf(where, options, classes);
    return weights && constantLike(scores, weights, shape);
  }
  if (weight === undefined) return undefined;
  if (isTensor(weight)) {
    if (weight.shape.length !== 1 || weight.size !== classes) throw weightsError(where, classes, weight);
    return weight.to(scores.dtype).reshape(shape);
  }
  throw new TypeError(`${where}: while compile records, weight must be a Tensor; tensor(...) makes one.`);
}

const along = (
  scores: Tensor,
  dim: number,
  index: Tensor,
): Pick<Samples, "pick" | "pickLogSoftmax" | "onehot"> => ({
  pick: (from) => from.gather(dim, index.unsqueeze(dim)).reshape(index.shape as number[]),
  pickLogSoftmax: (logits) => logits.logSoftmaxAt(dim, index),
  onehot: () => {
    const classes = broadcasting(scores, dim);
    const numbers = index.newFull(classes, 1).reshape([-1]).cumsum(0).sub(1).reshape(classes);
    return index.unsqueeze(dim).eq(numbers).to(scores.dtype);
  },
});

/** The shape of one number per class that broadcasts to scores. */
const broadcasting = ({ shape }: Tensor, dim: number): number[] =>
  shape.slice(dim).map((size, i) => (i === 0 ? size : 1));

type List = Exclude<ClassIndices, Tensor>;

const shapeOf = (nested: List): number[] =>
  isRow(nested) ? [nested.length, ...(nested.length > 0 ? shapeOf(nested[0] as List) : [])] : [];

/** The entries of nested lists of one shape; undefined among them where they are ragged. */
function flat(nested: List, shape: readonly number[]): unknown[] {
  const read = (found: unknown, depth: number): unknown[] => {
    if (depth === shape.length) return [isRow(found) ? undefined : found];
    if (!isRow(found) || found.length !== shape[depth]) return [undefined];
    return Array.from(found as ArrayLike<unknown>, (each) => read(each, depth + 1)).flat();
  };
  return read(nested, 0);
}

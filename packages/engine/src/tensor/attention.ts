import { describe } from "../describe.js";
import { isForgetting } from "../mode.js";
import { checkOptions } from "../options.js";
import type { Random } from "../random.js";
import { tensor } from "./create.js";
import { homeOf } from "./home.js";
import { broadcast, type Shape, sameShape, show } from "./shape.js";
import { where } from "./shape-ops/choose.js";
import { checkTensor } from "./spatial.js";
import { Tensor } from "./tensor.js";

/** Nested arrays of booleans. */
export type NestedBooleans = boolean | readonly NestedBooleans[];

/** Options of scaledDotProductAttention. */
export interface AttentionOptions {
  /**
   * Who may look at whom, in a shape that broadcasts to [..., l, s]: booleans, true for those who may, or a Tensor that
   * is added to the scores. `where(condition, 0, -Infinity)` makes one of a comparison.
   */
  readonly mask?: Tensor | NestedBooleans | undefined;
  /** Whether query i sees only keys 0 to i; false if absent. */
  readonly isCausal?: boolean;
  /** What the products are multiplied by; 1 / sqrt(e) if absent. */
  readonly scale?: number;
  /** The probability that a weight is dropped, 0 if absent; the numbers come from `random`. */
  readonly dropout?: number;
  readonly random?: Random | undefined;
}

/**
 * softmax(scale query keyᵀ + mask) value: for each query the mean of the values, weighed by how well their keys match.
 * query is [..., l, e], key [..., s, e], value [..., s, d], the result [..., l, d]; dims before the last two broadcast.
 * torch's scaled_dot_product_attention. A query that may look at nobody gets 0, and no gradient.
 *
 * @example
 * const x = tensor([[1, 0], [0, 1]]);
 * scaledDotProductAttention(x, x, x, { isCausal: true }).at(0).toArray() // => [1, 0]
 *
 * @throws RangeError if the shapes do not fit together, naming them; TypeError for dropout without random numbers.
 */
export function scaledDotProductAttention(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  options: AttentionOptions = {},
): Tensor {
  checkOptions(name, options, ["mask", "isCausal", "scale", "dropout", "random"]);
  const [features, shape] = checkShapes(query, key, value);
  const { isCausal = false, scale = 1 / Math.sqrt(features), dropout = 0, random } = options;
  if (typeof isCausal !== "boolean") {
    throw new TypeError(`${name}: expected true or false as isCausal, got ${String(isCausal)}.`);
  }
  if (!Number.isFinite(scale)) {
    throw new RangeError(`${name}: expected a finite number as scale, got ${String(scale)}.`);
  }
  if (dropout !== 0 && random === undefined) {
    throw new TypeError(`${name}: dropout needs random numbers, such as random: random(1).`);
  }
  if (dropout === 0 && options.mask === undefined) {
    const attended = attendWithout(query, key, value, { scale, isCausal });
    if (attended) return attended;
  }
  const scores = query.mul(scale).matmul(key.transpose() as never) as Tensor;
  const mask = maskOf(query, shape, options.mask, isCausal);
  const attend = (scores: Tensor): Tensor => {
    const weights = scores.softmax(-1);
    return (dropout === 0 ? weights : weights.dropout(dropout, random as Random)).matmul(value as never);
  };
  if (mask === undefined) return attend(scores);
  if (options.mask === undefined || shape.at(-1) === 0) return attend(scores.add(mask));
  // A query that sees nobody would divide 0 by 0: it sees all, and its result does not count.
  const most = mask.shape.length === 0 ? mask.detach() : mask.detach().amax(-1, true);
  const sees = most.ne(Number.NEGATIVE_INFINITY);
  return attend(scores.add(mask.where(sees, 0))).where(sees, 0);
}

const name = "scaledDotProductAttention";

/** The result where nobody will ask for a gradient and the backend has a way of its own. */
function attendWithout(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  options: { readonly scale: number; readonly isCausal: boolean },
): Tensor | undefined {
  if (!isForgetting() && (query.needsGrad || key.needsGrad || value.needsGrad)) return undefined;
  const [q, k, v] = [query.numbers, key.numbers, value.numbers];
  const home = homeOf(q) ?? homeOf(k) ?? homeOf(v);
  const found = home?.attend?.(q, k, v, options);
  return found && new Tensor(found);
}

/** The number of features, and the shape of the scores. */
function checkShapes(query: Tensor, key: Tensor, value: Tensor): readonly [number, Shape] {
  for (const [word, found] of Object.entries({ query, key, value })) {
    checkTensor(name, word, found);
    if (found.shape.length < 2) {
      throw new RangeError(`${name}: expected a ${word} of shape [..., l, e], got ${show(found.shape)}.`);
    }
  }
  const [features, keys] = [query.shape.at(-1) as number, key.shape.at(-2) as number];
  if (key.shape.at(-1) !== features) {
    throw new RangeError(
      `${name}: query ${show(query.shape)} and key ${show(key.shape)} differ in dim -1, their features.`,
    );
  }
  if (value.shape.at(-2) !== keys) {
    throw new RangeError(
      `${name}: key ${show(key.shape)} and value ${show(value.shape)} differ in dim -2, their number.`,
    );
  }
  const batch = broadcast(`${name}, batch`, query.shape.slice(0, -2), key.shape.slice(0, -2));
  broadcast(`${name}, batch`, batch, value.shape.slice(0, -2));
  return [features, [...batch, query.shape.at(-2) as number, keys]];
}

/** What is added to the scores, -Infinity for those who must not look. */
function maskOf(
  like: Tensor,
  shape: Shape,
  mask: Tensor | NestedBooleans | undefined,
  isCausal: boolean,
): Tensor | undefined {
  const given = mask === undefined ? undefined : toAdd(like, mask);
  if (given && !sameShape(broadcast(`${name}, mask`, given.shape, shape), shape)) {
    throw new RangeError(
      `${name}: a mask of ${show(given.shape)} does not broadcast to the scores ${show(shape)}.`,
    );
  }
  if (!isCausal) return given;
  const earlier = like.newFull(shape.slice(-2) as number[], 1).tril();
  return where(earlier, given ?? like.newFull([], 0), Number.NEGATIVE_INFINITY);
}

function toAdd(like: Tensor, mask: Tensor | NestedBooleans): Tensor {
  if (mask instanceof Tensor) return mask.to(like.dtype);
  const numbers = (found: NestedBooleans): never => {
    if (Array.isArray(found)) return found.map(numbers) as never;
    if (typeof found === "boolean") return Number(found) as never;
    throw new TypeError(`${name}: a mask is a Tensor or holds true and false, got ${describe(found)}.`);
  };
  const allowed = tensor(numbers(mask), { dtype: like.dtype }) as Tensor;
  return where(allowed, like.newFull([], 0), Number.NEGATIVE_INFINITY);
}

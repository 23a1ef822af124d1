import { gradients, sum, Tensor, tensor, type Value, value } from "@outgrad/engine";
import { expect } from "vitest";
import golden from "../golden/losses.json" with { type: "json" };
import * as source from "../src/index.js";

export type Nested = number | string | Nested[];

/** One of PyTorch's answers. */
export interface Answer {
  loss: Nested;
  gradients: (Nested | null)[];
}
/** A call of a loss, and PyTorch's answers under each reduction. */
export interface Case {
  loss: string;
  arguments: Nested[];
  options: Record<string, unknown>;
  mean: Answer;
  sum: Answer;
  none: Answer;
  batchmean?: Answer;
}

export const cases = golden.cases as unknown as Case[];

/** A loss by its name, whatever its arguments. */
export const lossOf = (name: string) => losses.get(name) as (...args: unknown[]) => unknown;
const losses = new Map<string, unknown>(Object.entries(source));
/** The names of all losses. */
export const lossNames = [...losses.keys()].filter((name) => !name.endsWith("oftmax")).sort();

/** The numbers of nested lists, where a text is an infinity or NaN. */
export const flat = (nested: Nested): number[] =>
  [nested].flat(9).map((x) => (typeof x === "string" ? Number(x.replace("inf", "Infinity")) : (x as number)));

export const shapeOf = (nested: Nested): number[] =>
  Array.isArray(nested) ? [nested.length, ...shapeOf(nested[0] as Nested)] : [];

/** Expects numbers that differ by less than `tolerance` times the greatest. */
export function expectNear(found: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expect(found).toHaveLength(expected.length);
  const size = Math.max(0, ...expected.filter(Number.isFinite).map(Math.abs));
  expected.forEach((x, i) => {
    const error = Object.is(x, found[i]) ? 0 : Math.abs((found[i] as number) - x);
    if (Number.isNaN(x)) expect(found[i]).toBeNaN();
    else expect(error, `${found[i]} for ${x} at ${i}`).toBeLessThanOrEqual(tolerance * size);
  });
}

const elementwiseWeights = ["bce", "bceWithLogits"];

/** What the loss and its gradients are over Tensors, as flat lists. */
export function overTensors(example: Case, reduction: string, dtype: "float64" | "float32") {
  const { gradients: expected } = example[reduction as "mean"];
  const args = example.arguments.map((argument, i) => {
    if (expected[i] === null && !isLabel(example, i)) return argument;
    return tensor(flat(argument), { shape: shapeOf(argument), dtype, requiresGrad: expected[i] !== null });
  });
  const options = optionsOf(example, reduction, (weight) =>
    elementwiseWeights.includes(example.loss)
      ? tensor(flat(weight), { shape: shapeOf(weight), dtype })
      : weight,
  );
  const loss = lossOf(example.loss)(...args, options) as Tensor;
  const leaves = args.filter((arg): arg is Tensor => arg instanceof Tensor && arg.requiresGrad);
  const cotangent = tensor(linspace(loss.size), { shape: loss.shape as number[], dtype });
  const grads = gradients(loss, leaves, { cotangent });
  return { loss, gradients: grads.map((grad) => grad as Tensor) };
}

/** The same over Values; rows at most. */
export function overValues(example: Case, reduction: string) {
  const leaves: Value[][] = [];
  const { gradients: expected } = example[reduction as "mean"];
  const args = example.arguments.map((argument, i) => {
    if (expected[i] === null) return argument;
    const own: Value[] = [];
    leaves.push(own);
    const leaf = (x: Nested): unknown => {
      if (Array.isArray(x)) return x.map(leaf);
      own.push(value(x as number));
      return own.at(-1);
    };
    return leaf(argument);
  });
  const found = lossOf(example.loss)(
    ...args,
    optionsOf(example, reduction, (weight) => weight),
  );
  const list = [found].flat() as Value[];
  const weights = linspace(list.length);
  sum(list.map((loss, i) => loss.mul(weights[i] as number))).backward();
  return { loss: list.map((v) => v.data), gradients: leaves.map((own) => own.map((leaf) => leaf.grad)) };
}

const isLabel = ({ loss }: Case, i: number): boolean =>
  (["hingeEmbedding", "maxMargin"].includes(loss) && i === 1) || (loss === "cosineEmbedding" && i === 2);

function optionsOf(
  { options }: Case,
  reduction: string,
  weight: (found: Nested) => unknown,
): Record<string, unknown> {
  const entries = Object.entries(options).map(([name, option]) => {
    if (Array.isArray(option)) return [name, weight(option)];
    return [name, typeof option === "string" ? flat(option)[0] : option];
  });
  return { reduction, ...Object.fromEntries(entries) };
}

const linspace = (n: number): number[] => Array.from({ length: n }, (_, i) => 1 + (n > 1 ? i / (n - 1) : 0));

import { anyOf } from "../text/expected.js";
import { found } from "../text/found.js";
import type { Graph, Output, Vertex } from "./graph.js";

/**
 * How much one card stands for: one value; a neuron, which is a weighted sum of inputs plus a bias and then at most
 * one activation; a layer of neurons, for all samples at once; or what a function of a value says: values that it
 * gives the same name stand on one card, those that it gives none keep their own.
 */
export type GroupBy = GroupLevel | ((node: Vertex) => string | undefined);

/** The levels that a reader can choose from. */
export type GroupLevel = "value" | "neuron" | "layer";

const levels: readonly GroupLevel[] = ["value", "neuron", "layer"];

/** @throws RangeError for what is neither a level nor a function. */
export function checkGroup(called: string, given: unknown) {
  if (given === undefined || typeof given === "function" || levels.some((level) => level === given)) return;
  throw new RangeError(
    `${called}: group is ${anyOf(levels)}, or a function of a value; got ${found(given)}.`,
  );
}

/** Whether some vertices stand for many values. */
export function isGrouped({ nodes }: Graph): boolean {
  return nodes.some(({ group }) => group !== undefined);
}

/** A group of several outputs shows the mean of their data, and the length of the vector of their gradients. */
export function summary(outputs: readonly Output[]): { readonly data: number; readonly grad: number } {
  const [only] = outputs;
  if (only !== undefined && outputs.length === 1) return { data: only.data, grad: only.grad };
  let [data, squares] = [0, 0];
  for (const output of outputs) {
    data += output.data;
    squares += output.grad * output.grad;
  }
  return { data: data / outputs.length, grad: Math.sqrt(squares) };
}

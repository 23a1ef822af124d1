import { anyOf } from "../text/expected.js";
import { found } from "../text/found.js";
import type { Graph, Vertex } from "./trace.js";

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

/** What a vertex of a grouped graph stands for. */
export interface Group {
  /** "values" is what lies around the neurons of a net, such as its loss, or what a function put together. */
  readonly kind: "neuron" | "layer" | "inputs" | "values";
  /** What it computes, in a few signs: `Σwx + b → tanh`; of values how many they are. */
  readonly computes: string;
  /** The ids of the values that it stands for, parameters and constants among them, in the order of creation. */
  readonly members: readonly number[];
  /** Those of them that are used outside, or are the result. */
  readonly outputs: readonly Output[];
  /** Between which numbers an output can lie, if it cannot be any number. */
  readonly range?: readonly [low: number, high: number];
}

/** A value that a group gives to others. */
export interface Output {
  readonly id: number;
  readonly data: number;
  readonly grad: number;
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

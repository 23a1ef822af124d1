import type { Tensor } from "@outgrad/engine";
import { checkSize } from "../check.js";
import { checkFlag } from "../optim/range.js";
import { shown } from "../shown.js";
import { type LayerOptions, layerOptions } from "./options.js";
import { Weights } from "./weights.js";

/** Options of the recurrent cells. */
export interface RecurrentOptions extends LayerOptions {
  /** Whether biases are added, one to the input's share and one to the hidden state's; true by default. */
  readonly bias?: boolean;
}

/** Options of `RNNCell`. */
export interface RNNOptions extends RecurrentOptions {
  /** "tanh" by default. */
  readonly nonlinearity?: "tanh" | "relu";
}

/** Their names. */
export const recurrentOptions = ["bias", ...layerOptions] as const;

/** The nonlinearity that was given. */
export function checkNonlinearity(where: string, found: "tanh" | "relu" = "tanh"): "tanh" | "relu" {
  if (found === "tanh" || found === "relu") return found;
  throw new TypeError(`${where}: nonlinearity is "tanh" or "relu"; got ${shown(found)}.`);
}

/** Weights and biases for the input and for the hidden state, all in ±1 / √hiddenSize. */
export function makeWeights(
  where: string,
  gates: number,
  inputSize: number,
  hiddenSize: number,
  options: RecurrentOptions,
): [Tensor, Tensor, Tensor | undefined, Tensor | undefined] {
  checkSize(where, "inputSize is the number of inputs", inputSize);
  checkSize(where, "hiddenSize is the number of numbers that are remembered", hiddenSize);
  const { bias = true } = options;
  checkFlag(`${where}: bias`, bias);
  const weights = new Weights(where, options);
  const bound = 1 / Math.sqrt(hiddenSize);
  const all = gates * hiddenSize;
  const [weightIh, weightHh] = [
    weights.uniform([all, inputSize], bound),
    weights.uniform([all, hiddenSize], bound),
  ];
  if (!bias) return [weightIh, weightHh, undefined, undefined];
  return [weightIh, weightHh, weights.uniform([all], bound), weights.uniform([all], bound)];
}

/** Sizes, and options that are not usual. */
export function shownRecurrent(
  inputSize: number,
  hiddenSize: number,
  { bias, batchFirst = false }: { readonly bias: boolean; readonly batchFirst?: boolean },
): string {
  return `${inputSize}, ${hiddenSize}${bias ? "" : ", bias=false"}${batchFirst ? ", batchFirst=true" : ""}`;
}

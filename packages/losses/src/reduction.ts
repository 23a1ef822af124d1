import { mean, sum, type Tensor, type Value } from "@outgrad/engine";
import { shown } from "./operands/lists.js";

/** What becomes of the losses: their mean, their sum, or all of them. */
export type Reduction = "mean" | "sum" | "none";

/** Options of every loss. */
export interface LossOptions<R extends string = Reduction> {
  /** "mean" by default. */
  reduction?: R;
}

/** A list of Values for "none", else one Value. */
export type Reduced<R extends string> = R extends "none" ? Value[] : Value;

/** A Tensor of all losses for "none", else one of a single number. */
export type ReducedTensor<R extends string, Losses extends Tensor = Tensor> = R extends "none"
  ? Losses
  : Tensor<[]>;

/** The reduction asked for, checked; `where` names the loss. */
export function reductionOf(where: string, { reduction = "mean" }: LossOptions<string>): Reduction {
  if (["mean", "sum", "none"].includes(reduction)) return reduction as Reduction;
  throw new TypeError(`${where}: reduction is "mean", "sum" or "none"; got ${shown(reduction)}.`);
}

/** Applies a reduction to at least one loss, or to a Tensor of any number of them. */
export function reduced(losses: Value[] | Tensor, reduction: Reduction): Value[] | Value | Tensor {
  if (reduction === "none") return losses;
  if (Array.isArray(losses)) return reduction === "sum" ? sum(losses) : mean(losses);
  return reduction === "sum" ? losses.sum() : losses.mean();
}

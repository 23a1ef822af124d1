import { mean, sum, type Value } from "@outgrad/engine";
import { shown } from "./lists.js";

/** What becomes of the losses of the samples: their mean, their sum, or a list of all. */
export type Reduction = "mean" | "sum" | "none";

/** Options of every loss. */
export interface LossOptions<R extends Reduction = Reduction> {
  /** "mean" by default. */
  reduction?: R;
}

/** A list of Values for "none", else one Value. */
export type Reduced<R extends Reduction> = R extends "none" ? Value[] : Value;

/** The reduction asked for, checked; `where` names the loss. */
export function reductionOf<R extends Reduction>(where: string, options: LossOptions<R>): R {
  const { reduction = "mean" as R } = options;
  if (!["mean", "sum", "none"].includes(reduction)) {
    throw new TypeError(`${where}: reduction is "mean", "sum" or "none"; got ${shown(reduction)}.`);
  }
  return reduction;
}

/** Applies a reduction to at least one loss. */
export function reduced<R extends Reduction>(losses: Value[], reduction: R): Reduced<R> {
  if (reduction === "none") return losses as Reduced<R>;
  return (reduction === "sum" ? sum(losses) : mean(losses)) as Reduced<R>;
}

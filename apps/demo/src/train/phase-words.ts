import { count, format } from "../format.ts";
import type { Bug } from "./config.ts";
import type { Report } from "./report.ts";

/** What a sub-step has changed. */
export function phaseSentence(
  {
    phase,
    batch,
    batchLoss,
    lr,
    step,
    gradient,
  }: Pick<Report, "phase" | "batch" | "batchLoss" | "lr" | "step" | "gradient">,
  weights: number,
  bug: Bug,
): string {
  const samples = batch.length === 1 ? "1 sample" : `${batch.length} samples`;
  switch (phase) {
    case "forward":
      return `Forward: the mean loss of the batch of ${samples} is ${format(batchLoss ?? Number.NaN, 4)}; no weight and no gradient has changed.`;
    case "backward":
      return `Backward: ${count(weights)} gradients are filled; all together they have the length ${format(gradient, 3)}. The weights stand still.`;
    case "update":
      return `Update ${count(step)}: every weight has moved ${bug === "wrongSign" ? "along" : "against"} its gradient; the learning rate is now ${format(lr, 3)}. The gradients are still there.`;
    case "zero":
      return bug === "forgetZeroGrad"
        ? `Zero is forgotten: the gradients, of length ${format(gradient, 3)}, stay, and the next ones are added to them.`
        : "Zero: all gradients are 0 again, or the next ones would be added to them.";
  }
}

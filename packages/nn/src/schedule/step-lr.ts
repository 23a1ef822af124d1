import { checkSize } from "../check.js";
import { required } from "../completed.js";
import { checkRange } from "../optim/range.js";
import { Schedule, type Scheduled } from "./schedule.js";

/** Options of `StepLR`. */
export interface StepLROptions {
  /** After how many steps the lr falls, an integer >= 1. */
  stepSize: number;
  /** What it is multiplied by, >= 0; 0.1 by default. */
  gamma?: number;
}

/**
 * Multiplies the lr by gamma every stepSize steps; torch.optim.lr_scheduler.StepLR.
 *
 * @example
 * const optimizer = new SGD([value(1)], { lr: 1 });
 * const schedule = new StepLR(optimizer, { stepSize: 2, gamma: 0.5 });
 * const lrs = Array.from({ length: 5 }, () => {
 *   const { lr } = optimizer;
 *   schedule.step();
 *   return lr;
 * });
 * lrs // => [ 1, 1, 0.5, 0.5, 0.25 ]
 */
export class StepLR extends Schedule<Required<StepLROptions>> {
  constructor(optimizer: Scheduled, options: StepLROptions) {
    super("StepLR", optimizer, options, { stepSize: required, gamma: 0.1 });
  }

  protected check({ stepSize, gamma }: Required<StepLROptions>): void {
    checkSize("StepLR", "stepSize is the number of steps between two lrs", stepSize);
    checkRange("StepLR: gamma", gamma, 0);
  }

  protected next(epoch: number, lr: number): number {
    return epoch % this.options.stepSize === 0 ? lr * this.options.gamma : lr;
  }
}

import { required } from "../completed.js";
import { checkRange } from "../optim/range.js";
import { Schedule, type Scheduled } from "./schedule.js";

/** Options of `ExponentialLR`. */
export interface ExponentialLROptions {
  /** What the lr is multiplied by, >= 0. */
  gamma: number;
}

/** Multiplies the lr by gamma at every step; torch.optim.lr_scheduler.ExponentialLR. */
export class ExponentialLR extends Schedule<ExponentialLROptions> {
  constructor(optimizer: Scheduled, options: ExponentialLROptions) {
    super("ExponentialLR", optimizer, options, { gamma: required });
  }

  protected check({ gamma }: ExponentialLROptions): void {
    checkRange("ExponentialLR: gamma", gamma, 0);
  }

  protected next(_: number, lr: number): number {
    return lr * this.options.gamma;
  }
}

import { checkSize } from "../check.js";
import { checkRange } from "../optim/range.js";
import { Schedule, type Scheduled } from "./schedule.js";

/** Options of `LinearLR`. */
export interface LinearLROptions {
  /** The first lr, as a part of the optimiser's, in (0, 1]; 1/3 by default. */
  startFactor?: number;
  /** The last lr, as a part of the optimiser's, in [0, 1]; 1 by default. */
  endFactor?: number;
  /** How many steps lead from the first to the last, an integer >= 1; 5 by default. */
  totalIters?: number;
}

/**
 * Warm-up: the lr goes in equal steps from startFactor to endFactor times the optimiser's, and stays there;
 * torch.optim.lr_scheduler.LinearLR. A startFactor of 0 is refused: each lr is a multiple of the one before.
 */
export class LinearLR extends Schedule<Required<LinearLROptions>> {
  constructor(optimizer: Scheduled, options: LinearLROptions = {}) {
    super("LinearLR", optimizer, options, { startFactor: 1 / 3, endFactor: 1, totalIters: 5 });
    this.set(this.baseLr * this.options.startFactor);
  }

  protected check({ startFactor, endFactor, totalIters }: Required<LinearLROptions>): void {
    if (startFactor === 0) {
      throw new RangeError(
        "LinearLR: startFactor is above 0, since each lr is a multiple of the one before; got 0.",
      );
    }
    checkRange("LinearLR: startFactor", startFactor, 0, 1, "closed");
    checkRange("LinearLR: endFactor", endFactor, 0, 1, "closed");
    checkSize("LinearLR", "totalIters is the number of steps to the last lr", totalIters);
  }

  protected next(epoch: number, lr: number): number {
    const { startFactor, endFactor, totalIters } = this.options;
    if (epoch > totalIters) return lr;
    const rise = endFactor - startFactor;
    return lr * (1 + rise / (totalIters * startFactor + (epoch - 1) * rise));
  }
}

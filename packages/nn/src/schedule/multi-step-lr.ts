import { pow } from "@outgrad/ops/intrinsics";
import { required } from "../completed.js";
import { checkRange } from "../optim/range.js";
import { shown } from "../shown.js";
import { Schedule, type Scheduled } from "./schedule.js";

/** Options of `MultiStepLR`. */
export interface MultiStepLROptions {
  /** Before which steps, counted from 0, the lr falls: integers >= 0 in any order; one that stands twice acts twice. */
  milestones: readonly number[];
  /** What it is multiplied by, >= 0; 0.1 by default. */
  gamma?: number;
}

/** Multiplies the lr by gamma at each milestone, 0 being the first step; torch.optim.lr_scheduler.MultiStepLR. */
export class MultiStepLR extends Schedule<Required<MultiStepLROptions>> {
  constructor(optimizer: Scheduled, options: MultiStepLROptions) {
    super("MultiStepLR", optimizer, options, { milestones: required, gamma: 0.1 });
    this.set(this.next(0, this.baseLr));
  }

  protected check({ milestones, gamma }: Required<MultiStepLROptions>): void {
    if (
      !Array.isArray(milestones) ||
      !milestones.every((epoch) => Number.isSafeInteger(epoch) && epoch >= 0)
    ) {
      throw new RangeError(`MultiStepLR: milestones is a list of integers >= 0; got ${shown(milestones)}.`);
    }
    checkRange("MultiStepLR: gamma", gamma, 0);
  }

  protected next(epoch: number, lr: number): number {
    const { milestones, gamma } = this.options;
    const times = milestones.filter((milestone) => milestone === epoch).length;
    return times === 0 ? lr : lr * pow(gamma, times);
  }
}

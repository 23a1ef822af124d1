import { cos } from "@outgrad/ops/intrinsics";
import { checkSize } from "../check.js";
import { required } from "../completed.js";
import { checkRange } from "../optim/range.js";
import { Schedule, type Scheduled } from "./schedule.js";

/** Options of `CosineAnnealingLR`. */
export interface CosineAnnealingLROptions {
  /** After how many steps the lr is lowest, an integer >= 1. */
  tMax: number;
  /** The lowest lr; 0 by default. */
  etaMin?: number;
}

/**
 * The lr follows half a cosine down to etaMin in tMax steps: etaMin + (lr₀ - etaMin) (1 + cos(π t / tMax)) / 2
 * (Loshchilov and Hutter 2017, arXiv:1608.03983, without restarts); torch.optim.lr_scheduler.CosineAnnealingLR.
 *
 * As there, it rises again after tMax steps, and each lr is computed from the one before, which adds rounding: with
 * etaMin 0 it agrees with the formula to 1e-12 of lr₀ in the first tMax steps, for tMax up to 1,000. PyTorch's lrs differ
 * by up to 5e-15 of each, because its cos is the C library's.
 */
export class CosineAnnealingLR extends Schedule<Required<CosineAnnealingLROptions>> {
  constructor(optimizer: Scheduled, options: CosineAnnealingLROptions) {
    super("CosineAnnealingLR", optimizer, options, { tMax: required, etaMin: 0 });
  }

  protected check({ tMax, etaMin }: Required<CosineAnnealingLROptions>): void {
    checkSize("CosineAnnealingLR", "tMax is the number of steps to the lowest lr", tMax);
    checkRange("CosineAnnealingLR: etaMin", etaMin, 0);
  }

  protected next(epoch: number, lr: number): number {
    const { tMax, etaMin } = this.options;
    // From the bottom no factor leads up again.
    if ((epoch - 1 - tMax) % (2 * tMax) === 0) {
      return lr + ((this.baseLr - etaMin) * (1 - cos(Math.PI / tMax))) / 2;
    }
    const height = (t: number) => 1 + cos((Math.PI * t) / tMax);
    return (height(epoch) / height(epoch - 1)) * (lr - etaMin) + etaMin;
  }
}

import { cos } from "@outgrad/ops/intrinsics";
import { checkSize } from "../check.js";
import { required } from "../completed.js";
import { checkFlag, checkRange } from "../optim/range.js";
import { shown } from "../shown.js";
import { Schedule, type Scheduled } from "./schedule.js";

/** Options of `OneCycleLR`. */
export interface OneCycleLROptions {
  /** The lr at the top. */
  maxLr: number;
  /** The number of steps of the whole training, an integer >= 1: epochs times batches. */
  totalSteps: number;
  /** Which part of them leads to the top, in [0, 1]; 0.3 by default. */
  pctStart?: number;
  /** How the lr goes from one end of a phase to the other; "cos" by default. */
  annealStrategy?: "cos" | "linear";
  /** Whether the momentum (betas[0] of Adam and its kin) falls while the lr rises; true by default. */
  cycleMomentum?: boolean;
  /** The lowest momentum; 0.85 by default. */
  baseMomentum?: number;
  /** The first and last momentum; 0.95 by default. */
  maxMomentum?: number;
  /** The first lr is maxLr / divFactor; 25 by default. */
  divFactor?: number;
  /** The last lr is the first / finalDivFactor; 10,000 by default. */
  finalDivFactor?: number;
  /** Goes down as it went up, and to the last lr in the rest; by default it falls from the top in one go. */
  threePhase?: boolean;
}

interface Phase {
  readonly end: number;
  readonly lr: readonly [from: number, to: number];
  readonly momentum: readonly [from: number, to: number];
}

/**
 * One cycle of the lr, up to maxLr and down again, and of the momentum against it, for a training of known length
 * (Smith and Topin 2018, arXiv:1708.07120); torch.optim.lr_scheduler.OneCycleLR. Step it after every batch.
 *
 * The optimiser's own lr is not used. Throws if the momentum shall cycle and the optimiser has none; `step()` throws
 * when it is called more than totalSteps times. A phase of no length counts as at its end, where PyTorch fails, and
 * the step after the last keeps the last lr, where PyTorch's goes beyond it, even below 0.
 */
export class OneCycleLR extends Schedule<Required<OneCycleLROptions>> {
  constructor(optimizer: Scheduled, options: OneCycleLROptions) {
    super("OneCycleLR", optimizer, options, {
      maxLr: required,
      totalSteps: required,
      pctStart: 0.3,
      annealStrategy: "cos",
      cycleMomentum: true,
      baseMomentum: 0.85,
      maxMomentum: 0.95,
      divFactor: 25,
      finalDivFactor: 1e4,
      threePhase: false,
    });
    if (this.options.cycleMomentum && optimizer.momentum === undefined) {
      throw new TypeError("OneCycleLR: the optimiser has no momentum to cycle; set cycleMomentum to false.");
    }
    this.set(this.next(0));
  }

  protected check(options: Required<OneCycleLROptions>): void {
    const { annealStrategy, cycleMomentum } = options;
    checkRange("OneCycleLR: maxLr", options.maxLr, 0);
    checkSize("OneCycleLR", "totalSteps is the number of steps of the training", options.totalSteps);
    checkRange("OneCycleLR: pctStart", options.pctStart, 0, 1, "closed");
    if (annealStrategy !== "cos" && annealStrategy !== "linear") {
      throw new TypeError(`OneCycleLR: annealStrategy is "cos" or "linear"; got ${shown(annealStrategy)}.`);
    }
    checkRange("OneCycleLR: baseMomentum", options.baseMomentum, 0, 1);
    checkRange("OneCycleLR: maxMomentum", options.maxMomentum, 0, 1);
    for (const name of ["divFactor", "finalDivFactor"] as const) {
      if (!(options[name] > 0))
        throw new RangeError(`OneCycleLR: ${name} is above 0; got ${shown(options[name])}.`);
      checkRange(`OneCycleLR: ${name}`, options[name]);
    }
    checkFlag("OneCycleLR: cycleMomentum", cycleMomentum);
    checkFlag("OneCycleLR: threePhase", options.threePhase);
  }

  protected next(epoch: number): number {
    const { totalSteps, annealStrategy, cycleMomentum } = this.options;
    if (epoch > totalSteps) {
      throw new RangeError(`OneCycleLR.step: this is step ${epoch}, and totalSteps is ${totalSteps}.`);
    }
    const phases = this.#phases();
    const index = Math.max(
      0,
      phases.findIndex(({ end }, i) => epoch <= end || i === phases.length - 1),
    );
    const { end, lr, momentum } = phases[index] as Phase;
    const start = phases[index - 1]?.end ?? 0;
    const part = end === start ? 1 : Math.min(1, (epoch - start) / (end - start));
    const anneal = annealStrategy === "cos" ? alongCosine : alongLine;
    if (cycleMomentum) this.optimizer.momentum = anneal(momentum, part);
    return anneal(lr, part);
  }

  #phases(): Phase[] {
    const { maxLr, totalSteps, pctStart, baseMomentum, maxMomentum, divFactor, finalDivFactor } =
      this.options;
    const first = maxLr / divFactor;
    const last = first / finalDivFactor;
    const rise: Phase = {
      end: pctStart * totalSteps - 1,
      lr: [first, maxLr],
      momentum: [maxMomentum, baseMomentum],
    };
    if (!this.options.threePhase) {
      return [rise, { end: totalSteps - 1, lr: [maxLr, last], momentum: [baseMomentum, maxMomentum] }];
    }
    return [
      rise,
      { end: 2 * pctStart * totalSteps - 2, lr: [maxLr, first], momentum: [baseMomentum, maxMomentum] },
      { end: totalSteps - 1, lr: [first, last], momentum: [maxMomentum, maxMomentum] },
    ];
  }
}

const alongCosine = ([from, to]: Phase["lr"], part: number): number =>
  to + ((from - to) / 2) * (cos(Math.PI * part) + 1);

const alongLine = ([from, to]: Phase["lr"], part: number): number => (to - from) * part + from;

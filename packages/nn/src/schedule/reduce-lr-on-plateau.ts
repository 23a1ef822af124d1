import { checkRange } from "../optim/range.js";
import { shown } from "../shown.js";
import { Schedule, type Scheduled, type ScheduleState } from "./schedule.js";

/** Options of `ReduceLROnPlateau`. */
export interface ReduceLROnPlateauOptions {
  /** Whether a good metric is a low one ("min", by default) or a high one ("max"). */
  mode?: "min" | "max";
  /** What the lr is multiplied by, in [0, 1); 0.1 by default. */
  factor?: number;
  /** How many bad steps in a row are borne, an integer >= 0; 10 by default. */
  patience?: number;
  /** By how much a metric must beat the best one, >= 0; 1e-4 by default. */
  threshold?: number;
  /** Whether the threshold is a part of the best metric ("rel", by default) or a number of its own ("abs"). */
  thresholdMode?: "rel" | "abs";
  /** For how many steps after a reduction no bad one is counted, an integer >= 0; 0 by default. */
  cooldown?: number;
  /** The lowest lr; 0 by default. */
  minLr?: number;
  /** Smaller reductions than this are not made; 1e-8 by default. */
  eps?: number;
}

/**
 * Reduces the lr when a metric, such as the validation loss, has stopped to get better;
 * torch.optim.lr_scheduler.ReduceLROnPlateau. Give `step(metric)` the metric. NaN is never better than the best.
 */
export class ReduceLROnPlateau extends Schedule<Required<ReduceLROnPlateauOptions>> {
  #best: number | null = null;
  #badEpochs = 0;
  #cooldown = 0;
  #metric = 0;

  constructor(optimizer: Scheduled, options: ReduceLROnPlateauOptions = {}) {
    super("ReduceLROnPlateau", optimizer, options, {
      mode: "min",
      factor: 0.1,
      patience: 10,
      threshold: 1e-4,
      thresholdMode: "rel",
      cooldown: 0,
      minLr: 0,
      eps: 1e-8,
    });
  }

  /** Looks at the metric of the step that has been made, and sets the lr of the next one. Throws without a metric. */
  override step(metric?: number): void {
    if (typeof metric !== "number") {
      throw new TypeError(`ReduceLROnPlateau.step: expected the metric, a number; got ${shown(metric)}.`);
    }
    this.#metric = metric;
    super.step();
  }

  override state(): ScheduleState {
    const plateau = { best: this.#best, badEpochs: this.#badEpochs, cooldown: this.#cooldown };
    return { ...super.state(), plateau };
  }

  override load(state: ScheduleState): void {
    const { best, badEpochs, cooldown } = state?.plateau ?? {};
    const isCount = (count: unknown) => Number.isSafeInteger(count) && (count as number) >= 0;
    if (state?.name === "ReduceLROnPlateau") {
      if (!(best === null || typeof best === "number") || !isCount(badEpochs) || !isCount(cooldown)) {
        throw new TypeError(
          "ReduceLROnPlateau.load: plateau must have best, a number or null, and badEpochs and cooldown, integers >= 0.",
        );
      }
    }
    super.load(state);
    this.#best = best as number | null;
    this.#badEpochs = badEpochs as number;
    this.#cooldown = cooldown as number;
  }

  protected check(options: Required<ReduceLROnPlateauOptions>): void {
    const { mode, thresholdMode } = options;
    if (mode !== "min" && mode !== "max") {
      throw new TypeError(`ReduceLROnPlateau: mode is "min" or "max"; got ${shown(mode)}.`);
    }
    if (thresholdMode !== "rel" && thresholdMode !== "abs") {
      throw new TypeError(`ReduceLROnPlateau: thresholdMode is "rel" or "abs"; got ${shown(thresholdMode)}.`);
    }
    checkRange("ReduceLROnPlateau: factor", options.factor, 0, 1);
    for (const name of ["threshold", "minLr", "eps"] as const) {
      checkRange(`ReduceLROnPlateau: ${name}`, options[name], 0);
    }
    for (const name of ["patience", "cooldown"] as const) {
      if (Number.isSafeInteger(options[name]) && options[name] >= 0) continue;
      throw new RangeError(`ReduceLROnPlateau: ${name} is an integer >= 0; got ${shown(options[name])}.`);
    }
  }

  protected next(_: number, lr: number): number {
    const { patience, cooldown, factor, minLr, eps } = this.options;
    const isBetter = this.#isBetter(this.#metric);
    if (isBetter) this.#best = this.#metric;
    this.#badEpochs = isBetter ? 0 : this.#badEpochs + 1;
    if (this.#cooldown > 0) {
      this.#cooldown--;
      this.#badEpochs = 0;
    }
    if (this.#badEpochs <= patience) return lr;
    this.#cooldown = cooldown;
    this.#badEpochs = 0;
    const reduced = Math.max(lr * factor, minLr);
    return lr - reduced > eps ? reduced : lr;
  }

  #isBetter(metric: number): boolean {
    const { mode, threshold, thresholdMode } = this.options;
    const sign = mode === "min" ? -1 : 1;
    const best = this.#best ?? -sign * Infinity;
    const bound = thresholdMode === "rel" ? best * (1 + sign * threshold) : best + sign * threshold;
    return mode === "min" ? metric < bound : metric > bound;
  }
}

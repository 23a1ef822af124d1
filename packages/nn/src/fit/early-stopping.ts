import { completed, required } from "../completed.js";
import { checkRange } from "../optim/range.js";
import { shown } from "../shown.js";

/** When training is to end before its last epoch. */
export interface EarlyStoppingOptions {
  /** The number to watch: "loss", or one that `validate` gives. */
  readonly metric?: string;
  /** Whether less of it is better, as for a loss, or more, as for an accuracy; "min" by default. */
  readonly mode?: "min" | "max";
  /** How many epochs in a row may be no better than the best. */
  readonly patience: number;
  /** What counts as better: more than this; 0 by default. */
  readonly minDelta?: number;
}

/** What early stopping remembers, as plain data. */
export interface Best {
  readonly epoch: number;
  /** The metric then; null before the first epoch. */
  readonly metric: number | null;
  /** How many epochs have gone by since. */
  readonly since: number;
}

/** Watches a metric. */
export class EarlyStopping {
  best: Best = { epoch: -1, metric: null, since: 0 };
  private readonly options: Required<EarlyStoppingOptions>;

  constructor(options: EarlyStoppingOptions) {
    this.options = completed<Required<EarlyStoppingOptions>>("fit: earlyStopping", options, {
      metric: "loss",
      mode: "min",
      patience: required,
      minDelta: 0,
    });
    const { patience, minDelta, mode } = this.options;
    checkRange("fit: earlyStopping.patience", patience, 0);
    checkRange("fit: earlyStopping.minDelta", minDelta, 0);
    if (mode !== "min" && mode !== "max") {
      throw new RangeError(`fit: earlyStopping.mode is "min" or "max"; got ${shown(mode)}.`);
    }
  }

  /** Whether this epoch is the best so far. */
  see(epoch: number, metrics: Readonly<Record<string, number>>): boolean {
    const { metric: name, mode, minDelta } = this.options;
    const metric = metrics[name];
    if (metric === undefined) {
      throw new RangeError(
        `fit: earlyStopping watches ${shown(name)}, but an epoch has only ${Object.keys(metrics).join(", ")}.`,
      );
    }
    const { metric: before } = this.best;
    const isBetter =
      before === null || (mode === "min" ? metric < before - minDelta : metric > before + minDelta);
    this.best = isBetter ? { epoch, metric, since: 0 } : { ...this.best, since: this.best.since + 1 };
    return isBetter;
  }

  get isOver(): boolean {
    return this.best.since > this.options.patience;
  }
}

import { adagrad } from "../generated/rules.js";
import { Optimizer } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkFlag, checkRange } from "./range.js";
import { type Update, updateBy } from "./rule.js";

/** Options of `Adagrad`. */
export interface AdagradOptions {
  /** The learning rate, >= 0; 0.01 by default. */
  lr?: number;
  /** How fast the learning rate falls with the steps, >= 0; 0 by default. */
  lrDecay?: number;
  /** Times the parameter, added to its gradient (L2 regularisation), >= 0; 0 by default. */
  weightDecay?: number;
  /** What the sum of squares begins with, >= 0; 0 by default. */
  initialAccumulatorValue?: number;
  /** Added to the root, so that nothing is divided by 0; 1e-10 by default. */
  eps?: number;
  /** Climbs instead of descending; false by default. */
  maximize?: boolean;
}

/**
 * Adagrad (Duchi, Hazan and Singer 2011), with torch.optim.Adagrad's meaning of every option:
 *
 * g = grad + weightDecay · p; s ← s + g²; at a parameter's t-th step
 * p ← p - lr / (1 + (t - 1) lrDecay) · g / (√s + eps).
 */
export class Adagrad extends Optimizer<Required<AdagradOptions>> {
  constructor(parameters: Iterable<Parameter>, options: AdagradOptions = {}) {
    const defaults = {
      lr: 0.01,
      lrDecay: 0,
      weightDecay: 0,
      initialAccumulatorValue: 0,
      eps: 1e-10,
      maximize: false,
    };
    super("Adagrad", parameters, options, defaults, [adagrad]);
  }

  protected check(options: Required<AdagradOptions>): void {
    for (const name of ["lr", "lrDecay", "weightDecay", "initialAccumulatorValue", "eps"] as const) {
      checkRange(`Adagrad: ${name}`, options[name], 0);
    }
    checkFlag("Adagrad: maximize", options.maximize);
  }

  protected override initial(): number {
    return this.options.initialAccumulatorValue;
  }

  protected update(options: Required<AdagradOptions>, step: number): Update {
    const { lr, lrDecay, weightDecay, eps, maximize } = options;
    const stepSize = lr / (1 + (step - 1) * lrDecay);
    return updateBy(adagrad, { stepSize, weightDecay, eps, sign: maximize ? -1 : 1 });
  }
}

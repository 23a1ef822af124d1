import { adadelta } from "../generated/rules.js";
import { Optimizer } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkFlag, checkRange } from "./range.js";
import { type Update, updateBy } from "./rule.js";

/** Options of `Adadelta`. */
export interface AdadeltaOptions {
  /** What the step is multiplied by, >= 0; 1 by default. */
  lr?: number;
  /** How much the means of the squares keep, in [0, 1]; 0.9 by default. */
  rho?: number;
  /** Added under both roots, >= 0; 1e-6 by default. */
  eps?: number;
  /** Times the parameter, added to its gradient (L2 regularisation), >= 0; 0 by default. */
  weightDecay?: number;
  /** Climbs instead of descending; false by default. */
  maximize?: boolean;
}

/**
 * Adadelta (Zeiler 2012, arXiv:1212.5701), with torch.optim.Adadelta's meaning of every option:
 *
 * g = grad + weightDecay · p; s ← rho s + (1 - rho) g²; d = √(c + eps) / √(s + eps) · g;
 * c ← rho c + (1 - rho) d²; p ← p - lr · d.
 */
export class Adadelta extends Optimizer<Required<AdadeltaOptions>> {
  constructor(parameters: Iterable<Parameter>, options: AdadeltaOptions = {}) {
    const defaults = { lr: 1, rho: 0.9, eps: 1e-6, weightDecay: 0, maximize: false };
    super("Adadelta", parameters, options, defaults, [adadelta]);
  }

  protected check(options: Required<AdadeltaOptions>): void {
    checkRange("Adadelta: lr", options.lr, 0);
    checkRange("Adadelta: rho", options.rho, 0, 1, "closed");
    checkRange("Adadelta: eps", options.eps, 0);
    checkRange("Adadelta: weightDecay", options.weightDecay, 0);
    checkFlag("Adadelta: maximize", options.maximize);
  }

  protected update({ lr, rho, eps, weightDecay, maximize }: Required<AdadeltaOptions>): Update {
    return updateBy(adadelta, { lr, rho, eps, weightDecay, sign: maximize ? -1 : 1 });
  }
}

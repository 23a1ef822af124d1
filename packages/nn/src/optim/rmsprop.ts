import { rmsprop, rmspropCentered, rmspropCenteredMomentum, rmspropMomentum } from "../generated/rules.js";
import { Optimizer } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkFlag, checkRange } from "./range.js";
import { type Update, updateBy } from "./rule.js";

/** Options of `RMSprop`. */
export interface RMSpropOptions {
  /** The learning rate, >= 0; 0.01 by default. */
  lr?: number;
  /** How much the mean of the squared gradient keeps, in [0, 1]; 0.99 by default. */
  alpha?: number;
  /** Added to the root, so that nothing is divided by 0; 1e-8 by default. */
  eps?: number;
  /** Times the parameter, added to its gradient (L2 regularisation), >= 0; 0 by default. */
  weightDecay?: number;
  /** How much of the last velocity is kept, >= 0; 0 by default: no velocity at all. */
  momentum?: number;
  /** Divides by the standard deviation of the gradient instead of its root mean square; false by default. */
  centered?: boolean;
  /** Climbs instead of descending; false by default. */
  maximize?: boolean;
}

const rules = [rmsprop, rmspropCentered, rmspropMomentum, rmspropCenteredMomentum];

/**
 * RMSprop (Hinton 2012), with torch.optim.RMSprop's meaning of every option:
 *
 * g = grad + weightDecay · p; s ← alpha s + (1 - alpha) g²; r = √s, or centered √(s - m²) with
 * m ← alpha m + (1 - alpha) g; p ← p - lr · g / (r + eps). With momentum v ← momentum · v + g / (r + eps) and
 * p ← p - lr · v. Where rounding makes s - m² negative it counts as 0; PyTorch's weights become NaN there.
 */
export class RMSprop extends Optimizer<Required<RMSpropOptions>> {
  constructor(parameters: Iterable<Parameter>, options: RMSpropOptions = {}) {
    const defaults = {
      lr: 0.01,
      alpha: 0.99,
      eps: 1e-8,
      weightDecay: 0,
      momentum: 0,
      centered: false,
      maximize: false,
    };
    super("RMSprop", parameters, options, defaults, rules);
  }

  protected check(options: Required<RMSpropOptions>): void {
    checkRange("RMSprop: lr", options.lr, 0);
    checkRange("RMSprop: alpha", options.alpha, 0, 1, "closed");
    checkRange("RMSprop: eps", options.eps, 0);
    checkRange("RMSprop: weightDecay", options.weightDecay, 0);
    checkRange("RMSprop: momentum", options.momentum, 0);
    checkFlag("RMSprop: centered", options.centered);
    checkFlag("RMSprop: maximize", options.maximize);
  }

  protected update(options: Required<RMSpropOptions>): Update {
    const { lr, alpha, eps, weightDecay, momentum, centered, maximize } = options;
    const numbers = { lr, alpha, eps, weightDecay, sign: maximize ? -1 : 1 };
    if (momentum === 0) return updateBy(centered ? rmspropCentered : rmsprop, numbers);
    return updateBy(centered ? rmspropCenteredMomentum : rmspropMomentum, { ...numbers, momentum });
  }
}

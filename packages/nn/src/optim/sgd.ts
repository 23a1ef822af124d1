import { required } from "../completed.js";
import { momentum, sgd } from "../generated/rules.js";
import { Optimizer } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkFlag, checkRange } from "./range.js";
import { type Update, updateBy } from "./rule.js";

/** Options of `SGD`. */
export interface SGDOptions {
  /** The learning rate, >= 0. */
  lr: number;
  /** How much of the last velocity is kept, >= 0; 0 by default: no velocity at all. */
  momentum?: number;
  /** How much of the gradient the velocity ignores from its second step on; 0 by default. */
  dampening?: number;
  /** Times the parameter, added to its gradient (L2 regularisation), >= 0; 0 by default. */
  weightDecay?: number;
  /** Steps along g + momentum · v instead of v; needs momentum > 0 and dampening 0. */
  nesterov?: boolean;
  /** Climbs instead of descending; false by default. */
  maximize?: boolean;
}

/**
 * Stochastic gradient descent, with torch.optim.SGD's meaning of every option:
 *
 * g = grad + weightDecay · p; v = g at first, then momentum · v + (1 - dampening) · g; p ← p - lr · v.
 * With nesterov, p ← p - lr · (g + momentum · v). Without momentum, p ← p - lr · g. With maximize, -grad for grad.
 *
 * @example
 * const p = value(1, "p");
 * const optimizer = new SGD([p], { lr: 0.25 });
 * p.square().backward();
 * optimizer.step();
 * p.data // => 0.5
 */
export class SGD extends Optimizer<Required<SGDOptions>> {
  constructor(parameters: Iterable<Parameter>, options: SGDOptions) {
    const defaults = {
      lr: required,
      momentum: 0,
      dampening: 0,
      weightDecay: 0,
      nesterov: false,
      maximize: false,
    };
    super("SGD", parameters, options, defaults, [sgd, momentum]);
  }

  protected check(options: Required<SGDOptions>): void {
    const { momentum, dampening, nesterov } = options;
    checkRange("SGD: lr", options.lr, 0);
    checkRange("SGD: momentum", momentum, 0);
    checkRange("SGD: dampening", dampening);
    checkRange("SGD: weightDecay", options.weightDecay, 0);
    checkFlag("SGD: nesterov", nesterov);
    checkFlag("SGD: maximize", options.maximize);
    if (nesterov && (momentum === 0 || dampening !== 0)) {
      throw new RangeError(
        `SGD: nesterov needs momentum > 0 and dampening 0; got momentum = ${momentum}, dampening = ${dampening}.`,
      );
    }
  }

  protected update(options: Required<SGDOptions>, step: number): Update {
    const { lr, momentum: kept, dampening, weightDecay, nesterov, maximize } = options;
    const sign = maximize ? -1 : 1;
    if (kept === 0) return updateBy(sgd, { sign, weightDecay, lr });
    return updateBy(momentum, {
      sign,
      weightDecay,
      lr,
      // The first velocity is the whole gradient: there is nothing yet that dampening could make up for.
      keep: step === 1 ? 0 : kept,
      take: step === 1 ? 1 : 1 - dampening,
      ahead: nesterov ? 1 : 0,
      along: nesterov ? kept : 1,
    });
  }
}

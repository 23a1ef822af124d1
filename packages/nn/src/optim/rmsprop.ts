import { Optimizer, type Run } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkFlag, checkRange } from "./range.js";

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

type Fields = "square" | "mean" | "velocity";

/**
 * RMSprop (Hinton 2012), with torch.optim.RMSprop's meaning of every option:
 *
 * g = grad + weightDecay · p; s ← alpha s + (1 - alpha) g²; r = √s, or centered √(s - m²) with
 * m ← alpha m + (1 - alpha) g; p ← p - lr · g / (r + eps). With momentum v ← momentum · v + g / (r + eps) and
 * p ← p - lr · v. Where rounding makes s - m² negative it counts as 0; PyTorch's weights become NaN there.
 */
export class RMSprop extends Optimizer<Required<RMSpropOptions>, Fields> {
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
    super("RMSprop", parameters, options, defaults, ["square", "mean", "velocity"]);
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

  protected override needs(field: Fields, { centered, momentum }: Required<RMSpropOptions>): boolean {
    return field === "square" || (field === "mean" ? centered : momentum !== 0);
  }

  protected update({ p, g: grads, from, to, memory: { square, mean, velocity } }: Run<Fields>): void {
    const { lr, alpha, eps, weightDecay, momentum, centered, maximize } = this.options;
    const sign = maximize ? -1 : 1;
    for (let i = from; i < to; i++) {
      const x = p[i] as number;
      const g = sign * (grads[i] as number) + weightDecay * x;
      const s = alpha * (square[i] as number) + (1 - alpha) * g * g;
      square[i] = s;
      let variance = s;
      if (centered) {
        const m = alpha * (mean[i] as number) + (1 - alpha) * g;
        mean[i] = m;
        variance = Math.max(0, s - m * m);
      }
      let v = g / (Math.sqrt(variance) + eps);
      if (momentum !== 0) {
        v += momentum * (velocity[i] as number);
        velocity[i] = v;
      }
      p[i] = x - lr * v;
    }
  }
}

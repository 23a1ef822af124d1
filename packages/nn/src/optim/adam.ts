import { pow } from "@outgrad/ops/intrinsics";
import { checkMoments, type MomentOptions, momentDefaults } from "./moments.js";
import { Optimizer, type Run } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkFlag } from "./range.js";

/** Options of `Adam` and `AdamW`. */
export interface AdamOptions extends MomentOptions {
  /** Divides by the root of the largest v so far, not of the last (Reddi et al. 2018, arXiv:1904.09237). */
  amsgrad?: boolean;
}

/** What Adam and AdamW remember. */
export type AdamFields = "mean" | "square" | "maxSquare";

/** What Adam and AdamW share: all but how weights decay. */
abstract class AdamLike extends Optimizer<Required<AdamOptions>, AdamFields> {
  protected override needs(field: AdamFields, { amsgrad }: Required<AdamOptions>): boolean {
    return field !== "maxSquare" || amsgrad;
  }

  /** The rule; a decay of 1 leaves weights as they are, and L2 regularisation goes by weightDecay. */
  protected adam(run: Run<AdamFields>, decay: number, weightDecay: number): void {
    const { p, g: grads, from, to, step, memory } = run;
    const { mean, square, maxSquare } = memory;
    const { lr, betas, eps, amsgrad, maximize } = this.options;
    const [beta1, beta2] = betas;
    const stepSize = lr / (1 - pow(beta1, step));
    const root = Math.sqrt(1 - pow(beta2, step));
    const sign = maximize ? -1 : 1;
    for (let i = from; i < to; i++) {
      const x = (p[i] as number) * decay;
      const g = sign * (grads[i] as number) + weightDecay * x;
      const m = beta1 * (mean[i] as number) + (1 - beta1) * g;
      let v = beta2 * (square[i] as number) + (1 - beta2) * g * g;
      mean[i] = m;
      square[i] = v;
      if (amsgrad) {
        v = Math.max(maxSquare[i] as number, v);
        maxSquare[i] = v;
      }
      p[i] = x - stepSize * (m / (Math.sqrt(v) / root + eps));
    }
  }
}

const check = (name: string, options: Required<AdamOptions>): void => {
  checkMoments(name, options);
  checkFlag(`${name}: amsgrad`, options.amsgrad);
};

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980), with torch.optim.Adam's meaning of every option:
 *
 * g = grad + weightDecay · p; m ← β₁ m + (1 - β₁) g; v ← β₂ v + (1 - β₂) g²; at a parameter's t-th step
 * p ← p - lr / (1 - β₁ᵗ) · m / (√v / √(1 - β₂ᵗ) + eps). With maximize, -grad for grad.
 */
export class Adam extends AdamLike {
  constructor(parameters: Iterable<Parameter>, options: AdamOptions = {}) {
    const defaults = { ...momentDefaults, amsgrad: false };
    super("Adam", parameters, options, defaults, ["mean", "square", "maxSquare"]);
  }

  protected check(options: Required<AdamOptions>): void {
    check("Adam", options);
  }

  protected update(run: Run<AdamFields>): void {
    this.adam(run, 1, this.options.weightDecay);
  }
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101), with torch.optim.AdamW's meaning
 * of every option: first p ← p (1 - lr · weightDecay), which is 0.01 by default, then Adam's step without decay.
 */
export class AdamW extends AdamLike {
  constructor(parameters: Iterable<Parameter>, options: AdamOptions = {}) {
    const defaults = { ...momentDefaults, weightDecay: 0.01, amsgrad: false };
    super("AdamW", parameters, options, defaults, ["mean", "square", "maxSquare"]);
  }

  protected check(options: Required<AdamOptions>): void {
    check("AdamW", options);
  }

  protected update(run: Run<AdamFields>): void {
    const { lr, weightDecay } = this.options;
    this.adam(run, 1 - lr * weightDecay, 0);
  }
}

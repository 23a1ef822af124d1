import { pow } from "@outgrad/ops/intrinsics";
import { adam, amsgrad } from "../generated/rules.js";
import { checkMoments, type MomentOptions, momentDefaults } from "./moments.js";
import { Optimizer } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkFlag } from "./range.js";
import { type Update, updateBy } from "./rule.js";

/** Options of `Adam` and `AdamW`. */
export interface AdamOptions extends MomentOptions {
  /** Divides by the root of the largest v so far, not of the last (Reddi et al. 2018, arXiv:1904.09237). */
  amsgrad?: boolean;
}

/** What Adam and AdamW share: all but how weights decay. */
abstract class AdamLike extends Optimizer<Required<AdamOptions>> {
  /** A decay of 1 leaves weights as they are, and L2 regularisation goes by weightDecay. */
  protected adam(options: Required<AdamOptions>, step: number, decay: number, weightDecay: number): Update {
    const { lr, betas, eps, amsgrad: isLargest, maximize } = options;
    const [beta1, beta2] = betas;
    return updateBy(isLargest ? amsgrad : adam, {
      beta1,
      beta2,
      eps,
      decay,
      weightDecay,
      sign: maximize ? -1 : 1,
      stepSize: lr / (1 - pow(beta1, step)),
      root: Math.sqrt(1 - pow(beta2, step)),
    });
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
    super("Adam", parameters, options, defaults, [adam, amsgrad]);
  }

  protected check(options: Required<AdamOptions>): void {
    check("Adam", options);
  }

  protected update(options: Required<AdamOptions>, step: number): Update {
    return this.adam(options, step, 1, options.weightDecay);
  }
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101), with torch.optim.AdamW's meaning
 * of every option: first p ← p (1 - lr · weightDecay), which is 0.01 by default, then Adam's step without decay.
 */
export class AdamW extends AdamLike {
  constructor(parameters: Iterable<Parameter>, options: AdamOptions = {}) {
    const defaults = { ...momentDefaults, weightDecay: 0.01, amsgrad: false };
    super("AdamW", parameters, options, defaults, [adam, amsgrad]);
  }

  protected check(options: Required<AdamOptions>): void {
    check("AdamW", options);
  }

  protected update(options: Required<AdamOptions>, step: number): Update {
    return this.adam(options, step, 1 - options.lr * options.weightDecay, 0);
  }
}

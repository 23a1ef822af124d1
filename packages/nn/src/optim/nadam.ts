import { pow } from "@outgrad/ops/intrinsics";
import { nadam } from "../generated/rules.js";
import { checkMoments, type MomentOptions, momentDefaults } from "./moments.js";
import { Optimizer } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkRange } from "./range.js";
import { type Update, updateBy } from "./rule.js";

/** Options of `NAdam`. */
export interface NAdamOptions extends MomentOptions {
  /** How fast the momentum grows to betas[0], >= 0; 0.004 by default. */
  momentumDecay?: number;
}

/**
 * Adam with Nesterov's momentum (Dozat 2016), with torch.optim.NAdam's meaning of every option:
 *
 * m, v and g are Adam's; μₜ = β₁ (1 - 0.96^(t · momentumDecay) / 2), and Πₜ the product of all μ so far;
 * d = √(v / (1 - β₂ᵗ)) + eps; p ← p - lr ((1 - μₜ) / (1 - Πₜ) · g / d + μₜ₊₁ / (1 - Πₜ₊₁) · m / d).
 * (PyTorch 1.13 has Πₜ μₜ μₜ₊₁ for Πₜ₊₁; later versions follow the paper.)
 */
export class NAdam extends Optimizer<Required<NAdamOptions>> {
  constructor(parameters: Iterable<Parameter>, options: NAdamOptions = {}) {
    const defaults = { ...momentDefaults, lr: 0.002, momentumDecay: 0.004 };
    super("NAdam", parameters, options, defaults, [nadam]);
  }

  protected check(options: Required<NAdamOptions>): void {
    checkMoments("NAdam", options);
    checkRange("NAdam: momentumDecay", options.momentumDecay, 0);
  }

  protected override initial(field: string): number {
    return field === "product" ? 1 : 0;
  }

  protected update(options: Required<NAdamOptions>, step: number): Update {
    const { lr, betas, eps, weightDecay, momentumDecay, maximize } = options;
    const [beta1, beta2] = betas;
    const muAt = (step: number): number => beta1 * (1 - 0.5 * pow(0.96, step * momentumDecay));
    return updateBy(nadam, {
      lr,
      beta1,
      beta2,
      eps,
      weightDecay,
      sign: maximize ? -1 : 1,
      correction: 1 - pow(beta2, step),
      mu: muAt(step),
      nextMu: muAt(step + 1),
    });
  }
}

import { pow } from "@outgrad/ops/intrinsics";
import { checkMoments, type MomentOptions, momentDefaults } from "./moments.js";
import { Optimizer, type Run } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { checkRange } from "./range.js";

/** Options of `NAdam`. */
export interface NAdamOptions extends MomentOptions {
  /** How fast the momentum grows to betas[0], >= 0; 0.004 by default. */
  momentumDecay?: number;
}

type Fields = "mean" | "square" | "product";

/**
 * Adam with Nesterov's momentum (Dozat 2016), with torch.optim.NAdam's meaning of every option:
 *
 * m, v and g are Adam's; μₜ = β₁ (1 - 0.96^(t · momentumDecay) / 2), and Πₜ the product of all μ so far;
 * d = √(v / (1 - β₂ᵗ)) + eps; p ← p - lr ((1 - μₜ) / (1 - Πₜ) · g / d + μₜ₊₁ / (1 - Πₜ μₜ μₜ₊₁) · m / d).
 * (PyTorch 1.13 has Πₜ μₜ μₜ₊₁ there, where Dozat's paper has Πₜ₊₁.)
 */
export class NAdam extends Optimizer<Required<NAdamOptions>, Fields> {
  constructor(parameters: Iterable<Parameter>, options: NAdamOptions = {}) {
    const defaults = { ...momentDefaults, lr: 0.002, momentumDecay: 0.004 };
    super("NAdam", parameters, options, defaults, ["mean", "square", "product"]);
  }

  protected check(options: Required<NAdamOptions>): void {
    checkMoments("NAdam", options);
    checkRange("NAdam: momentumDecay", options.momentumDecay, 0);
  }

  protected override initial(field: Fields): number {
    return field === "product" ? 1 : 0;
  }

  protected update({ p, g: grads, from, to, step, memory }: Run<Fields>): void {
    const { mean, square, product } = memory;
    const { lr, betas, eps, weightDecay, momentumDecay, maximize } = this.options;
    const [beta1, beta2] = betas;
    const correction = 1 - pow(beta2, step);
    const mu = beta1 * (1 - 0.5 * pow(0.96, step * momentumDecay));
    const nextMu = beta1 * (1 - 0.5 * pow(0.96, (step + 1) * momentumDecay));
    const sign = maximize ? -1 : 1;
    for (let i = from; i < to; i++) {
      const x = p[i] as number;
      const g = sign * (grads[i] as number) + weightDecay * x;
      const m = beta1 * (mean[i] as number) + (1 - beta1) * g;
      const v = beta2 * (square[i] as number) + (1 - beta2) * g * g;
      const all = (product[i] as number) * mu;
      mean[i] = m;
      square[i] = v;
      product[i] = all;
      const d = Math.sqrt(v / correction) + eps;
      const ahead = (lr * nextMu) / (1 - all * mu * nextMu);
      p[i] = x - ((lr * (1 - mu)) / (1 - all)) * (g / d) - ahead * (m / d);
    }
  }
}

import { pow } from "@outgrad/ops/intrinsics";
import { checkMoments, type MomentOptions, momentDefaults } from "./moments.js";
import { Optimizer, type Run } from "./optimizer.js";
import type { Parameter } from "./parameters.js";

type Fields = "mean" | "square";

/**
 * Adam whose first steps are rectified (Liu et al. 2020, arXiv:1908.03265), with torch.optim.RAdam's meaning of every
 * option:
 *
 * m, v and g are Adam's; ρ = 2 / (1 - β₂) - 1 and ρₜ = ρ - 2 t β₂ᵗ / (1 - β₂ᵗ) tell how many gradients v is a mean
 * of. While ρₜ <= 5, p ← p - lr · m / (1 - β₁ᵗ); then that times r √(1 - β₂ᵗ) / (√v + eps), with
 * r = √((ρₜ - 4) (ρₜ - 2) ρ / ((ρ - 4) (ρ - 2) ρₜ)).
 */
export class RAdam extends Optimizer<Required<MomentOptions>, Fields> {
  constructor(parameters: Iterable<Parameter>, options: MomentOptions = {}) {
    super("RAdam", parameters, options, momentDefaults, ["mean", "square"]);
  }

  protected check(options: Required<MomentOptions>): void {
    checkMoments("RAdam", options);
  }

  protected update({ p, g: grads, from, to, step, memory: { mean, square } }: Run<Fields>): void {
    const { lr, betas, eps, weightDecay, maximize } = this.options;
    const [beta1, beta2] = betas;
    const power = pow(beta2, step);
    const correction1 = 1 - pow(beta1, step);
    const correction2 = 1 - power;
    const limit = 2 / (1 - beta2) - 1;
    const length = limit - (2 * step * power) / correction2;
    const isRectified = length > 5;
    const rectification = isRectified
      ? Math.sqrt(((length - 4) * (length - 2) * limit) / ((limit - 4) * (limit - 2) * length))
      : 1;
    const root = Math.sqrt(correction2);
    const sign = maximize ? -1 : 1;
    for (let i = from; i < to; i++) {
      const x = p[i] as number;
      const g = sign * (grads[i] as number) + weightDecay * x;
      const m = beta1 * (mean[i] as number) + (1 - beta1) * g;
      const v = beta2 * (square[i] as number) + (1 - beta2) * g * g;
      mean[i] = m;
      square[i] = v;
      const slow = (m / correction1) * lr;
      p[i] = isRectified ? x - slow * (root / (Math.sqrt(v) + eps)) * rectification : x - slow;
    }
  }
}

import { pow } from "@outgrad/ops/intrinsics";
import { radam, rectified } from "../generated/rules.js";
import { checkMoments, type MomentOptions, momentDefaults } from "./moments.js";
import { Optimizer } from "./optimizer.js";
import type { Parameter } from "./parameters.js";
import { type Update, updateBy } from "./rule.js";

/**
 * Adam whose first steps are rectified (Liu et al. 2020, arXiv:1908.03265), with torch.optim.RAdam's meaning of every
 * option:
 *
 * m, v and g are Adam's; ρ = 2 / (1 - β₂) - 1 and ρₜ = ρ - 2 t β₂ᵗ / (1 - β₂ᵗ) tell how many gradients v is a mean
 * of. While ρₜ <= 5, p ← p - lr · m / (1 - β₁ᵗ); then that times r √(1 - β₂ᵗ) / (√v + eps), with
 * r = √((ρₜ - 4) (ρₜ - 2) ρ / ((ρ - 4) (ρ - 2) ρₜ)).
 */
export class RAdam extends Optimizer<Required<MomentOptions>> {
  constructor(parameters: Iterable<Parameter>, options: MomentOptions = {}) {
    super("RAdam", parameters, options, momentDefaults, [radam, rectified]);
  }

  protected check(options: Required<MomentOptions>): void {
    checkMoments("RAdam", options);
  }

  protected update(options: Required<MomentOptions>, step: number): Update {
    const { lr, betas, eps, weightDecay, maximize } = options;
    const [beta1, beta2] = betas;
    const power = pow(beta2, step);
    const correction = 1 - pow(beta1, step);
    const correction2 = 1 - power;
    const limit = 2 / (1 - beta2) - 1;
    const length = limit - (2 * step * power) / correction2;
    const shared = { lr, beta1, beta2, weightDecay, sign: maximize ? -1 : 1, correction };
    if (!(length > 5)) return updateBy(radam, shared);
    const rectification = Math.sqrt(
      ((length - 4) * (length - 2) * limit) / ((limit - 4) * (limit - 2) * length),
    );
    return updateBy(rectified, { ...shared, eps, root: Math.sqrt(correction2), rectification });
  }
}

import type { Value } from "@outgrad/engine";
import { Optimizer } from "./optimizer.js";
import { checkRange } from "./range.js";

/** Options of `Adam`. */
export interface AdamOptions {
  /** The learning rate, >= 0; 0.001 by default. */
  lr?: number;
  /** How much the means of the gradient and of its square keep, each in [0, 1); [0.9, 0.999] by default. */
  betas?: readonly [number, number];
  /** Added to the root, so that nothing is divided by 0; 1e-8 by default. */
  eps?: number;
  /** Times the parameter, added to its gradient (L2 regularisation, not AdamW's), >= 0; 0 by default. */
  weightDecay?: number;
}

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980), with torch.optim.Adam's meaning of every option:
 *
 * g = grad + weightDecay · p; m ← β₁ m + (1 - β₁) g; v ← β₂ v + (1 - β₂) g²; at a parameter's t-th step
 * p ← p - lr / (1 - β₁ᵗ) · m / (√v / √(1 - β₂ᵗ) + eps).
 */
export class Adam extends Optimizer<Required<AdamOptions>, "step" | "mean" | "square"> {
  constructor(parameters: Iterable<Value>, options: AdamOptions = {}) {
    const defaults = { lr: 0.001, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0 } as const;
    super("Adam", parameters, { ...defaults, ...options }, ["step", "mean", "square"]);
  }

  protected check({ lr, betas, eps, weightDecay }: Required<AdamOptions>): void {
    checkRange("Adam: lr", lr, 0);
    checkRange("Adam: betas[0]", betas?.[0], 0, 1);
    checkRange("Adam: betas[1]", betas?.[1], 0, 1);
    checkRange("Adam: eps", eps, 0);
    checkRange("Adam: weightDecay", weightDecay, 0);
  }

  protected update(data: number, grad: number, i: number): number {
    const { lr, betas, eps, weightDecay } = this.options;
    const [beta1, beta2] = betas;
    const last = this.memory[i] ?? { step: 0, mean: 0, square: 0 };
    const g = weightDecay === 0 ? grad : grad + weightDecay * data;
    const step = last.step + 1;
    const mean = beta1 * last.mean + (1 - beta1) * g;
    const square = beta2 * last.square + (1 - beta2) * g * g;
    this.memory[i] = { step, mean, square };
    const root = Math.sqrt(square) / Math.sqrt(1 - power(beta2, step));
    return data - (lr / (1 - power(beta1, step))) * (mean / (root + eps));
  }
}

/** base to an integer power by repeated squaring: the same bits in every engine, which `**` does not promise. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; square *= square, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
  }
  return result;
}

import type { Value } from "@outgrad/engine";
import { Optimizer } from "./optimizer.js";
import { checkRange } from "./range.js";

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
}

/**
 * Stochastic gradient descent, with torch.optim.SGD's meaning of every option:
 *
 * g = grad + weightDecay · p; v = g at first, then momentum · v + (1 - dampening) · g; p ← p - lr · v.
 * With nesterov, p ← p - lr · (g + momentum · v). Without momentum, p ← p - lr · g.
 *
 * @example
 * const p = value(1, "p");
 * const optimizer = new SGD([p], { lr: 0.25 });
 * p.square().backward();
 * optimizer.step();
 * p.data // => 0.5
 */
export class SGD extends Optimizer<Required<SGDOptions>, "velocity"> {
  constructor(parameters: Iterable<Value>, options: SGDOptions) {
    const defaults = { momentum: 0, dampening: 0, weightDecay: 0, nesterov: false };
    super("SGD", parameters, { ...defaults, ...options }, ["velocity"]);
  }

  protected check({ lr, momentum, dampening, weightDecay, nesterov }: Required<SGDOptions>): void {
    checkRange("SGD: lr", lr, 0);
    checkRange("SGD: momentum", momentum, 0);
    checkRange("SGD: dampening", dampening);
    checkRange("SGD: weightDecay", weightDecay, 0);
    if (nesterov && (momentum === 0 || dampening !== 0)) {
      throw new RangeError(
        `SGD: nesterov needs momentum > 0 and dampening 0; got momentum = ${momentum}, dampening = ${dampening}.`,
      );
    }
  }

  protected update(data: number, grad: number, i: number): number {
    const { lr, momentum, dampening, weightDecay, nesterov } = this.options;
    const g = weightDecay === 0 ? grad : grad + weightDecay * data;
    if (momentum === 0) return data - lr * g;
    const last = this.memory[i]?.velocity;
    // The first velocity is the whole gradient: there is nothing yet that dampening could make up for.
    const velocity = last === undefined ? g : momentum * last + (1 - dampening) * g;
    this.memory[i] = { velocity };
    return data - lr * (nesterov ? g + momentum * velocity : velocity);
  }
}

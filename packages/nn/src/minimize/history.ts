import { add, inner, scale, total } from "./vectors.js";

/** One step of a descent: how x moved, and how the gradient changed by that. */
export interface Pair {
  readonly move: Float64Array;
  readonly change: Float64Array;
}

/** Curvature below this part of the change of the gradient is rounding. */
const epsilon = 2 ** -52;

/**
 * The last steps of a descent, as an approximation of the inverse Hessian that is never written out.
 *
 * Source: Nocedal and Wright, Numerical Optimization (2006), algorithm 7.4, the two-loop recursion, with the first
 * guess of formula 7.20.
 */
export class History {
  readonly pairs: Pair[] = [];
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  /** Adds a step, unless the slope did not rise along it: then there is no positive curvature to learn. */
  push(move: Float64Array, change: Float64Array): void {
    if (!(inner(move, change) > epsilon * inner(change, change))) return;
    this.pairs.push({ move, change });
    if (this.pairs.length > this.size) this.pairs.shift();
  }

  clear(): void {
    this.pairs.length = 0;
  }

  /** Minus the inverse Hessian times the gradient; with no steps to learn from, down the gradient by 1 at most. */
  direction(gradient: Float64Array): Float64Array {
    const { pairs } = this;
    const q = scale(gradient.slice(), -1);
    const last = pairs.at(-1);
    if (last === undefined) return scale(q, 1 / Math.max(1, total(gradient)));
    const weights = pairs.map(({ move, change }) => 1 / inner(move, change));
    const parts = pairs.map(() => 0);
    for (let k = pairs.length - 1; k >= 0; k--) {
      const { move, change } = pairs[k] as Pair;
      parts[k] = (weights[k] as number) * inner(move, q);
      add(q, -(parts[k] as number), change);
    }
    scale(q, inner(last.move, last.change) / inner(last.change, last.change));
    pairs.forEach(({ move, change }, k) => {
      add(q, (parts[k] as number) - (weights[k] as number) * inner(change, q), move);
    });
    return q;
  }
}

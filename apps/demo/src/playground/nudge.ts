import type { Circuit } from "./circuit.ts";

/** The definition of a derivative, tried out on one leaf. */
export interface NudgeRow {
  readonly name: string;
  /** (f(x + h) − f(x)) / h. */
  readonly slope: number;
  /** What backward says. */
  readonly grad: number;
  /** |slope − grad| / |grad|; the plain difference where grad is 0. */
  readonly error: number;
}

/** Nudges every leaf by h, one after the other, and compares with the gradients of one backward pass. */
export function nudgeTable(circuit: Circuit, h: number): NudgeRow[] {
  return [...circuit.leaves].map(([name, x]) => {
    const nudged = circuit.evaluate(new Map([[name, x + h]]));
    const slope = (nudged - circuit.result) / h;
    const grad = circuit.slopes.get(name) ?? 0;
    return { name, slope, grad, error: Math.abs(slope - grad) / (Math.abs(grad) || 1) };
  });
}

/** The leaves moved a little along their gradients (rate > 0: the result grows) or against them. */
export function alongGradient(circuit: Circuit, rate: number): Map<string, number> {
  return new Map([...circuit.leaves].map(([name, x]) => [name, x + rate * (circuit.slopes.get(name) ?? 0)]));
}

import type { Circuit } from "./circuit.ts";
import { resultAt } from "./circuit.ts";

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
  const grads = onePass(circuit);
  return [...circuit.leaves].map(([name, x]) => {
    const nudged = resultAt(circuit.expression, new Map(circuit.leaves).set(name, x + h));
    const slope = (nudged - circuit.result) / h;
    const grad = grads.get(name) ?? 0;
    return { name, slope, grad, error: Math.abs(slope - grad) / (Math.abs(grad) || 1) };
  });
}

/** The leaves moved a little along their gradients (rate > 0: the result grows) or against them. */
export function alongGradient(circuit: Circuit, rate: number): Map<string, number> {
  const grads = onePass(circuit);
  return new Map([...circuit.leaves].map(([name, x]) => [name, x + rate * (grads.get(name) ?? 0)]));
}

/** The gradients of the leaves after one backward pass, by name. */
export function onePass({ tape, steps }: Circuit): Map<string, number> {
  const byId = new Map<number, number>();
  for (const { contributions } of steps) for (const { input, after } of contributions) byId.set(input, after);
  const root = tape.at(-1);
  if (root?.isLeaf) byId.set(root.id, 1);
  return new Map(tape.filter(({ isLeaf }) => isLeaf).map(({ id, label }) => [label, byId.get(id) ?? 0]));
}

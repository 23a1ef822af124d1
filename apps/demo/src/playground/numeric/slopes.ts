import { forwardDifference, richardson, symmetricDifference } from "@outgrad/gradcheck";
import type { Circuit } from "../circuit.ts";
import { complexSlope } from "./complex-slope.ts";

/** The ways to measure a slope with a step h, from the plainest to the best. */
export const methods = ["forward", "symmetric", "richardson", "complex"] as const;
export type Method = (typeof methods)[number];

/** What a method says, and how far that is from the gradient. */
export interface Measured {
  readonly slope: number;
  /** |slope − gradient| / |gradient|; the plain difference where the gradient is 0. */
  readonly error: number;
}

/** The gradient of one leaf beside what nudges of that leaf say. */
export interface SlopeRow {
  readonly name: string;
  readonly x: number;
  /** What one backward pass says. */
  readonly grad: number;
  /** The complex step is missing where an op has no complex version, or the result is no number. */
  readonly measured: Readonly<Record<Method, Measured | undefined>>;
}

/** The result as a function of one leaf; what was asked once is not computed again. */
export function alongLeaf(circuit: Circuit, name: string): (x: number) => number {
  const known = new Map<number, number>();
  return (x) => {
    const found = known.get(x) ?? circuit.evaluate(new Map([[name, x]]));
    known.set(x, found);
    return found;
  };
}

/** Measures the slope of one leaf with every method and the step h; whoever asks may pause after each method. */
export function* measured(circuit: Circuit, name: string, h: number): Generator<SlopeRow | undefined> {
  const x = circuit.leaves.get(name) ?? Number.NaN;
  const grad = circuit.slopes.get(name) ?? 0;
  const f = alongLeaf(circuit, name);
  const compared = (slope: number | undefined): Measured | undefined =>
    slope === undefined ? undefined : { slope, error: relativeError(slope, grad) };
  const forward = compared(forwardDifference(f, x, h));
  yield undefined;
  const symmetric = compared(symmetricDifference(f, x, h));
  yield undefined;
  const extrapolated = compared(richardson(f, x, h));
  yield undefined;
  // What is no number on the real line may be one off it, which is no slope of it.
  const complex = Number.isFinite(circuit.result)
    ? compared(complexSlope(circuit.graph, name, h))
    : undefined;
  yield { name, x, grad, measured: { forward, symmetric, richardson: extrapolated, complex } };
}

/** The rows of all leaves, at the end; whoever asks may pause after each method of each leaf. */
export function* measureAll(circuit: Circuit, h: number): Generator<readonly SlopeRow[] | undefined> {
  const rows: SlopeRow[] = [];
  for (const name of circuit.leaves.keys()) {
    for (const row of measured(circuit, name, h)) {
      if (row) rows.push(row);
      yield undefined;
    }
  }
  yield rows;
}

/** How far a slope is from the gradient, relative to it. */
export function relativeError(slope: number, grad: number): number {
  if (slope === grad) return 0;
  return Math.abs(slope - grad) / (Math.abs(grad) || 1);
}

/** The leaves moved a little along their gradients (rate > 0: the result grows) or against them. */
export function alongGradient({ leaves, slopes }: Circuit, rate: number): Map<string, number> {
  return new Map([...leaves].map(([name, x]) => [name, x + rate * (slopes.get(name) ?? 0)]));
}

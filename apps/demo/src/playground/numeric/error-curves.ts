import { fivePoint, forwardDifference, richardson, symmetricDifference } from "@outgrad/gradcheck";
import type { Circuit } from "../circuit.ts";
import { complexSlope } from "./complex-slope.ts";
import { alongLeaf } from "./slopes.ts";

/** What a method was off by at one step; absolute. */
interface ErrorAt {
  readonly h: number;
  readonly error: number;
}

/** The errors of all methods for one leaf, as far as they are computed, as viz draws them. */
export interface LeafErrors {
  /** The gradient: errors are measured from it. */
  readonly exact: number;
  readonly methods: readonly { readonly name: string; readonly points: readonly ErrorAt[] }[];
}

/** 0.1, 0.05, 0.02, 0.01, ... 1e-16: those of gradcheck's errorCurve, which computes them all at once. */
const steps = Array.from({ length: 16 }, (_, i) => -1 - i)
  .flatMap((exponent) => [5, 2, 1].map((digit) => Number(`${digit}e${exponent}`)))
  .filter((h) => h <= 0.1);

/** The errors of one leaf, from the largest step to the smallest, one step after the other. */
export function* leafErrors(circuit: Circuit, name: string): Generator<LeafErrors> {
  const x = circuit.leaves.get(name);
  const exact = circuit.slopes.get(name) ?? 0;
  if (x === undefined || !Number.isFinite(circuit.result) || !Number.isFinite(exact)) return;
  const f = alongLeaf(circuit, name);
  const slopes: readonly (readonly [string, (h: number) => number | undefined])[] = [
    ["forward", (h) => forwardDifference(f, x, h)],
    ["symmetric", (h) => symmetricDifference(f, x, h)],
    ["five-point", (h) => fivePoint(f, x, h)],
    ["Richardson", (h) => richardson(f, x, h)],
    ["complex step", (h) => complexSlope(circuit.graph, name, h)],
  ];
  const curves = slopes.map(([method, slope]) => ({ name: method, slope, points: [] as ErrorAt[] }));
  for (const h of steps) {
    for (const { slope, points } of curves) {
      const found = slope(h);
      if (found !== undefined) points.push({ h, error: Math.abs(found - exact) });
    }
    yield { exact, methods: curves.filter(({ points }) => points.length > 0) };
  }
}

/** The step of the least error of a method, and that error relative to the gradient. */
export function best({ exact, methods }: LeafErrors, method: string): ErrorAt | undefined {
  const size = Math.abs(exact) || 1;
  let found: ErrorAt | undefined;
  for (const { h, error } of methods.find(({ name }) => name === method)?.points ?? []) {
    if (error / size < (found?.error ?? Number.POSITIVE_INFINITY)) found = { h, error: error / size };
  }
  return found;
}

import { readFileSync } from "node:fs";
import { allOps, type Op, parseFormula, samplePoints, toFunction } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";
import { checkGradient, complexStep, ridders } from "../src/index.js";

/** A function of a list of numbers, a point, and the partial derivatives there, from 50 digits. */
interface Case {
  readonly name: string;
  readonly f: (x: readonly number[]) => number;
  readonly at: readonly number[];
  readonly partials: readonly number[];
}
type Golden = Record<string, { at: number[]; partials: number[] }[]>;

const golden: Golden = JSON.parse(
  readFileSync(new URL("../golden/derivatives.json", import.meta.url), "utf8"),
);
const smooth = allOps().filter((op) => op.kinks.length === 0);

/** An op at ten points; one that the golden file does not have yet is judged by its own partials. */
function casesOf(op: Op): Case[] {
  const own = (at: number[]) => op.partials.map((partial) => partial(...at, op.value(...at)));
  const points = golden[op.name] ?? samplePoints(op, 10, 4).map((at) => ({ at, partials: own(at) }));
  return points.map(({ at, partials }) => {
    const params = at.slice(op.args.length);
    const f = (x: readonly number[]) => op.value(...x, ...params);
    return { name: op.name, f, at: at.slice(0, op.args.length), partials };
  });
}

/** The functions of the exercises. */
const exercises: Case[] = Object.entries({
  exercise: ["-a ** 3 + sin(3 * b) - 1 / c + b ** 2.5 - a ** 0.5", "a b c"],
  parabola: ["3 * x ** 2 - 4 * x + 5", "x"],
  product: ["(a * b + c) * f", "a b c f"],
  neuron: ["tanh(x1 * w1 + x2 * w2 + b)", "x1 x2 w1 w2 b"],
  loss: ["log(exp(a) + exp(b) + exp(c) + exp(d)) - d", "a b c d"],
} as const).flatMap(([name, [text, names]]) => {
  const of = toFunction(parseFormula(text), names.split(" "), intrinsics);
  return (golden[name] ?? []).map(({ at, partials }) => ({
    name,
    f: (x: readonly number[]) => of(...x),
    at,
    partials,
  }));
});

const relative = (found: number, wanted: number) =>
  found === wanted ? 0 : Math.abs(found - wanted) / Math.abs(wanted);
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const median = (numbers: readonly number[]) => sorted(numbers)[numbers.length >> 1] as number;

describe("on every smooth op of the table at ten seeded points, and on the functions of the exercises", () => {
  const cases = [...smooth.flatMap(casesOf), ...exercises];

  it("ridders(f, x): median error at most 1e-13, worst 1e-11, and the bar covers the truth in 99 % of partials", () => {
    const found = cases.flatMap(({ f, at, partials }) =>
      ridders(f, at).map(({ value, error }, i) => {
        const truth = partials[i] as number;
        // Where the truth is 0 every number is infinitely far: there the bar judges.
        return {
          relative: truth === 0 ? 0 : relative(value, truth),
          covered: Math.abs(value - truth) <= error,
        };
      }),
    );
    expect(found.length).toBeGreaterThan(500);
    const errors = found.map((one) => one.relative);
    expect(median(errors)).toBeLessThanOrEqual(1e-13);
    expect(Math.max(...errors)).toBeLessThanOrEqual(1e-11);
    expect(found.filter((one) => one.covered).length / found.length).toBeGreaterThanOrEqual(0.99);
  });

  it("complexStep(op, values, index) is right to 1e-15, and no op is left out", () => {
    for (const op of smooth) {
      expect(golden, "run golden/derivatives.py after a new op").toHaveProperty(op.name);
      for (const { at, partials } of golden[op.name] ?? []) {
        partials.forEach((truth, i) => {
          expect(relative(complexStep(op, at, i), truth), `${op.name} at ${at}`).toBeLessThanOrEqual(1e-15);
        });
      }
    }
  });

  it("checkGradient(f, gradient, x) raises no false alarm on right gradients", () => {
    expect(exercises).toHaveLength(5);
    for (const { name, f, at, partials } of cases) {
      const report = checkGradient(f, () => partials, [...at]);
      expect(report.verdict, `${name} at ${at}: ${report}`).toBe("OK");
    }
  });
});

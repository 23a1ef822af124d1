import {
  checkOp,
  complexStep,
  fivePoint,
  forwardDifference,
  richardson,
  ridders,
  symmetricDifference,
} from "@outgrad/gradcheck";
import { type Op, opOf, samplePoints } from "@outgrad/ops";
import type { OpErrors } from "./report.ts";

const points = 24;

/** The measured errors of an op's partials, and of every method, at seeded points of its domain away from its kinks. */
export function errorsOf(name: string, seed: number): OpErrors[] {
  const op = opOf(name);
  const { rows } = checkOp(op, { seed });
  const sampled = samplePoints(op, points, seed);
  return op.args.map((arg, index) => ({
    op: name,
    arg,
    domain: op.domain[index] as readonly [number, number],
    verdict: rows[index]?.verdict ?? "CAN'T TELL",
    partial: rows[index]?.relativeError ?? Number.NaN,
    methods: methodErrors(op, index, sampled),
  }));
}

const methods = {
  forward: forwardDifference,
  symmetric: symmetricDifference,
  fivePoint,
  richardson,
  ridders: (f: (t: number) => number, x: number) => ridders(f, x).value,
};

function methodErrors(op: Op, index: number, sampled: readonly number[][]): OpErrors["methods"] {
  const errors = Object.entries(methods).map(([method, slope]) => {
    const found = sampled
      .map((at) => {
        const exact = complexStep(op, at, index);
        const along = (t: number) => op.value(...at.map((x, i) => (i === index ? t : x)));
        const error = Math.abs(slope(along, at[index] as number) - exact);
        return error === 0 ? 0 : error / Math.abs(exact);
      })
      .filter((error) => !Number.isNaN(error))
      .sort((a, b) => a - b);
    return [method, [found[found.length >> 1] ?? Number.NaN, found.at(-1) ?? Number.NaN]];
  });
  return Object.fromEntries(errors);
}

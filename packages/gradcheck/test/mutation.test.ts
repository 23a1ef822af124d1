import { allOps, compare, type Formula, type Op, samplePoints, toFunction, toText } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { afterAll, describe, expect, it } from "vitest";
import { expectedSlope } from "../src/expected-slope.js";
import { slopeOf } from "../src/slope.js";
import { judge } from "../src/verdict.js";
import { mutantsOf } from "./mutants.js";

// A check that cannot fail is worse than none. Every partial of every op of the table is damaged in every small way;
// the complex step has to notice each, unless the damaged formula is the right one after all. What is left over is
// listed with its reason: LIST_MUTANTS=1 npx vitest run test/mutation.test.ts

const equivalents: string[] = [];
const tally = { mutants: 0, "caught by complex step": 0, "caught by differences": 0, equivalent: 0 };
afterAll(() => {
  console.info(tally, process.env.LIST_MUTANTS ? equivalents.join("\n") : "");
});

describe.each(allOps().map((op) => ({ name: op.name, op })))("$name", ({ op }) => {
  const cases = op.args.map((arg, index) => ({ arg, index }));
  it.each(cases)("every damage to its partial by $arg is noticed", ({ arg, index }) => {
    const right = op.partialFormulas[index] as Formula;
    const names = [...op.args, ...Object.keys(op.params), "y"];
    const functionOf = (formula: Formula) => toFunction(formula, names, intrinsics);
    const points = variants(op).flatMap((variant) => samplePoints(variant, 48));
    const fresh = variants(op).flatMap((variant) => samplePoints(variant, 300, 2));
    const slopes = points.map((at) => slopeOf(along(op, at, index), at[index] as number));
    const isReached = (part: Formula) =>
      points.some((at) => reached(right, withValue(op, at), functionOf).has(part));

    const missed: string[] = [];
    const known = new Set([toText(right)]);
    for (const { formula, site } of mutantsOf(right, names)) {
      const text = toText(formula);
      if (known.has(text)) continue;
      known.add(text);
      tally.mutants++;
      const partial = functionOf(formula);
      const damaged = { ...op, partials: op.partials.with(index, partial) };
      const answers = points.map((at) => partial(...withValue(op, at)));
      if (points.some((_, i) => judge(slopes[i] as never, answers[i] as number, {}).verdict === "WRONG")) {
        tally["caught by differences"]++;
      }
      if (points.some((at, i) => isWrong(damaged, at, index, answers[i] as number))) {
        tally["caught by complex step"]++;
        continue;
      }
      const isSame = fresh.every((at) =>
        isClose(partial(...withValue(op, at)), functionOf(right)(...withValue(op, at))),
      );
      if (!isSame) missed.push(text);
      tally.equivalent++;
      const reason = !isReached(site)
        ? "in a branch that is taken on kinks or outside the domain only"
        : site.kind === "choose"
          ? "chooses otherwise on kinks or outside the domain only"
          : "the same function";
      equivalents.push(`${op.name} by ${arg}: ${toText(right)} -> ${text}: ${reason}`);
    }
    expect(missed).toEqual([]);
  });
});

it("most damages are no equivalents", () => {
  expect(tally.mutants).toBeGreaterThan(1000);
  expect(tally.equivalent / tally.mutants).toBeLessThan(0.15);
});

/** The op with its default parameters, and with each of them changed: to another number of its sign, and to 0. */
function variants(op: Op): Op[] {
  const changed = Object.entries(op.params).flatMap(([name, value]) =>
    [Number.isFinite(value) ? 0.75 * value + 0.1 : Math.sign(value), 0].map((other) => ({
      ...op,
      params: { ...op.params, [name]: other },
    })),
  );
  return [op, ...changed];
}

const withValue = (op: Op, at: readonly number[]): number[] => [...at, op.value(...at)];

const along = (op: Op, at: readonly number[], index: number) => (x: number) =>
  op.value(...at.map((other, i) => (i === index ? x : other)));

function isWrong(damaged: Op, at: readonly number[], index: number, answer: number): boolean {
  const expected = expectedSlope(damaged, at, index);
  if (typeof expected === "string") throw new Error(`${damaged.name}: ${expected}`);
  return !(Math.abs(answer - expected.value) <= expected.error);
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-14 * Math.abs(b);

/** The parts of a formula that are computed for these inputs: of a choice, only the branch that holds. */
function reached(
  formula: Formula,
  inputs: readonly number[],
  functionOf: (part: Formula) => (...inputs: number[]) => number,
): Set<Formula> {
  const found = new Set<Formula>();
  const number = (part: Formula) => functionOf(part)(...inputs);
  const visit = (part: Formula): void => {
    found.add(part);
    if (part.kind === "negate") visit(part.of);
    if (part.kind === "binary") [part.left, part.right].forEach(visit);
    if (part.kind === "call") part.args.forEach(visit);
    if (part.kind === "choose") {
      visit(compare[part.comparison](number(part.left), number(part.right)) ? part.then : part.otherwise);
    }
  };
  visit(formula);
  return found;
}

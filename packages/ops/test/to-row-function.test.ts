import {
  type Formula,
  namesIn,
  type OpName,
  opOf,
  ops,
  parseFormula,
  toFunction,
  toRowFunction,
} from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";

const points = [-2.5, -1, -0, 0, 1e-8, 0.5, 1, 3, 40, Infinity, NaN];

/** Every name as a row, and again with each name in turn as one number. */
function mustAgree(formula: Formula, names: readonly string[]): void {
  const byNumber = toFunction(formula, names, intrinsics);
  const byRow = toRowFunction(formula, names, intrinsics);
  const rows = names.map((_, i) =>
    Float64Array.from(points, (_, k) => points[(k * (i + 1) + i) % points.length] as number),
  );
  for (let single = -1; single < names.length; single++) {
    const given = rows.map((row, i) => (i === single ? 0.75 : row));
    const into = new Float64Array(points.length);
    byRow(given, into);
    const wanted = points.map((_, k) =>
      byNumber(...given.map((row) => (typeof row === "number" ? row : (row[k] as number)))),
    );
    expect(Array.from(into)).toEqual(wanted);
  }
}

describe("toRowFunction(formula, names, functions)", () => {
  it.each(Object.keys(ops) as OpName[])("gives toFunction's bits for %s and its partials", (name) => {
    const op = opOf(name);
    const names = [...op.args, ...Object.keys(op.params)];
    mustAgree(op.formula, names);
    for (const partial of op.partialFormulas) mustAgree(partial, [...names, "y"]);
  });

  it("takes rows of another length at the next call", () => {
    const formula = parseFormula("p - rate * g", { names: ["p", "g", "rate"], functions: {} });
    const update = toRowFunction(formula, [...namesIn(formula)], {});
    for (const length of [3, 0, 5]) {
      const into = new Float64Array(length);
      update([new Float64Array(length).fill(7), 0.5, new Float64Array(length).fill(2)], into);
      expect(into).toEqual(new Float64Array(length).fill(6));
    }
  });

  it("may write into a row that it reads", () => {
    const formula = parseFormula("p - g * p", { names: ["p", "g"], functions: {} });
    const p = Float64Array.of(1, 2, 3);
    toRowFunction(formula, ["p", "g"], {})([p, 0.5], p);
    expect(Array.from(p)).toEqual([0.5, 1, 1.5]);
  });

  it("refuses what is not given", () => {
    const formula = parseFormula("tanh(p)", { names: ["p"], functions: { tanh: [1, 1] } });
    expect(() => toRowFunction(formula, ["p"], {})).toThrow('calls "tanh", which is not given');
    expect(() => toRowFunction(formula, ["q"], intrinsics)).toThrow('reads "p"; it is given only q');
  });
});

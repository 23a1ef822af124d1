import { namesIn, parseFormula, toJs } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { fold } from "../src/formula/fold.js";
import { straightLine } from "../src/wasm/straight-line.js";
import { isWorthATest, weightOf, weightOfProgram } from "../src/wasm/weight.js";

describe("fold(formula, constants)", () => {
  it.each([
    ["0.1 + 0.2", "0.30000000000000004"],
    ["7 - 4 * 2 / 16", "6.5"],
    ["1 / 0", "Infinity"],
    ["-(2 - 5)", "3"],
    ["c * c - x", "9 - x"],
    ["x + 1 + 2", "x + 1 + 2"],
    ["x + (1 + 2)", "x + 3"],
    ["-x * 0", "-x * 0"],
    ["1 + 1 < x ? 2 * 3 : exp(c - 1)", "2 < x ? 6 : exp(2)"],
    ["x != 4 / 2 ? x : 1 - 1", "x !== 2 ? x : 0"],
  ])("of %o with c = 3 is %o", (text, wanted) => {
    expect(toJs(fold(parseFormula(text), new Map([["c", 3]])))).toBe(wanted);
  });

  it("keeps the sign of a zero", () => {
    expect(fold(parseFormula("-0"))).toMatchObject({ kind: "number", value: -0 });
    expect(fold(parseFormula("0 * -1"))).toMatchObject({ kind: "number", value: -0 });
  });
});

describe("straightLine(name, values)", () => {
  it("has no line that is a constant or that nothing reads", () => {
    const { lines, value } = straightLine("exp");
    expect(lines.every(({ formula }) => formula.kind !== "number")).toBe(true);
    const read = new Set([...lines.map(({ formula }) => formula), value].flatMap((f) => [...namesIn(f)]));
    expect(lines.filter(({ name }) => !read.has(name))).toEqual([]);
    expect([...read].filter((name) => !lines.some((line) => line.name === name))).toEqual(["x"]);
  });

  it("puts the values of arguments in, 0 and -0 apart", () => {
    const formulaOf = (value: number) => toJs(straightLine("limitPow", [undefined, undefined, value]).value);
    expect(formulaOf(2)).toBe(
      "a === 0 ? limit : a === Infinity ? limit : abs(y) < Infinity ? 2 : a === 1 ? 1 : limit",
    );
    const sign = (value: number) => straightLine("sinOf", [value]).value;
    expect(sign(0)).not.toBe(sign(-0));
    expect(sign(0)).toBe(sign(0));
  });
});

describe("weightOf(formula)", () => {
  it.each([
    ["x", 0],
    ["2", 0],
    ["x + 2 * y", 2],
    ["-x", 1],
    ["x / y", 8],
    ["sqrt(x)", 8],
    ["abs(x) + floor(x)", 7],
    ["x < 1 ? x + 1 : x", 2],
    ["exp(x) + 1", weightOfProgram("exp") + 1],
    ["sin(x)", Infinity],
  ])("of %o is %o", (text, weight) => {
    expect(weightOf(parseFormula(text))).toBe(weight);
  });

  it("weighs a program by its lines and what it calls", () => {
    expect(weightOfProgram("fractionalPow")).toBe(6);
    expect(weightOfProgram("expm1")).toBeGreaterThan(weightOfProgram("exp"));
  });
});

it.each([
  ["exp(x)", "x", true],
  ["x", "exp(x)", false],
  ["exp(x)", "exp(x)", true],
  ["sinOf(x, y)", "cosOf(x, y)", false],
  ["x / y + x + y", "x + x + x + x + x", false],
  ["x / y + x + y + x", "x + x + x + x", true],
  ["x / y + x + y + x", "x + x + x + x + x + x + x", false],
])("isWorthATest(%o, beside %o) is %o", (side, other, wanted) => {
  expect(isWorthATest(parseFormula(side), parseFormula(other))).toBe(wanted);
});

import { type Formula, parseFormula, toText } from "@outgrad/ops";
import fc from "fast-check";
import { expect, it } from "vitest";
import { formulas, withoutSpans } from "./formulas.js";

const text = (formula: string, rename?: (name: string) => string) => toText(parseFormula(formula), rename);

it.each([
  ["1-y*y", "1 - y * y"],
  ["a-(b-c)", "a - (b - c)"],
  ["(a-b)-c", "a - b - c"],
  ["a*(b+c)", "a * (b + c)"],
  ["a/(b*c)", "a / (b * c)"],
  ["-(a+b)", "-(a + b)"],
  ["-a**2", "-a ** 2"],
  ["(-a)**2", "(-a) ** 2"],
  ["a**b**c", "a ** b ** c"],
  ["(a**b)**c", "(a ** b) ** c"],
  ["b * pow(a, b - 1)", "b * a ** (b - 1)"],
  ["exp(-a)", "exp(-a)"],
  ["max(a, b + 1)", "max(a, b + 1)"],
])("toText of %s is %s", (formula, wanted) => {
  expect(text(formula)).toBe(wanted);
});

it("toText says a choice in words", () => {
  expect(text("a > 0 ? 1 : 0")).toBe("1 if a > 0, otherwise 0");
  expect(text("a > 0 ? 1 : a < 0 ? -1 : 0")).toBe("1 if a > 0, otherwise -1 if a < 0, otherwise 0");
  expect(text("(a > 0 ? a : 0) + 1")).toBe("(a if a > 0, otherwise 0) + 1");
});

it("toText(formula, rename) puts numbers in, negative ones in parentheses where they need them", () => {
  const numbers: Record<string, string> = { a: "-3", b: "2", c: "-0.5" };
  const put = (name: string) => numbers[name] ?? name;
  expect(text("a * b", put)).toBe("-3 * 2");
  expect(text("b * a", put)).toBe("2 * (-3)");
  expect(text("b - a", put)).toBe("2 - (-3)");
  expect(text("a ** b", put)).toBe("(-3) ** 2");
  expect(text("b ** c", put)).toBe("2 ** (-0.5)");
  expect(text("-a", put)).toBe("-(-3)");
  expect(text("exp(a)", put)).toBe("exp(-3)");
});

it("toText stays on its line whatever the names are", () => {
  expect(text("a * b", () => "x\ny\u202e\u0000z\ud800")).toBe("x y\ufffd z\ufffd * x y\ufffd z\ufffd");
});

it("parseFormula(toText(formula)) is the formula, for any formula without a choice", () => {
  fc.assert(
    fc.property(formulas({ choices: false }), (formula: Formula) => {
      expect(withoutSpans(parseFormula(toText(formula)))).toEqual(withoutSpans(formula));
    }),
    { numRuns: 1000 },
  );
});

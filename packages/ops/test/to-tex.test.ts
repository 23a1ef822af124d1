import { type OpName, opOf, ops, parseFormula, toTex } from "@outgrad/ops";
import { expect, it } from "vitest";

const tex = (formula: string, rename?: (name: string) => string) => toTex(parseFormula(formula), rename);

it.each([
  ["1 - y * y", "1 - y \\cdot y"],
  ["a - (b - c)", "a - \\left(b - c\\right)"],
  ["a + (b + c)", "a + b + c"],
  ["a * (b * c)", "a \\cdot b \\cdot c"],
  ["a * (b + c)", "a \\cdot \\left(b + c\\right)"],
  ["(a + b) / (c - 1)", "\\frac{a + b}{c - 1}"],
  ["-y / b", "\\frac{-y}{b}"],
  ["-(a * b)", "-a \\cdot b"],
  ["-(a + b)", "-\\left(a + b\\right)"],
  ["a - -b", "a - \\left(-b\\right)"],
  ["pow(a, b - 1)", "a^{b - 1}"],
  ["(-a) ** 2", "\\left(-a\\right)^{2}"],
  ["(a / b) ** 2", "\\left(\\frac{a}{b}\\right)^{2}"],
  ["(a ** b) ** c", "\\left(a^{b}\\right)^{c}"],
  ["exp(-a)", "e^{-a}"],
  ["1 / (1 + exp(-a))", "\\frac{1}{1 + e^{-a}}"],
  ["square(a + b)", "\\left(a + b\\right)^{2}"],
  ["reciprocal(a)", "\\frac{1}{a}"],
  ["sqrt(a + b)", "\\sqrt{a + b}"],
  ["abs(a)", "\\left|a\\right|"],
  ["log(a)", "\\ln\\left(a\\right)"],
  ["log1p(a)", "\\ln\\left(1 + a\\right)"],
  ["2 * expm1(a)", "2 \\cdot \\left(e^{a} - 1\\right)"],
  ["tanh(a) + max(a, b)", "\\tanh\\left(a\\right) + \\max\\left(a, b\\right)"],
  ["sigmoid(a) * relu(b)", "\\sigma\\left(a\\right) \\cdot \\operatorname{relu}\\left(b\\right)"],
  ["1e-7 * a", "1 \\cdot 10^{-7} \\cdot a"],
  ["1e-7 ** a", "\\left(1 \\cdot 10^{-7}\\right)^{a}"],
])("toTex of %s is %s", (formula, wanted) => {
  expect(tex(formula)).toBe(wanted);
});

it("toTex writes a choice as cases, and a chain of choices as one", () => {
  expect(tex("a > 0 ? 1 : a != b ? -1 : 0")).toBe(
    "\\begin{cases} 1 & \\text{if } a > 0 \\\\ -1 & \\text{if } a \\ne b \\\\ 0 & \\text{otherwise} \\end{cases}",
  );
  expect(tex("2 * (a <= 0 ? 1 : 0)")).toBe(
    "2 \\cdot \\left(\\begin{cases} 1 & \\text{if } a \\le 0 \\\\ 0 & \\text{otherwise} \\end{cases}\\right)",
  );
});

it("toTex sets names as mathematics does: letters slanted, words upright, digits below, Greek as Greek", () => {
  expect(tex("x")).toBe("x");
  expect(tex("loss")).toBe("\\mathrm{loss}");
  expect(tex("x12")).toBe("x_{12}");
  expect(tex("logit_3")).toBe("\\mathrm{logit}_{3}");
  expect(tex("alpha * Gamma2")).toBe("\\alpha \\cdot \\Gamma_{2}");
  expect(tex("β")).toBe("β");
  expect(tex("größe")).toBe("\\text{größe}");
});

it("toTex(formula, rename) puts numbers in", () => {
  const numbers: Record<string, string> = { a: "-3", b: "2.5", c: "1e+21", d: "Infinity", e: "NaN" };
  const put = (name: string) => numbers[name] ?? name;
  expect(tex("b * a", put)).toBe("2.5 \\cdot \\left(-3\\right)");
  expect(tex("a ** b", put)).toBe("\\left(-3\\right)^{2.5}");
  expect(tex("c + d", put)).toBe("1 \\cdot 10^{21} + \\infty");
  expect(tex("e", put)).toBe("\\text{NaN}");
});

it("toTex escapes whatever TeX would act on", () => {
  expect(tex("a", () => "\\input{x} $1 & 2% #_^~<>|`")).toBe(
    "\\text{\\textbackslash{}input\\{x\\} \\$1 \\& 2\\% \\#\\_\\textasciicircum{}\\textasciitilde{}" +
      "\\textless{}\\textgreater{}\\textbar{}\\textasciigrave{}}",
  );
  expect(tex("a", () => "one\ntwo\u202e")).toBe("\\text{one two\ufffd}");
});

it("toTex prints every formula of the op table with balanced braces and fences", () => {
  for (const name of Object.keys(ops) as OpName[]) {
    for (const formula of [opOf(name).formula, ...opOf(name).partialFormulas]) {
      const printed = toTex(formula);
      const count = (what: RegExp) => printed.match(what)?.length ?? 0;
      expect(count(/\{/g)).toBe(count(/\}/g));
      expect(count(/\\left/g)).toBe(count(/\\right/g));
    }
  }
});

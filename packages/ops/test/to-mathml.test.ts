import { type Formula, parseFormula, toFunction, toMathML, toTex, toText } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import fc from "fast-check";
import { expect, it } from "vitest";
import { formulas } from "./formulas.js";

const mathml = (formula: string, rename?: (name: string) => string) =>
  toMathML(parseFormula(formula), rename);

it.each([
  ["a", "<mi>a</mi>"],
  ["2.5", "<mn>2.5</mn>"],
  ["a - b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"],
  ["a * b", "<mrow><mi>a</mi><mo>·</mo><mi>b</mi></mrow>"],
  ["a / b", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"],
  ["a ** 2", "<msup><mi>a</mi><mn>2</mn></msup>"],
  ["exp(a)", "<msup><mi>e</mi><mi>a</mi></msup>"],
  ["sqrt(a)", "<msqrt><mi>a</mi></msqrt>"],
  ["abs(a)", "<mrow><mo>|</mo><mi>a</mi><mo>|</mo></mrow>"],
  ["-a", "<mrow><mo>−</mo><mi>a</mi></mrow>"],
  ["x1", "<msub><mi>x</mi><mn>1</mn></msub>"],
  ["theta", "<mi>θ</mi>"],
  ["tanh(a)", "<mrow><mi>tanh</mi><mo>\u2061</mo><mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow></mrow>"],
  ["1e-7", "<mrow><mn>1</mn><mo>·</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>7</mn></mrow></msup></mrow>"],
])("toMathML of %s is %s", (formula, wanted) => {
  expect(mathml(formula)).toBe(wanted);
});

it("toMathML writes a choice as a table of cases", () => {
  expect(mathml("a < 0 ? 0 : a")).toBe(
    "<mrow><mo>{</mo><mtable>" +
      "<mtr><mtd><mn>0</mn></mtd><mtd><mrow><mtext>if\u00a0</mtext><mrow><mi>a</mi><mo>&lt;</mo><mn>0</mn></mrow></mrow></mtd></mtr>" +
      "<mtr><mtd><mi>a</mi></mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>",
  );
});

it("toMathML(formula, rename) puts numbers in", () => {
  expect(mathml("a * b", () => "-3")).toBe(
    "<mrow><mrow><mo>−</mo><mn>3</mn></mrow><mo>·</mo><mrow><mo>(</mo><mrow><mo>−</mo><mn>3</mn></mrow><mo>)</mo></mrow></mrow>",
  );
  expect(mathml("a", () => "Infinity")).toBe("<mi>∞</mi>");
});

it("toMathML escapes markup and replaces what XML cannot hold", () => {
  expect(mathml("a", () => `</math><script a="b" c='d'>&`)).toBe(
    "<mtext>&lt;/math&gt;&lt;script a=&quot;b&quot; c=&#39;d&#39;&gt;&amp;</mtext>",
  );
  expect(mathml("a", () => "\u0000\ud800\ufffe")).toBe("<mtext> \ufffd\ufffd</mtext>");
});

/** Reads MathML back; throws where an element has other children than Core asks for. */
function check(markup: string): void {
  const children: Record<string, number> = { mfrac: 2, msup: 2, msub: 2 };
  const known = /^(mrow|mi|mn|mo|mtext|msub|msup|mfrac|msqrt|mtable|mtr|mtd)$/;
  const open: { name: string; count: number }[] = [{ name: "math", count: 0 }];
  for (const [token, end, name] of markup.matchAll(/<(\/?)(\w+)>|[^<]+/g)) {
    const parent = open.at(-1) as { name: string; count: number };
    if (name === undefined) {
      if (!/^m[inot]|^mtext/.test(parent.name)) throw new Error(`text ${token} in ${parent.name}`);
    } else if (end === "/") {
      if (parent.name !== name) throw new Error(`</${name}> ends ${parent.name}`);
      if (children[name] !== undefined && parent.count !== children[name])
        throw new Error(`${name} of ${parent.count}`);
      open.pop();
    } else {
      if (!known.test(name)) throw new Error(`unknown ${name}`);
      parent.count++;
      open.push({ name, count: 0 });
    }
  }
  if (open.length !== 1 || open[0]?.count !== 1) throw new Error("not one element");
}

it("toMathML of any formula is one element of Core MathML, with as many parts as each takes", () => {
  fc.assert(
    fc.property(formulas({ choices: true }), (formula) => check(toMathML(formula))),
    { numRuns: 1000 },
  );
});

/** What a reader reads: the marks from left to right, a fraction as a division of two fenced parts. */
function read(markup: string): string {
  const parts: string[][] = [[]];
  const written: Readonly<Record<string, (...inner: string[]) => string>> = {
    mfrac: (above, below) => `(${above})/(${below})`,
    msup: (base, exponent) => `${base}**(${exponent})`,
    msub: (base, index) => `${base}${index}`,
    msqrt: (...inner) => `sqrt(${inner.join("")})`,
    mo: (sign = "") => ({ "−": "-", "·": "*", "\u2061": "" })[sign] ?? sign,
    mi: (name = "") => (name === "ln" ? "log" : name),
    mrow: (...inner) =>
      inner[0] === "|" && inner.at(-1) === "|" ? `abs(${inner.slice(1, -1).join("")})` : inner.join(""),
  };
  for (const [token, end, name] of markup.matchAll(/<(\/?)(\w+)>|[^<]+/g)) {
    if (name === undefined) parts.at(-1)?.push(token);
    else if (end !== "/") parts.push([]);
    else {
      const inner = parts.pop() as string[];
      parts.at(-1)?.push(written[name]?.(...inner) ?? inner.join(""));
    }
  }
  return parts[0]?.join("") ?? "";
}

it("toMathML of any formula reads as the same number", () => {
  const at = { a: 1.3, b: 0.7, x1: 1.9, α: 0.4, e: Math.E };
  const functions = {
    ...intrinsics,
    max: Math.max,
    reciprocal: (x: number) => 1 / x,
    square: (x: number) => x * x,
  };
  const value = (formula: Formula) => toFunction(formula, Object.keys(at), functions)(...Object.values(at));
  let compared = 0;
  fc.assert(
    fc.property(formulas({ choices: false }), (formula) => {
      const wanted = value(parseFormula(toText(formula, (name) => (name === "alpha" ? "α" : name))));
      if (!Number.isFinite(wanted) || Math.abs(wanted) > 1e50) return;
      const found = value(parseFormula(read(toMathML(formula))));
      // Regrouped sums and products round differently, and 0 may come out of a cancellation.
      if (Math.abs(found - wanted) > 1e-6 * Math.max(1, Math.abs(wanted))) {
        expect(read(toMathML(formula))).toBe(toText(formula));
      }
      compared++;
    }),
    { numRuns: 1000, seed: 1 },
  );
  expect(compared).toBeGreaterThan(300);
});

it("toMathML and toTex put parentheses in the same places", () => {
  fc.assert(
    fc.property(formulas({ choices: true }), (formula) => {
      const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
      expect(count(toMathML(formula), /<mo>\(<\/mo>/g)).toBe(count(toTex(formula), /\\left\(/g));
    }),
  );
});

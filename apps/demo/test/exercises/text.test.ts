import { exercises, hintsOf, textOf } from "@outgrad/exercises/track";
import { describe, expect, it } from "vitest";
import { mathml, UnknownTex } from "../../src/exercises/text/mathml.ts";

describe("mathml", () => {
  it.each([
    ["x", "<mi>x</mi>"],
    ["-2.5", "<mrow><mo>−</mo><mn>2.5</mn></mrow>"],
    ["a^{-1}", "<msup><mi>a</mi><mrow><mo>−</mo><mn>1</mn></mrow></msup>"],
    ["x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"],
    ["f'", "<msup><mi>f</mi><mo>′</mo></msup>"],
    ["\\frac{1}{c}", "<mfrac><mn>1</mn><mi>c</mi></mfrac>"],
    ["\\tfrac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"],
    ["\\sqrt a", "<msqrt><mi>a</mi></msqrt>"],
    ["\\sum_i x_i", "<mrow><munder><mo>∑</mo><mi>i</mi></munder><msub><mi>x</mi><mi>i</mi></msub></mrow>"],
    ["\\log x", `<mrow><mi>log</mi><mspace width="0.17em"></mspace><mi>x</mi></mrow>`],
    ["\\sin(u)", "<mrow><mi>sin</mi><mo>(</mo><mi>u</mi><mo>)</mo></mrow>"],
    ["a < b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"],
    ["\\text{a < b}", "<mtext>a &lt; b</mtext>"],
    ["\\left(x\\right)", "<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"],
  ])("of %s", (tex, inside) => {
    expect(mathml(tex)).toBe(`<math>${inside}</math>`);
  });

  it.each(["\\unheard", "{x", "x}", "x^", "\\text x", "\\left(x"])("refuses %s", (tex) => {
    expect(() => mathml(tex)).toThrow(UnknownTex);
  });
});

describe.each(["typescript", "python"] as const)("the track's texts, for %s", (language) => {
  it.each(exercises.map((each) => [each.id, each] as const))(
    "%s has formulas that can be shown",
    (_, exercise) => {
      const texts = [textOf(exercise, language), ...hintsOf(exercise, language).map(({ text }) => text)];
      for (const text of texts) {
        const prose = text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`]+`/g, "");
        for (const [, block, inline] of prose.matchAll(/\$\$([\s\S]+?)\$\$|\$([^$]+)\$/g))
          mathml(block ?? inline ?? "");
        expect(prose.replace(/\$\$[\s\S]+?\$\$|\$[^$]+\$/g, "")).not.toMatch(/[$\\]|^#|\{.*\|/m);
      }
    },
  );
});

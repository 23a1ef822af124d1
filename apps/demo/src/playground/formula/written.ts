import { type Formula, toMathML, toTex, toText } from "@outgrad/ops";
import { type Derivative, type DerivativeLine, derivativeName } from "./derivative.ts";

/** A derivative in three notations; those to be copied have a line for each line. */
export interface Written {
  /** A whole `<math>` element for each line. */
  readonly mathml: readonly string[];
  readonly tex: string;
  readonly text: string;
}

/** Writes the equations ∂of/∂leaf = formula. */
export function write({ leaf, lines }: Derivative): Written {
  return {
    mathml: lines.map((line) => `<math displaystyle="true">${equation(line, leaf)}</math>`),
    tex: lines
      .map(({ of, formula }) => `${texQuotient(of, leaf)} = ${inTex(formula, lines, leaf)}`)
      .join(" \\\\\n"),
    text: lines.map(({ of, formula }) => `${derivativeName(of, leaf)} = ${toText(formula)}`).join("\n"),
  };
}

const symbol = (name: string): Formula => ({ kind: "name", name, span: [0, 0] });

function equation({ of, formula }: DerivativeLine, leaf: string): string {
  const over = `<mrow><mo>∂</mo>${toMathML(symbol(of))}</mrow>`;
  const under = `<mrow><mo>∂</mo>${toMathML(symbol(leaf))}</mrow>`;
  return `<mrow><mfrac>${over}${under}</mfrac><mo>=</mo>${toMathML(formula)}</mrow>`;
}

const texQuotient = (of: string, by: string) =>
  `\\frac{\\partial ${toTex(symbol(of))}}{\\partial ${toTex(symbol(by))}}`;

/** In TeX the derivatives of the lines above are fractions again, not words. */
function inTex(formula: Formula, lines: readonly DerivativeLine[], leaf: string): string {
  let tex = toTex(formula);
  for (const { of } of lines) {
    tex = tex.replaceAll(toTex(symbol(derivativeName(of, leaf))), texQuotient(of, leaf));
  }
  return tex;
}

import { type Formula, toMathML, toTex, toText } from "@outgrad/ops";
import { clean } from "../text/clean.js";
import { formatNumber } from "../text/number.js";

/** One formula three times: text for terminals and screen readers, TeX for math mode, MathML for browsers. */
export interface Formulas {
  readonly text: string;
  readonly tex: string;
  /** A whole `<math>` element. Gradients have the class `og-grad`, local slopes `og-slope`, values `og-data`. */
  readonly mathml: string;
}

/** A part of a formula; its MathML is not yet inside `<math>`. */
export type Piece = Formulas;

const signs = {
  "=": { text: "=", tex: "=", mathml: "<mo>=</mo>" },
  "+=": { text: "+=", tex: "\\mathrel{+}=", mathml: "<mo>+=</mo>" },
  "+": { text: "+", tex: "+", mathml: "<mo>+</mo>" },
  "*": { text: "*", tex: "\\cdot", mathml: "<mo>·</mo>" },
} as const satisfies Record<string, Piece>;

/** Pieces side by side; a sign stands for itself. */
export function inRow(...parts: readonly (Piece | keyof typeof signs)[]): Piece {
  const pieces = parts.map((part) => (typeof part === "string" ? signs[part] : part));
  return {
    text: pieces.map(({ text }) => text).join(" "),
    tex: pieces.map(({ tex }) => tex).join(" "),
    mathml: pieces.map(({ mathml }) => mathml).join(""),
  };
}

/** The row as a formula of its own. */
export function asFormula({ text, tex, mathml }: Piece): Formulas {
  return { text, tex, mathml: `<math><mrow>${mathml}</mrow></math>` };
}

/** A formula of the op table with names or numbers put in. */
export function printed(formula: Formula, rename: (name: string) => string): Piece {
  const text = toText(formula, rename);
  return {
    // A choice in words has no end of its own.
    text: formula.kind === "choose" ? `(${text})` : text,
    tex: toTex(formula, rename),
    mathml: toMathML(formula, rename),
  };
}

const asName: Formula = { kind: "name", name: "", span: [0, 0] };

/** A name by itself. */
export function named(name: string): Piece {
  return printed(asName, () => clean(name));
}

/**
 * A number in the colour of what it is; `inside` a product or a sum, a negative one is in parentheses, and so is
 * 2 · 10⁻⁹, which is a product itself.
 */
export function numbered(x: number, role: "grad" | "slope" | "data", inside = false): Piece {
  const { text, tex, mathml } = printed(asName, () => formatNumber(x));
  const isNegative = text.startsWith("-");
  const fenced = inside && (isNegative || /\de/.test(text));
  return {
    text: inside && isNegative ? `(${text})` : text,
    tex: fenced ? `(${tex})` : tex,
    mathml: `<mrow class="og-${role}">${fenced ? `<mo>(</mo>${mathml}<mo>)</mo>` : mathml}</mrow>`,
  };
}

/** d(of)/d(by), as a fraction. */
export function derivative(of: string, by: string): Piece {
  const [above, below] = [named(of), named(by)];
  return {
    text: `d${grouped(above.text)}/d${grouped(below.text)}`,
    tex: `\\frac{\\partial ${above.tex}}{\\partial ${below.tex}}`,
    mathml: `<mfrac><mrow><mi>∂</mi>${above.mathml}</mrow><mrow><mi>∂</mi>${below.mathml}</mrow></mfrac>`,
  };
}

function grouped(name: string): string {
  return /^[\p{L}\p{N}_#]+$/u.test(name) ? name : `(${name})`;
}

import { type Formula, toMathML, toTex, toText } from "@outgrad/ops";
import { type Derivative, derivativeName } from "./derivative.ts";

/** A derivative in three notations; those to be copied have a line for each line. */
export interface Written {
  /** A whole `<math>` element for each line. */
  readonly mathml: readonly string[];
  readonly tex: string;
  readonly text: string;
}

/** Writes the equations ∂of/∂leaf = formula. */
export function write({ leaf, lines }: Derivative): Written {
  const inNotation = ({ print, quotient }: Notation) =>
    lines.map(({ of, formula }) => {
      // What stands for the derivative of a line above becomes a fraction again.
      const right = lines.reduce(
        (text, line) =>
          text.replaceAll(print(symbol(derivativeName(line.of, leaf))), () => quotient(line.of, leaf)),
        print(formula),
      );
      return [quotient(of, leaf), right] as const;
    });
  return {
    mathml: inNotation(mathml).map(
      ([left, right]) => `<math displaystyle="true"><mrow>${left}<mo>=</mo>${right}</mrow></math>`,
    ),
    tex: inNotation(tex)
      .map(([left, right]) => `${left} = ${right}`)
      .join(" \\\\\n"),
    text: lines.map(({ of, formula }) => `${derivativeName(of, leaf)} = ${toText(formula)}`).join("\n"),
  };
}

const symbol = (name: string): Formula => ({ kind: "name", name, span: [0, 0] });

interface Notation {
  print(formula: Formula): string;
  /** The derivative of one name by another. */
  quotient(of: string, by: string): string;
}

const mathml: Notation = {
  print: (formula) => toMathML(formula),
  quotient: (of, by) =>
    `<mfrac><mrow><mo>∂</mo>${toMathML(symbol(of))}</mrow><mrow><mo>∂</mo>${toMathML(symbol(by))}</mrow></mfrac>`,
};

const tex: Notation = {
  print: (formula) => toTex(formula),
  quotient: (of, by) => `\\frac{\\partial ${toTex(symbol(of))}}{\\partial ${toTex(symbol(by))}}`,
};

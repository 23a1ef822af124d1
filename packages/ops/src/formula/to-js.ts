import type { Comparison, Formula } from "./ast.js";

/** How a formula's names and calls read in the text around it. */
export interface JsNames {
  /** The text of a name: `a` may become `data[i]`. */
  readonly name?: (name: string) => string;
  /** The text of a function: `exp` may become `intrinsics.exp`. */
  readonly call?: (name: string) => string;
}

/** How tightly a piece of text binds; a looser piece inside a tighter one is put in parentheses. */
const binds = { choose: 0, sum: 1, product: 2, sign: 3, atom: 4 } as const;

/** The comparisons that JavaScript spells in its own way. */
const spelling: Partial<Record<Comparison, string>> = { "==": "===", "!=": "!==" };

/** JavaScript text of a formula, with the parentheses it needs and no others. */
export function toJs(formula: Formula, names: JsNames = {}): string {
  const { name = String, call = String } = names;
  const print = (part: Formula, context: number): string => {
    const [text, strength] = piece(part);
    return strength < context ? `(${text})` : text;
  };
  const piece = (part: Formula): [text: string, strength: number] => {
    switch (part.kind) {
      case "number":
        return [String(part.value), binds.atom];
      case "name":
        return [name(part.name), binds.atom];
      case "negate":
        // A sign directly inside a sign is put in parentheses: "--" would be another operator.
        return [`-${print(part.of, binds.atom)}`, binds.sign];
      case "binary": {
        const strength = part.operator === "+" || part.operator === "-" ? binds.sum : binds.product;
        // The right side binds tighter: a - (b - c) and a * (b * c) round differently without parentheses.
        return [
          `${print(part.left, strength)} ${part.operator} ${print(part.right, strength + 1)}`,
          strength,
        ];
      }
      case "choose": {
        const sign = spelling[part.comparison] ?? part.comparison;
        const sides = `${print(part.left, binds.sum)} ${sign} ${print(part.right, binds.sum)}`;
        return [
          `${sides} ? ${print(part.then, binds.sum)} : ${print(part.otherwise, binds.choose)}`,
          binds.choose,
        ];
      }
      case "call":
        return [
          `${call(part.name)}(${part.args.map((arg) => print(arg, binds.choose)).join(", ")})`,
          binds.atom,
        ];
    }
  };
  return print(formula, binds.choose);
}

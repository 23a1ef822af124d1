import type { Formula } from "./ast.js";
import { printable } from "./symbols.js";

/** How tightly a piece of text binds; a looser piece inside a tighter one is put in parentheses. */
const binds = { choose: 0, sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const;

/**
 * Readable text of a formula, in ASCII: `1 - y * y`, `b * a ** (b - 1)`, `1 if a > 0, otherwise 0`. A formula
 * without a choice reads back with `parseFormula` to the same tree.
 *
 * `rename` gives the text for a name: another name, or a number as `String` writes it; a negative one gets
 * parentheses where it needs them. The text stays on one line whatever the names are.
 */
export function toText(formula: Formula, rename: (name: string) => string = String): string {
  const print = (part: Formula, least: number): string => {
    const [text, strength] = piece(part);
    return strength < least ? `(${text})` : text;
  };
  /** A part after an operator: a minus in front would read as a second operator. */
  const after = (part: Formula, least: number): string => {
    const text = print(part, least);
    return text.startsWith("-") ? `(${text})` : text;
  };
  const piece = (part: Formula): [text: string, strength: number] => {
    switch (part.kind) {
      case "number":
        return [String(part.value), binds.atom];
      case "name": {
        const text = printable(rename(part.name));
        return [text, text.startsWith("-") ? binds.sign : binds.atom];
      }
      case "negate":
        return [`-${after(part.of, binds.power)}`, binds.sign];
      case "binary": {
        const strength = part.operator === "+" || part.operator === "-" ? binds.sum : binds.product;
        const left = print(part.left, strength);
        return [`${left} ${part.operator} ${after(part.right, strength + 1)}`, strength];
      }
      case "choose": {
        const sides = `${print(part.left, binds.sum)} ${part.comparison} ${print(part.right, binds.sum)}`;
        const then = print(part.then, binds.sum);
        return [`${then} if ${sides}, otherwise ${print(part.otherwise, binds.choose)}`, binds.choose];
      }
      case "call": {
        const [base, exponent] = part.args;
        if (part.name === "pow" && base && exponent && part.args.length === 2) {
          return [`${print(base, binds.atom)} ** ${after(exponent, binds.power)}`, binds.power];
        }
        return [`${part.name}(${part.args.map((arg) => print(arg, binds.choose)).join(", ")})`, binds.atom];
      }
    }
  };
  return print(formula, binds.choose);
}

import type { Comparison, Formula } from "../formula/ast.js";
import type { SourceLanguage } from "./language.js";

/** How tightly a piece of text binds; a looser piece inside a tighter one is put in parentheses. */
const binds = { choose: 0, sum: 1, product: 2, sign: 3, atom: 4 } as const;

type Piece = readonly [text: string, strength: number];

/** What an expression is written with. `read` gives the text of a name, which binds as tightly as a call. */
export interface Writing {
  readonly language: SourceLanguage;
  readonly read: (name: string) => string;
  readonly call: (name: string, args: readonly string[]) => string;
}

/** A number as text. */
export function numberPiece(x: number, language: SourceLanguage): Piece {
  if (Number.isNaN(x)) return [language.nan, binds.atom];
  const isNegative = x < 0 || Object.is(x, -0);
  const size = Math.abs(x);
  const text = size === Number.POSITIVE_INFINITY ? language.infinity : language.number(size);
  return isNegative ? [`-${text}`, binds.sign] : [text, binds.atom];
}

/** The text of a formula, with the parentheses it needs and no others. Its sums are those of the tree. */
export function formulaText(formula: Formula, writing: Writing): string {
  const { language, read, call } = writing;
  const print = (part: Formula, context: number): string => {
    const [text, strength] = piece(part);
    return strength < context ? `(${text})` : text;
  };
  const piece = (part: Formula): Piece => {
    switch (part.kind) {
      case "number":
        return numberPiece(part.value, language);
      case "name":
        return [read(part.name), binds.atom];
      case "negate":
        // A sign directly inside a sign is put in parentheses: "--" would be another operator.
        return [`-${print(part.of, binds.atom)}`, binds.sign];
      case "binary": {
        if (part.operator === "/") {
          const divisor = part.right.kind === "number" ? part.right.value : null;
          const sides = [print(part.left, binds.choose), print(part.right, binds.choose)] as const;
          const own = language.divide(...sides, divisor);
          if (own !== null) return [own, binds.atom];
        }
        const strength = part.operator === "+" || part.operator === "-" ? binds.sum : binds.product;
        // The right side binds tighter: a - (b - c) and a * (b * c) round differently without parentheses.
        const right = print(part.right, strength + 1);
        const safe = right.startsWith("-") ? `(${right})` : right;
        return [`${print(part.left, strength)} ${part.operator} ${safe}`, strength];
      }
      case "choose": {
        const sign = language.comparisons[part.comparison satisfies Comparison];
        const condition = `${print(part.left, binds.sum)} ${sign} ${print(part.right, binds.sum)}`;
        // A choice inside a choice reads better in parentheses, and Python needs them for the first branch.
        const branch = (of: Formula) => print(of, binds.sum);
        return [language.choose(condition, branch(part.then), branch(part.otherwise)), binds.choose];
      }
      case "call":
        return [
          call(
            part.name,
            part.args.map((arg) => print(arg, binds.choose)),
          ),
          binds.atom,
        ];
    }
  };
  return print(formula, binds.choose);
}

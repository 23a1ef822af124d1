import type { Formula } from "./ast.js";
import { type Notation, notate } from "./notation.js";
import { type Glyphs, printable } from "./symbols.js";

/**
 * Core MathML of a formula: one element, to stand inside `<math>`. Browsers draw it and screen readers speak it
 * without any library.
 *
 * `rename` gives the text for a name: another name, or a number as `String` writes it. Any text is safe in it:
 * markup is escaped, and what XML cannot hold is replaced.
 */
export function toMathML(formula: Formula, rename: (name: string) => string = String): string {
  return notate(formula, mathml, rename);
}

const relations = { "<": "&lt;", ">": "&gt;", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠" } as const;
const signs = { "+": "+", "-": "−", "·": "·" } as const;
const applyFunction = "<mo>\u2061</mo>";

const row = (...parts: readonly string[]) => `<mrow>${parts.join("")}</mrow>`;
const sign = (text: string) => `<mo>${text}</mo>`;

const mathml: Notation<string> = {
  numeral: ({ negative, digits, exponent }) => {
    const mantissa = digits === "∞" || digits === "NaN" ? `<mi>${digits}</mi>` : `<mn>${digits}</mn>`;
    const minus = negative ? [sign("−")] : [];
    if (exponent === undefined) return negative ? row(...minus, mantissa) : mantissa;
    const power = exponent.startsWith("-")
      ? row(sign("−"), `<mn>${exponent.slice(1)}</mn>`)
      : `<mn>${exponent}</mn>`;
    return row(...minus, mantissa, sign("·"), `<msup><mn>10</mn>${power}</msup>`);
  },
  symbol: (glyphs) =>
    glyphs.subscript === undefined
      ? base(glyphs)
      : `<msub>${base(glyphs)}<mn>${glyphs.subscript}</mn></msub>`,
  negative: (of) => row(sign("−"), of),
  infix: (left, operator, right) => row(left, sign(signs[operator]), right),
  fraction: (above, below) => `<mfrac>${above}${below}</mfrac>`,
  power: (below, exponent) => `<msup>${below}${exponent}</msup>`,
  root: (of) => `<msqrt>${of}</msqrt>`,
  bars: (of) => row(sign("|"), of, sign("|")),
  apply: (name, args) => row(functionName(name), applyFunction, fence(args.join(sign(",")))),
  parentheses: (inner) => fence(inner),
  cases: (rows) => {
    const lines = rows.map(({ value, condition }) => {
      const when =
        condition === undefined ? "<mtext>otherwise</mtext>" : row("<mtext>if\u00a0</mtext>", condition);
      return `<mtr><mtd>${value}</mtd><mtd>${when}</mtd></mtr>`;
    });
    return row(sign("{"), `<mtable>${lines.join("")}</mtable>`);
  },
  comparison: (left, relation, right) => row(left, sign(relations[relation]), right),
};

function fence(inner: string): string {
  return row(sign("("), inner, sign(")"));
}

function base({ base, isWord }: Glyphs): string {
  return isWord ? `<mi>${escaped(base)}</mi>` : `<mtext>${escaped(base)}</mtext>`;
}

function functionName(name: string): string {
  return `<mi>${name === "log" ? "ln" : name === "sigmoid" ? "σ" : escaped(name)}</mi>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (sign) => entities[sign] as string);
}

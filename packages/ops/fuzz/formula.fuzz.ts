import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile, inputsOf, many, textOf } from "../../../tools/fuzz/text.ts";
import { FormulaError, ops, parseFormula, toMathML, toTex, toText } from "../src/index.js";

const names = Object.keys(ops) as (keyof typeof ops)[];

/** A formula in each notation. */
function read(input: Uint8Array): unknown {
  const formula = parseFormula(textOf(input));
  return [toText(formula), toTex(formula), toMathML(formula)];
}

export const target: Target = {
  share: 150_000,
  corpus: inputsOf([
    ...names.map((name) => ops[name].value),
    "-a**3 + sin(3*b) - 1/c + b**2.5",
    "a < b ? (c >= 0 ? 1 : -1) : max(a, b, 1e-3)",
  ]),
  words: [
    ...hostile,
    ...names,
    "(",
    ")",
    ",",
    "**",
    "?",
    ":",
    "<=",
    "!=",
    "1e5",
    ".5",
    "#",
    "\n",
    many("("),
    many("-"),
    many("a**"),
    many("a+"),
    many("f("),
    many("a<b?"),
  ],
  read,
  refuses: (error) => error instanceof FormulaError && /^[^\n]{1,2000}[.)]$/.test(error.reason),
  // A tree, and of an expression a graph, has a node for every sign.
  times: 3000,
  room: 1_000_000,
};

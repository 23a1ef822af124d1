import { FormulaError, ops } from "@outgrad/ops";
import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile, inputsOf, many, textOf } from "../../../tools/fuzz/text.ts";
import { expression } from "../src/index.js";

/** Computes what the text says with 0.5 for every name, and its gradient. */
function read(input: Uint8Array): unknown {
  const f = expression(textOf(input));
  const { result, values } = f.run(Object.fromEntries(f.names.map((name) => [name, 0.5])));
  result.backward();
  return [result.data, f.names.map((name) => values[name]?.grad)];
}

export const target: Target = {
  share: 150_000,
  corpus: inputsOf([
    "a",
    "-a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5",
    "b = a + a; c = b + 1; y = b",
    "x1w1 = x1 * w1\nx2w2 = x2 * w2 # weighted\nn = x1w1 + x2w2 + bias\no = tanh(n)",
    "d = a < b ? exp(a) : log(b)\nmax(d, a)",
    "leakyRelu(a, 0.2) + softplus(b)",
  ]),
  words: [
    ...hostile,
    ...Object.keys(ops).map((name) => `${name}(`),
    "a",
    "b",
    "result",
    " = ",
    "; ",
    "**",
    " ? ",
    " : ",
    " < ",
    "1e5",
    many("("),
    many("-"),
    many("a*"),
    many("exp("),
    many("a = 1;"),
  ],
  read,
  refuses: (error) => error instanceof FormulaError && /^[^\n]{1,2000}[.)]$/.test(error.reason),
  // A tree, and of an expression a graph, has a node for every sign.
  times: 3000,
  room: 1_000_000,
};

import { circuitOf, type ExpressionCircuit, leavesFor } from "../../src/playground/circuit.ts";
import { compile } from "../../src/playground/compile.ts";

/** The circuit of a text that has no mistake. */
export function circuit(text: string, leaves: Record<string, number>, passes = 1): ExpressionCircuit {
  const compiled = compile(text);
  if ("mistake" in compiled) throw new Error(compiled.mistake.sentence);
  return circuitOf(
    compiled.expression,
    leavesFor(compiled.expression, new Map(Object.entries(leaves))),
    passes,
  );
}

export const seed = { text: "e = a * b\nd = e + c\nL = d * f", leaves: { a: 2, b: -3, c: 10, f: -2 } };

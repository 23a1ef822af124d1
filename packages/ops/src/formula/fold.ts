import { type BinaryOperator, type Formula, mapParts } from "./ast.js";

const arithmetic: Readonly<Record<BinaryOperator, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

/**
 * The formula with the named constants put in and arithmetic between numbers done: the same bits, since a machine
 * rounds today as it will later. Compilers of WebAssembly do not do it for lanes.
 */
export function fold(formula: Formula, constants: ReadonlyMap<string, number> = new Map()): Formula {
  const folded = mapParts(formula, (part) => fold(part, constants));
  const number = (value: number): Formula => ({ kind: "number", value, span: formula.span });
  if (folded.kind === "name") {
    const value = constants.get(folded.name);
    if (value !== undefined) return number(value);
  }
  if (folded.kind === "negate" && folded.of.kind === "number") return number(-folded.of.value);
  if (folded.kind === "binary" && folded.left.kind === "number" && folded.right.kind === "number")
    return number(arithmetic[folded.operator](folded.left.value, folded.right.value));
  return folded;
}

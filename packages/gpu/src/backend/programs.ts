import { type Assignment, namesIn, toText } from "@outgrad/ops";
import type { Statement, Wire } from "../kernels/elementwise.js";

/** The lines of a program that one result needs, and the operands and numbers that they read. */
export interface Part {
  readonly key: string;
  readonly operands: readonly string[];
  readonly numbers: readonly string[];
  readonly statements: readonly Statement[];
}

const parts = new WeakMap<readonly Assignment[], Map<string, Part>>();

/** The part of a program that ends with the last value of a name. `operands` are the names that stand for arrays. */
export function partOf(program: readonly Assignment[], operands: readonly string[], result: string): Part {
  const known = parts.get(program) ?? new Map<string, Part>();
  parts.set(program, known);
  const key = `${result} of ${operands.join(" ")}`;
  const part = known.get(key) ?? find(program, operands, result);
  known.set(key, part);
  return part;
}

function find(program: readonly Assignment[], arrays: readonly string[], result: string): Part {
  const lines = neededLines(program, result);
  const operands: string[] = [];
  const numbers: string[] = [];
  const assigned = new Map<string, number>();
  const wire = (name: string): Wire => {
    const index = assigned.get(name);
    if (index !== undefined) return { from: "statement", index };
    const [list, from] = arrays.includes(name)
      ? ([operands, "operand"] as const)
      : ([numbers, "param"] as const);
    if (!list.includes(name)) list.push(name);
    return { from, index: list.indexOf(name) };
  };
  const statements = lines.map(({ name, formula }, i): Statement => {
    const reads = Object.fromEntries([...namesIn(formula)].map((read) => [read, wire(read)]));
    assigned.set(name, i);
    return { formula, reads };
  });
  const key = lines.map(({ name, formula }) => `${name} = ${toText(formula)}`).join("; ");
  return { key: `${key} | ${operands.join(" ")} | ${numbers.join(" ")}`, operands, numbers, statements };
}

/** The lines that the last value of a name depends on, in their order. */
function neededLines(program: readonly Assignment[], result: string): Assignment[] {
  const wanted = new Set([result]);
  return program
    .toReversed()
    .filter(({ name, formula }) => {
      if (!wanted.delete(name)) return false;
      for (const read of namesIn(formula)) wanted.add(read);
      return true;
    })
    .toReversed();
}

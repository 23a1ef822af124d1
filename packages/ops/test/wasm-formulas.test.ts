import { allOps, type Formula, parseFormula, parseProgram, partsOf } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import * as float32 from "@outgrad/ops/intrinsics/float32";
import { describe, expect, it } from "vitest";
import { intrinsics as programs } from "../src/intrinsics/programs.js";
import { type Columns, difference, numbers, run, stream } from "./wasm-run.js";

type Call = (...values: number[]) => number;

const ways = [
  ["f64", 60],
  ["f64x2", 0],
  ["f64x2", 60],
  ["f64x2", 1000],
] as const;

/** The numbers that a formula compares with, in the programs that it calls too: where branches change. */
function bordersOf(formula: Formula, seen = new Set<string>()): number[] {
  const own = formula.kind === "choose" ? [formula.left, formula.right].flatMap(literals) : [];
  const called = formula.kind === "call" && !seen.has(formula.name) ? programs[formula.name] : undefined;
  if (called && formula.kind === "call") seen.add(formula.name);
  const lines = called ? parseProgram(called.program).map((line) => line.formula) : [];
  return [...own, ...[...lines, ...partsOf(formula)].flatMap((part) => bordersOf(part, seen))];
}

function literals(formula: Formula): number[] {
  return formula.kind === "number" ? [formula.value] : partsOf(formula).flatMap(literals);
}

function columnsFor(formula: Formula, names: readonly string[], count: number): Columns {
  const uniform = stream(names.length + 1);
  const borders = [...new Set(bordersOf(formula))];
  const columns = names.map(() => numbers(count, borders, uniform));
  // Equal arguments, and neighbours that differ by little, are too rare by chance.
  const [first, second] = columns;
  if (first && second) {
    const factors = [1, -1, 1 + 2 ** -52];
    for (let i = 0; i < count; i += 7) second[i] = (first[i] as number) * (factors[i % 3] as number);
  }
  return columns;
}

function wantedFrom(call: Call, columns: Columns): Float64Array {
  return Float64Array.from({ length: columns[0]?.length ?? 0 }, (_, i) =>
    call(...columns.map((column) => column[i] as number)),
  );
}

function expectSameBits(formula: Formula, names: readonly string[], columns: Columns, call: Call): void {
  const wanted = wantedFrom(call, columns);
  for (const [shape, inlined] of ways) {
    const found = run(formula, names, columns, shape, inlined);
    const at = difference(found, wanted);
    if (at === undefined) continue;
    const point = columns.map((column) => column[at]).join(", ");
    expect.fail(`${shape}, inlined ${inlined}, gives ${found[at]} at ${point}, JavaScript ${wanted[at]}`);
  }
}

describe("FormulaPrinter gives JavaScript's bits, one number at a time and in lanes", () => {
  it.each(Object.entries({ ...intrinsics, ...float32 }))("for %s", (name, call) => {
    const names = ["x", "y"].slice(0, call.length);
    const formula = parseFormula(`${name}(${names})`);
    expectSameBits(formula, names, columnsFor(formula, names, 20_000), call as Call);
  });

  it.each(allOps().map((op) => [op.name, op] as const))("for the op %s and its partials", (_, op) => {
    const names = [...op.args, ...Object.keys(op.params), "y"];
    const columns = columnsFor(op.formula, names, 4000);
    const inputs = columns.slice(0, -1);
    expectSameBits(op.formula, names.slice(0, -1), inputs, op.value);
    const y = wantedFrom(op.value, inputs);
    op.partialFormulas.forEach((formula, i) => {
      expectSameBits(formula, names, [...inputs, y], op.partials[i] as Call);
    });
  });
});

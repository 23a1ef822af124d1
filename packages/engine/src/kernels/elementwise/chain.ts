import type { Formula } from "@outgrad/ops";
import { type Code, FormulaPrinter, HoistingCode, inFloat32, WasmModule } from "@outgrad/ops/wasm";
import { pairsOf } from "../pairs.js";

/** What a name in a formula stands for: an operand's number, one that is the same for all, or an earlier result. */
export interface Wire {
  readonly from: "input" | "number" | "statement";
  readonly index: number;
}

/** One formula of a chain. */
export interface Statement {
  readonly formula: Formula;
  readonly reads: ReadonlyMap<string, Wire>;
  /** Whether its results are written, or only read by later statements. */
  readonly isStored: boolean;
}

/** Formulas that are computed one after the other, for each element. */
export interface Chain {
  /** How many operands there are, and how many numbers that all elements have in common. */
  readonly inputs: number;
  readonly numbers: number;
  readonly statements: readonly Statement[];
}

/** How many numbers of each operand are in the heap at once. */
export const pieceLength = 8192;
/** Bytes between the operands there, and between the last one and the results. */
export const pieceBytes = 8 * pieceLength;

/** As many instructions of an intrinsic as are written in the loop itself. */
const inlined = 400;

/**
 * The binary of a module that imports a memory as env.memory and exports "run", which takes a number of elements above 0.
 * Operand i begins at i `pieceBytes`, the results that are stored follow in their order, and after them the numbers, in
 * doubles. Each result is rounded to the type before another statement reads it.
 */
export function chainModule(
  { inputs, numbers, statements }: Chain,
  type: "float32" | "float64",
): Uint8Array<ArrayBuffer> {
  const module = new WasmModule(1);
  const printer = new FormulaPrinter(module, "f64x2", inlined);
  const code = new HoistingCode(["i32"]);
  const pairs = pairsOf[type];
  const at = code.local("i32");
  const vectors = (count: number) => Array.from({ length: count }, () => code.local("v128"));
  const locals = { input: vectors(inputs), number: vectors(numbers), statement: vectors(statements.length) };
  const printed = statements.map(({ formula, reads }) => {
    const written = type === "float32" ? inFloat32(formula) : formula;
    return (to: Code) =>
      printer.print(written, to, (name) => {
        const { from, index } = reads.get(name) as Wire;
        to.localGet(locals[from][index] as number);
      });
  });
  const isRead = (index: number) =>
    statements.some(({ reads }) =>
      [...reads.values()].some((wire) => wire.from === "statement" && wire.index === index),
    );
  const stored = statements.filter(({ isStored }) => isStored).length;
  const firstNumber = pieceBytes * (inputs + stored);

  for (const [i, local] of locals.number.entries()) {
    code
      .i32Const(0)
      .v128Load64Splat(firstNumber + 8 * i)
      .localSet(local);
  }
  for (const print of printed) code.hoist(print);
  code.localGet(0).i32Const(pairs.bytes).i32Mul().localSet(0).loop();
  for (const [i, local] of locals.input.entries()) {
    pairs.load(code.localGet(at), pieceBytes * i).localSet(local);
  }
  let out = pieceBytes * inputs;
  for (const [i, { isStored }] of statements.entries()) {
    const local = locals.statement[i] as number;
    printed[i]?.(code);
    if (isRead(i)) pairs.round(code);
    code.localSet(local);
    if (!isStored) continue;
    pairs.store(code.localGet(at).localGet(local), out);
    out += pieceBytes;
  }
  code
    .localGet(at)
    .i32Const(2 * pairs.bytes)
    .i32Add()
    .localTee(at)
    .localGet(0)
    .i32LtU()
    .brIf(0)
    .end();
  module.addFunction(code, [], "run");
  return module.bytes();
}

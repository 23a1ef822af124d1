import { callsIn, type Formula, type Op } from "@outgrad/ops";
import { type Code, FormulaPrinter, HoistingCode, inFloat32, WasmModule } from "@outgrad/ops/wasm";
import { pairsOf } from "../pairs.js";

/** What a kernel computes of each element: a formula of the operands in `names`, the first cursor's first. */
export interface ElementFormula {
  readonly formula: Formula;
  readonly names: readonly string[];
  /** The names of its parameters, in order; it need not read them. */
  readonly params: readonly string[];
}

/** How many numbers of each operand are in the heap at once. */
export const pieceLength = 8192;
/** Bytes between the operands there, and between the last one and the result. */
export const pieceBytes = 8 * pieceLength;

/** y of an op. */
export const resultOf = ({ formula, args, params }: Op): ElementFormula => ({
  formula,
  names: args,
  params: Object.keys(params),
});

/** The gradient times a local derivative, added to 0 as Value's gradients are; `reads` are 0 and 1 for its arguments and 2 for y. */
export function partialOf(
  { partialFormulas, args, params }: Op,
  i: number,
  reads: readonly number[],
): ElementFormula {
  const span = [0, 0] as const;
  const partial = partialFormulas[i] as Formula;
  const g = { kind: "name", name: "g", span } as const;
  const term = { kind: "binary", operator: "*", left: g, right: partial, span } as const;
  const zero = { kind: "number", value: 0, span } as const;
  return {
    formula: { kind: "binary", operator: "+", left: zero, right: term, span },
    names: ["g", ...reads.map((read) => args[read] ?? "y")],
    params: Object.keys(params),
  };
}

const instructions = new Set(["sqrt", "abs", "floor", "round"]);

/** Whether it calls what takes many instructions. */
export const isLong = ({ formula }: ElementFormula): boolean =>
  [...callsIn(formula)].some((name) => !instructions.has(name));

/** As many instructions of an intrinsic as are written in the loop itself. */
const inlined = 400;

/**
 * The binary of a module that imports a memory as env.memory and exports "run", which takes a number of elements above 0.
 * Operand i begins at i `pieceBytes`, the result after the last operand, and after it the parameters, in doubles.
 */
export function elementModule(
  { formula, names, params }: ElementFormula,
  type: "float32" | "float64",
): Uint8Array<ArrayBuffer> {
  const module = new WasmModule(1);
  const printer = new FormulaPrinter(module, "f64x2", inlined);
  const code = new HoistingCode(["i32"]);
  const pairs = pairsOf[type];
  const at = code.local("i32");
  const locals = new Map([...names, ...params].map((name) => [name, code.local("v128")]));
  const local = (name: string) => locals.get(name) as number;
  const out = pieceBytes * names.length;
  for (const [i, name] of params.entries()) {
    code
      .i32Const(0)
      .v128Load64Splat(out + pieceBytes + 8 * i)
      .localSet(local(name));
  }
  const written = type === "float32" ? inFloat32(formula) : formula;
  const print = (to: Code) => printer.print(written, to, (name) => to.localGet(local(name)));
  code.hoist(print);
  code.localGet(0).i32Const(pairs.bytes).i32Mul().localSet(0).loop();
  for (const [i, name] of names.entries()) {
    pairs.load(code.localGet(at), pieceBytes * i).localSet(local(name));
  }
  code.localGet(at);
  print(code);
  pairs.store(code, out);
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

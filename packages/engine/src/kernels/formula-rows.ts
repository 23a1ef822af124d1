import type { Formula } from "@outgrad/ops";
import { Code, FormulaPrinter, WasmModule } from "@outgrad/ops/wasm";
import type { DType, Floats } from "../tensor/dtype.js";
import { type Heap, sharedHeap } from "./heap.js";
import { pairsOf } from "./pairs.js";

/** Numbers from some place of an array on, or one number for all places. */
export type Operand = { readonly data: Floats; readonly at: number } | number;

type RowFunction = (...addressesNumbersAndCount: number[]) => void;

/** How many numbers of each row are copied at once: they stay in a cache. */
const chunk = 1 << 12;
/** As many instructions of an intrinsic as are written in the loop itself. */
const inlined = 400;

/**
 * A formula over rows of one dtype in WebAssembly.
 *
 * Floor: equals toRowFunction of ops bit for bit (test/kernels/formula-rows.test.ts). Trick: two places in the lanes of a
 * vector, and rows that are copied a cache's worth at a time. It buys three times the speed of JavaScript for formulas
 * that call intrinsics. It gives up nothing.
 */
export class FormulaRows {
  readonly #names: readonly string[];
  readonly #formula: Formula;
  readonly #bytes: 4 | 8;
  readonly #dtype: DType;
  readonly #functions = new Map<string, RowFunction | null>();

  /** Of a formula that reads these names. */
  constructor(formula: Formula, names: readonly string[], dtype: DType) {
    this.#formula = formula;
    this.#names = names;
    this.#dtype = dtype;
    this.#bytes = pairsOf[dtype].bytes;
  }

  /**
   * Writes the formula's values to `out`, from its beginning, of operands in the order of the names; they may be `out`
   * itself. False, and nothing has changed, where the machine refuses.
   */
  run(operands: readonly Operand[], out: Floats): boolean {
    const heap = sharedHeap();
    if (heap === null) return false;
    const call = this.#functionFor(heap, operands);
    const bytes = this.#bytes;
    const rows = operands.length + 1;
    if (call === null || !heap.reserve(rows * chunk * bytes)) return false;
    const room = bytes === 4 ? heap.floats : heap.doubles;
    const given = operands.map((operand, i) =>
      typeof operand === "number" ? operand : (i + 1) * chunk * bytes,
    );
    for (let from = 0; from < out.length; from += chunk) {
      const count = Math.min(chunk, out.length - from);
      operands.forEach((operand, i) => {
        if (typeof operand === "number") return;
        const start = operand.at + from;
        room.set(operand.data.subarray(start, start + count), (i + 1) * chunk);
      });
      call(...given, 0, count * bytes);
      out.set(room.subarray(0, count), from);
    }
    return true;
  }

  #functionFor(heap: Heap, operands: readonly Operand[]): RowFunction | null {
    const kinds = operands.map((operand) => (typeof operand === "number" ? "n" : "r")).join("");
    const known = this.#functions.get(kinds);
    if (known !== undefined) return known;
    const fresh = heap.load<{ readonly rows: RowFunction }>(this.#module(kinds))?.rows ?? null;
    this.#functions.set(kinds, fresh);
    return fresh;
  }

  /** A function of an address for each row and a number for each name that is one, of the result's address, and its end. */
  #module(kinds: string): Uint8Array<ArrayBuffer> {
    const module = new WasmModule(1);
    const printer = new FormulaPrinter(module, "f64x2", inlined);
    module.addFunction(this.#body(kinds, printer), [], "rows");
    return module.bytes();
  }

  #body(kinds: string, printer: FormulaPrinter): Code {
    const pairs = pairsOf[this.#dtype];
    const types = [...kinds].map((kind) => (kind === "r" ? ("i32" as const) : ("f64" as const)));
    const code = new Code([...types, "i32", "i32"]);
    const out = kinds.length;
    const vectors = [...kinds].map((kind, i) => {
      const vector = code.local("v128");
      if (kind === "n") code.localGet(i).f64x2Splat().localSet(vector);
      return vector;
    });
    code.loop();
    [...kinds].forEach((kind, i) => {
      if (kind === "r") pairs.load(code.localGet(i), 0).localSet(vectors[i] as number);
    });
    code.localGet(out);
    printer.print(this.#formula, code, (name) => {
      code.localGet(vectors[this.#names.indexOf(name)] as number);
    });
    pairs.store(code, 0);
    const step = 2 * pairs.bytes;
    [...kinds].forEach((kind, i) => {
      if (kind === "r") code.localGet(i).i32Const(step).i32Add().localSet(i);
    });
    code.localGet(out).i32Const(step).i32Add().localTee(out);
    return code
      .localGet(out + 1)
      .i32LtU()
      .brIf(0)
      .end();
  }
}

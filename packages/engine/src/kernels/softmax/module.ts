import { FormulaPrinter, WasmModule } from "@outgrad/ops/wasm";
import { pairsOf } from "../pairs.js";
import { columns } from "./columns.js";
import type { ColumnOp } from "./passes.js";
import { rows } from "./rows.js";

/**
 * Does `outer` blocks of `count` rows of `inner` numbers in place, with room for 16 `count` bytes at `work` and two doubles
 * of each column at `slots`.
 */
export type ColumnFunction = (
  work: number,
  at: number,
  outer: number,
  count: number,
  inner: number,
  slots: number,
) => void;

/** As many instructions of an intrinsic as are written in the loop itself. */
const inlined = 400;

/** The binary of a module that imports a memory as env.memory and exports "rows", for an `inner` of 1, and "columns". */
export function columnModule(op: ColumnOp, type: "float32" | "float64"): Uint8Array<ArrayBuffer> {
  const module = new WasmModule(1);
  const printer = new FormulaPrinter(module, "f64x2", inlined);
  module.addFunction(rows(op, pairsOf[type], printer), [], "rows");
  module.addFunction(columns(op, pairsOf[type], printer), [], "columns");
  return module.bytes();
}

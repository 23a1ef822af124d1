import { relaxedSimd, WasmModule } from "@outgrad/ops/wasm";
import type { DType } from "../../tensor/dtype.js";
import { lanesOf } from "../gemm/lanes.js";
import { range } from "../gemm/routine.js";
import type { Heap } from "../heap.js";
import { dotsKernel } from "./dots.js";
import { lanesIn, type Machine, tileRows } from "./machine.js";
import { tapsKernel } from "./taps.js";

type Exports = Readonly<Record<string, (...numbers: number[]) => void>>;

/** The binary of the kernels for 1 to 4 rows, which import a memory as env.memory. */
export function convModule(dtype: DType, fused: boolean): Uint8Array<ArrayBuffer> {
  const module = new WasmModule(1);
  for (const i of range(tileRows)) {
    module.addFunction(tapsKernel(lanesOf[dtype], i + 1, fused), [], `taps${i + 1}`);
    module.addFunction(dotsKernel(lanesOf[dtype], i + 1, fused), [], `dots${i + 1}`);
  }
  return module.bytes();
}

/**
 * The machine in WebAssembly; null where that is forbidden. Floor: plain.ts, with the same bits in float64
 * (test/kernels). Trick: up to 4 rows times several vectors of sums in registers, and operands read where they lie. It
 * gives up: float32 sums in doubles.
 */
export function wasmMachine(heap: Heap, dtype: DType): Machine | null {
  const bytes = dtype === "float32" ? 4 : 8;
  const exports = heap.load<Exports>(convModule(dtype, dtype === "float32" && relaxedSimd()));
  if (exports === null) return null;
  const taps = range(tileRows).map((i) => exports[`taps${i + 1}`] as Exports[string]);
  const dots = range(tileRows).map((i) => exports[`dots${i + 1}`] as Exports[string]);
  return {
    get floats() {
      return dtype === "float32" ? heap.floats : heap.doubles;
    },
    get ints() {
      return new Int32Array(heap.floats.buffer);
    },
    reserve: (size) => heap.reserve(size),
    taps(rows, terms, columns, weights, offsets, source, out, outRow) {
      const run = taps[rows - 1] as Exports[string];
      run(terms, columns * bytes, weights * bytes, offsets * 4, source * bytes, out * bytes, outRow * bytes);
    },
    dots(rows, terms, columns, left, leftRow, offsets, source, out) {
      const run = dots[rows - 1] as Exports[string];
      const places = [left * bytes, leftRow * bytes, offsets * 4, source * bytes, out * bytes] as const;
      run(terms, columns * bytes, ...places, lanesIn(dtype) * bytes * terms);
    },
  };
}

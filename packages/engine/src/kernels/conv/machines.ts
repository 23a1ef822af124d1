import { relaxedSimd, simd } from "@outgrad/ops/wasm";
import type { DType } from "../../tensor/dtype.js";
import type { Machine } from "./machine.js";
import { compileConv } from "./module.js";
import { plainMachine } from "./plain.js";

const machines: Partial<Record<DType, Machine>> = {};

/** The machine of a dtype: in WebAssembly if there is one here. */
export function machineOf(dtype: DType): Machine {
  machines[dtype] ??= create(dtype);
  return machines[dtype];
}

function create(dtype: DType): Machine {
  if (simd()) {
    try {
      return compileConv(dtype, dtype === "float32" && relaxedSimd());
    } catch {
      // Forbidden here: JavaScript does it.
    }
  }
  return plainMachine(dtype);
}

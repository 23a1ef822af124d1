import type { DType } from "../../tensor/dtype.js";
import { sharedHeap } from "../heap.js";
import type { Machine } from "./machine.js";
import { wasmMachine } from "./module.js";
import { plainMachine } from "./plain.js";

const fast: Partial<Record<DType, Machine | null>> = {};

/** A machine of a dtype with room for so many bytes: in WebAssembly if that is possible. */
export function machineOf(dtype: DType, bytes: number): Machine {
  if (fast[dtype] === undefined) {
    const heap = sharedHeap();
    fast[dtype] = heap === null ? null : wasmMachine(heap, dtype);
  }
  const machine = fast[dtype];
  if (machine?.reserve(bytes)) return machine;
  const plain = plainMachine(dtype);
  plain.reserve(bytes);
  return plain;
}

import { WasmModule } from "@outgrad/ops/wasm";
import { blocks, packedColumns, packedRows, run } from "./blocks.js";
import { lanesOf, type Real } from "./lanes.js";
import { microKernel, tile } from "./micro.js";
import { packKernel } from "./pack.js";
import { range } from "./routine.js";
import { columnOfTiles, spillKernel } from "./tiles.js";

/** Bytes of memory that the function needs for itself, from any address that divides by 16; a multiple of 64. */
export const workBytes = run * (packedRows + packedColumns) + (packedRows * tile.vectors * 16) / 4;

/**
 * out[m, n] (+)= a[m, k] b[k, n] in one memory. Addresses and strides are in bytes; a and b may have any strides, the
 * columns of out lie together. `work` is the address of `workBytes` of room.
 */
export type GemmFunction = (
  work: number,
  m: number,
  n: number,
  k: number,
  a: number,
  aRow: number,
  aColumn: number,
  b: number,
  bRow: number,
  bColumn: number,
  out: number,
  outRow: number,
  accumulate: number,
) => void;

/**
 * The binary of a module that imports a memory as env.memory, one that threads share if it has a maximum of pages, and
 * exports a GemmFunction named "gemm".
 */
export function gemmModule(type: Real, fused: boolean, maximum?: number): Uint8Array<ArrayBuffer> {
  const lanes = lanesOf[type];
  const module = new WasmModule(1, maximum);
  const packed = module.addFunction(microKernel(lanes, tile.rows, true, fused), []);
  const direct = range(tile.rows).map((i) => module.addFunction(microKernel(lanes, i + 1, false, fused), []));
  const pack = module.addFunction(packKernel(lanes), []);
  const column = module.addFunction(columnOfTiles(packed, direct), []);
  const spill = module.addFunction(spillKernel(lanes), []);
  module.addFunction(blocks(lanes, { pack, column, spill }), [], "gemm");
  return module.bytes();
}

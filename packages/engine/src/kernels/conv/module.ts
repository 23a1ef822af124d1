import { WasmModule } from "@outgrad/ops/wasm";
import type { DType } from "../../tensor/dtype.js";
import { lanesOf } from "../gemm/lanes.js";
import { range } from "../gemm/routine.js";
import { dotsKernel } from "./dots.js";
import { lanesIn, type Machine, tileRows } from "./machine.js";
import { tapsKernel } from "./taps.js";

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

type Exports = Record<string, (...numbers: number[]) => void>;

/** What is used of the global WebAssembly. */
interface WasmApi {
  Memory: new (limits: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Exports };
}

const page = 65536;

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
 * The machine in WebAssembly. Floor: plain.ts, with the same bits in float64 (test/kernels). Trick: up to 4 rows times
 * several vectors of sums in registers, and operands read where they lie. It gives up: float32 sums in doubles.
 *
 * @throws where WebAssembly is forbidden.
 */
export function compileConv(dtype: DType, fused: boolean): Machine {
  const bytes = dtype === "float32" ? 4 : 8;
  const WebAssembly = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const module = new WebAssembly.Module(convModule(dtype, fused));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const taps = range(tileRows).map((i) => exports[`taps${i + 1}`] as Exports[string]);
  const dots = range(tileRows).map((i) => exports[`dots${i + 1}`] as Exports[string]);
  const see = () => ({
    floats: dtype === "float32" ? new Float32Array(memory.buffer) : new Float64Array(memory.buffer),
    ints: new Int32Array(memory.buffer),
  });
  const machine = {
    ...see(),
    reserve(size: number): void {
      const more = size - memory.buffer.byteLength;
      if (more <= 0) return;
      memory.grow(Math.ceil(more / page));
      Object.assign(machine, see());
    },
    taps(
      rows: number,
      terms: number,
      columns: number,
      weights: number,
      offsets: number,
      source: number,
      out: number,
      outRow: number,
    ): void {
      const [w, s, o] = [weights * bytes, source * bytes, out * bytes];
      (taps[rows - 1] as Exports[string])(terms, columns * bytes, w, offsets * 4, s, o, outRow * bytes);
    },
    dots(
      rows: number,
      terms: number,
      columns: number,
      left: number,
      leftRow: number,
      offsets: number,
      source: number,
      out: number,
    ): void {
      const [l, s, o] = [left * bytes, source * bytes, out * bytes];
      const width = lanesIn(dtype) * bytes * terms;
      (dots[rows - 1] as Exports[string])(
        terms,
        columns * bytes,
        l,
        leftRow * bytes,
        offsets * 4,
        s,
        o,
        width,
      );
    },
  };
  return machine;
}

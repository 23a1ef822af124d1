import { relaxedSimd } from "@outgrad/ops/wasm";
import { afterEach, expect, it, vi } from "vitest";
import { type GemmFunction, gemmModule, workBytes } from "../../src/kernels/gemm/module.js";
import { WasmGemm } from "../../src/kernels/gemm/wasm.js";
import { gemm } from "../../src/kernels/gemm.js";
import { Heap } from "../../src/kernels/heap.js";
import { rowMajor } from "./gemm-oracle.js";

interface WasmApi {
  Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: { readonly gemm: GemmFunction } };
}
const api = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;
const page = 65536;

afterEach(() => vi.unstubAllGlobals());

const wasm = () => new WasmGemm(Heap.create() as Heap);
const square = (fill: number, size = 8) => rowMajor(new Float32Array(size * size).fill(fill), size);

it("gemmModule(type, fused) multiplies by addresses within a memory that it is given", () => {
  for (const [type, Numbers] of [
    ["float32", Float32Array],
    ["float64", Float64Array],
  ] as const) {
    const bytes = Numbers.BYTES_PER_ELEMENT;
    const memory = new api.Memory({ initial: Math.ceil(workBytes / page) + 1 });
    const module = new api.Module(gemmModule(type, type === "float32" && relaxedSimd()));
    const run = new api.Instance(module, { env: { memory } }).exports.gemm;
    // The last numbers of the memory: nothing beyond them may be read.
    const heap = new Numbers(memory.buffer);
    const work = 64;
    const at = heap.length - 15;
    heap.set([1, 2, 3, 4, 5, 6], at);
    heap.set([7, 8, 9, 10, 11, 12], at + 9);
    heap.set([-1, -1, -1], at + 6);
    const [a, b, out] = [at * bytes, (at + 9) * bytes, work - 64];
    run(work, 2, 2, 3, a, 3 * bytes, bytes, b, 2 * bytes, bytes, out, 3 * bytes, 0);
    expect([...heap.subarray(0, 6)]).toEqual([58, 64, 0, 139, 154, 0]);
    run(work, 3, 3, 2, a, bytes, 3 * bytes, a, 3 * bytes, bytes, b - 3 * bytes, 3 * bytes, 0);
    expect([...heap.subarray(at + 6)]).toEqual([17, 22, 27, 22, 29, 36, 27, 36, 45]);
  }
});

it("gemm sums a million float32 terms as well as sums of runs do", () => {
  const k = 1_000_000;
  const a = new Float32Array(k).map((_, i) => 0.1 + (i % 7) * 0.01);
  const b = new Float32Array(k).fill(0.3);
  const out = square(0, 1);
  gemm(1, 1, k, rowMajor(a, k), rowMajor(b, 1), out);
  const exact = a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
  expect(Math.abs((out.data[0] as number) / exact - 1)).toBeLessThan(2e-6);
});

it("Heap.create() gives null where there is no WebAssembly and where it forbids a memory", () => {
  vi.stubGlobal("WebAssembly", undefined);
  expect(Heap.create()).toBeNull();
  vi.stubGlobal("WebAssembly", {});
  expect(Heap.create()).toBeNull();
});

it("WasmGemm.multiply gives false and changes nothing where code or more memory is refused", () => {
  const forbidden = () => {
    throw new Error("refused by the Content-Security-Policy");
  };
  vi.stubGlobal("WebAssembly", { ...spread(), Module: forbidden });
  const out = square(-1);
  expect(wasm().multiply(8, 8, 8, square(1), square(1), out, false)).toBe(false);
  expect(out.data.every((x) => x === -1)).toBe(true);

  class Small extends api.Memory {
    grow = forbidden;
  }
  vi.stubGlobal("WebAssembly", { ...spread(), Memory: Small });
  const small = wasm();
  const [m, k] = [600, 600];
  const wide = rowMajor(new Float32Array(m * k).fill(1), k);
  const result = rowMajor(new Float32Array(m * m).fill(-1), m);
  expect(small.multiply(m, m, k, wide, wide, result, false)).toBe(false);
  expect(result.data.every((x) => x === -1)).toBe(true);
});

it("gemm without WebAssembly gives the same product", async () => {
  vi.stubGlobal("WebAssembly", undefined);
  vi.resetModules();
  const fresh = await import("../../src/kernels/gemm.js");
  const out = square(0, 20);
  fresh.gemm(20, 20, 20, square(1, 20), square(3, 20), out);
  expect(out.data.every((x) => x === 60)).toBe(true);
});

function spread(): Record<string, unknown> {
  return { Memory: api.Memory, Module: api.Module, Instance: api.Instance };
}

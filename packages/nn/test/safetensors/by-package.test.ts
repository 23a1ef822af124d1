import { expect, test } from "vitest";
import { readSafetensors, type StoredTensor } from "../../src/index.js";
import { fixture } from "./fixtures.js";

const { tensors, metadata } = readSafetensors(fixture("by-package"));

test("readSafetensors(bytes) reads what the package safetensors wrote: every format, name and text", () => {
  for (const name of ["f64", "f32", "f16", "bf16"]) {
    const { dtype, shape, data } = tensors[name] as StoredTensor;
    expect([dtype, shape]).toEqual([name.toUpperCase(), [2, 4]]);
    expect(Array.from(data, Number)).toEqual([0, -0, 1.5, -2, Infinity, -Infinity, NaN, 2 ** -14]);
  }
  for (const bits of [8n, 16n, 32n, 64n]) {
    const [signed, unsigned] = [tensors[`i${bits}`], tensors[`u${bits}`]];
    expect(String(signed?.data)).toBe([-(2n ** (bits - 1n)), -1, 2n ** (bits - 1n) - 1n].join());
    expect(String(unsigned?.data)).toBe([0, 2n ** bits - 1n].join());
  }
  expect(tensors.bool).toEqual({ dtype: "BOOL", shape: [3], data: Uint8Array.of(1, 0, 1) });
  expect(tensors.scalar).toEqual({ dtype: "F32", shape: [], data: Float32Array.of(0.1) });
  expect(tensors.empty).toEqual({ dtype: "F32", shape: [3, 0, 2], data: new Float32Array(0) });
  expect(["__proto__", 'gewicht "µ" \\ 重み 🏋'].map((name) => tensors[name]?.data[0])).toEqual([7, 8]);
  expect({ ...metadata }).toEqual({ format: "pt", ä: "🏋\n" });
});

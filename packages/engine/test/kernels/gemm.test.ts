import { expect, test } from "vitest";
import { gemm, type Matrix } from "../../src/kernels/gemm.js";

const rowMajor = (data: Float32Array | Float64Array, columns: number): Matrix => ({
  data,
  offset: 0,
  rowStride: columns,
  columnStride: 1,
});

test("gemm(2, 2, 3, a, b, out) multiplies rows by columns", () => {
  const a = rowMajor(Float64Array.of(1, 2, 3, 4, 5, 6), 3);
  const b = rowMajor(Float64Array.of(7, 8, 9, 10, 11, 12), 2);
  const out = rowMajor(new Float64Array(4), 2);
  gemm(2, 2, 3, a, b, out);
  expect([...out.data]).toEqual([58, 64, 139, 154]);
  gemm(2, 2, 3, a, b, out, true);
  expect([...out.data]).toEqual([116, 128, 278, 308]);
});

test("gemm with exchanged strides multiplies by the transpose", () => {
  const a = rowMajor(Float32Array.of(1, 2, 3, 4), 2);
  const out = rowMajor(new Float32Array(4), 2);
  gemm(2, 2, 2, a, { ...a, rowStride: 1, columnStride: 2 }, out);
  expect([...out.data]).toEqual([5, 11, 11, 25]);
});

test("gemm(m, n, 0, a, b, out) is zeros, or leaves out alone with accumulate", () => {
  const empty = rowMajor(new Float64Array(0), 0);
  const out = rowMajor(Float64Array.of(1, 2), 2);
  gemm(1, 2, 0, empty, empty, out, true);
  expect([...out.data]).toEqual([1, 2]);
  gemm(1, 2, 0, empty, empty, out);
  expect([...out.data]).toEqual([0, 0]);
});

test("gemm keeps NaN where a zero meets an infinity", () => {
  const out = rowMajor(new Float64Array(1), 1);
  gemm(1, 1, 2, rowMajor(Float64Array.of(0, 1), 2), rowMajor(Float64Array.of(Infinity, 1), 1), out);
  expect(out.data[0]).toBeNaN();
});

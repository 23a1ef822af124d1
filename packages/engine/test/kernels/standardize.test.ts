import { describe, expect, it } from "vitest";
import { Heap } from "../../src/kernels/heap.js";
import { WasmRows } from "../../src/kernels/standardize/rows.js";
import { standardizeKernels } from "../../src/kernels/standardize.js";
import { random } from "../../src/random.js";
import type { DType, Floats } from "../../src/tensor/dtype.js";
import { dense, type Strided } from "../../src/tensor/strided.js";

const rows = new WasmRows(Heap.create() as Heap);
const numbers = random(3);
const filled = (dtype: DType, ...shape: number[]): Strided => {
  const size = shape.reduce((a, b) => a * b, 1);
  const data = dtype === "float64" ? new Float64Array(size) : new Float32Array(size);
  return dense(
    data.map(() => 3 + 2 * numbers.normal()),
    dtype,
    shape,
  );
};
const run = ({ data, offset }: Strided) => ({ data, at: offset });

// Few numbers are done in JavaScript: the kernels then are the floor.
describe.each(["float64", "float32"] as const)(
  "rows in WebAssembly have the bits of loops, in %s",
  (dtype) => {
    it.each([
      [3, 8, true],
      [5, 7, false],
      [1, 1, true],
      [2, 2, true],
    ])("%i rows of %i, centered: %s", (kept, n, centered) => {
      const [x, g, w, b] = [
        filled(dtype, kept, n),
        filled(dtype, kept, n),
        filled(dtype, n),
        filled(dtype, n),
      ];
      const eps = 1e-3;
      const options = { first: 0, last: 1, centered, eps, weighs: "rest" } as const;
      const moments = new Float64Array(2 * kept);
      const make = (size: number): Floats =>
        dtype === "float64" ? new Float64Array(size) : new Float32Array(size);
      const [y, slopes, sums] = [make(kept * n), make(kept * n), new Float64Array(n)];
      expect(rows.run("forward", kept, n, run(x), null, run(w), run(b), moments, y, centered, eps)).toBe(
        true,
      );
      expect(y).toEqual(standardizeKernels.standardize([x, w, b], [kept, n], options).data);
      rows.run("backward", kept, n, run(x), run(g), run(w), null, moments, slopes, centered, eps);
      expect(slopes).toEqual(standardizeKernels.standardizeGrad([g, x, w], [kept, n], options).data);
      rows.run("weight", kept, n, run(x), run(g), null, null, moments, sums, centered, eps);
      const wanted = standardizeKernels.standardizeWeight([g, x], [n], options).data;
      expect(dtype === "float64" ? sums : Float32Array.from(sums)).toEqual(wanted);
      rows.run("forward", kept, n, run(x), null, null, null, moments, y, centered, eps);
      expect(y).toEqual(standardizeKernels.standardize([x], [kept, n], options).data);
    });
  },
);

it("rows that do not fit in one copy are done in several", () => {
  const [kept, n] = [5, 5000];
  const x = filled("float32", kept, n);
  const y = new Float32Array(kept * n);
  const moments = new Float64Array(2 * kept);
  rows.run("forward", kept, n, run(x), null, null, null, moments, y, true, 0);
  for (let row = 0; row < kept; row++) {
    const own = y.subarray(row * n, (row + 1) * n);
    expect(own.reduce((a, b) => a + b, 0) / n).toBeCloseTo(0, 6);
    expect(own.reduce((a, b) => a + b * b, 0) / n).toBeCloseTo(1, 6);
    expect(moments[2 * row]).toBeCloseTo(3, 0);
  }
});

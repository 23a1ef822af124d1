import { describe, expect, it } from "vitest";
import { Heap } from "../../src/kernels/heap.js";
import { WasmWinners } from "../../src/kernels/pool/wasm.js";
import { plainWinners, type Windows } from "../../src/kernels/pool/winners.js";
import { random } from "../../src/random.js";
import { dense } from "../../src/tensor/strided.js";

const wasm = new WasmWinners(Heap.create() as Heap);
const windows = (input: [number, number], kernel: [number, number], stride: [number, number]): Windows => {
  const count = (dim: 0 | 1) => Math.floor((input[dim] - kernel[dim]) / stride[dim]) + 1;
  return { input, kernel, stride, padding: [0, 0], dilation: [1, 1], output: [count(0), count(1)] };
};

describe.each(["float64", "float32"] as const)(
  "winners in WebAssembly are those of loops, in %s",
  (dtype) => {
    it.each([
      ["2 x 2", windows([6, 8], [2, 2], [2, 2])],
      ["an odd number", windows([5, 7], [2, 3], [1, 2])],
      ["all of an image", windows([3, 4], [3, 4], [1, 1])],
      ["dilated", { ...windows([7, 7], [2, 2], [2, 1]), dilation: [3, 2], output: [2, 5] } as Windows],
    ])("%s", (_name, given) => {
      const numbers = random(1);
      const size = 3 * given.input[0] * given.input[1];
      // Ties, NaNs and infinities among the numbers.
      const list = Array.from({ length: size }, () => {
        const x = numbers.integer(12);
        return x === 0 ? Number.NaN : x === 1 ? Number.NEGATIVE_INFINITY : x === 2 ? -0 : x / 4;
      });
      const data = dtype === "float64" ? Float64Array.from(list) : Float32Array.from(list);
      const x = dense(data, dtype, [1, 3, ...given.input]);
      const found = wasm.find(x, given);
      expect(found).toEqual(plainWinners(x, given));
      expect(found?.length).toBe(3 * given.output[0] * given.output[1]);
    });
  },
);

it("windows that reach outside are left to the loops", () => {
  const x = dense(new Float64Array(16), "float64", [1, 1, 4, 4]);
  expect(wasm.find(x, { ...windows([4, 4], [2, 2], [2, 2]), padding: [1, 0], output: [3, 2] })).toBeNull();
  expect(wasm.find(x, { ...windows([4, 4], [3, 3], [2, 2]), output: [2, 2] })).toBeNull();
});

import { tensor } from "@outgrad/engine";
import { expect, it } from "vitest";
import { kernelNames } from "../../src/gpu/config.ts";
import { errorsOf, rounding } from "../../src/gpu/errors.ts";
import { kernels, numbers } from "../../src/gpu/kernels.ts";

it("errorsOf(found, exact) has the largest difference, by itself and by the result", () => {
  const { absolute, relative, sample } = errorsOf([1.5, 3, 8], Float64Array.of(1, 4, 8));
  expect([absolute, relative]).toEqual([1, 0.5]);
  // In roundings of the root mean square, √27.
  expect(Array.from(sample)).toEqual([0.5, -1, 0].map((off) => off / (rounding * Math.sqrt(27))));
});

it("errorsOf counts what is not a number as wrong as can be, and takes a sample of many", () => {
  expect(errorsOf([Number.NaN], Float64Array.of(1)).absolute).toBe(Infinity);
  const many = new Float64Array(100_000).fill(1);
  expect(errorsOf(many, many).sample).toHaveLength(4000);
});

it.each(kernelNames)("the kernel %s gives in float64 what a Tensor gives in float32, row by row", (name) => {
  const { operands, run, row } = kernels[name];
  const n = 8;
  const arrays = Array.from({ length: operands }, (_, i) => numbers(n, [379, 523][i] as number));
  const found = run(arrays.map((array) => tensor(array.slice(), { shape: [n, n] }))).data;
  const exact = Float64Array.from(Array.from({ length: n }, (_, i) => Array.from(row(arrays, n, i))).flat());
  const { absolute } = errorsOf(found, exact);
  expect(absolute).toBeLessThan(1e-5);
  expect(absolute).toBeGreaterThan(0);
});

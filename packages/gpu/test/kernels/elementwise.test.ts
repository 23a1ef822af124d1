import { stridesOf } from "@outgrad/engine/backend";
import { parseFormula } from "@outgrad/ops";
import { describe, expect, test } from "vitest";
import { copyKernel } from "../../src/kernels/copy.js";
import { elementwiseKernel } from "../../src/kernels/elementwise.js";
import { kernelCases } from "./cases/elementwise.js";
import { runKernel } from "./evaluate.js";
import { expectClose } from "./oracle.js";

test.each(kernelCases.map((each) => [each.title, each] as const))("%s", (title, each) => {
  const { kernel, arrays, ints, floats, wanted } = each;
  expectClose(runKernel(kernel, arrays, ints, floats), wanted, 1e-6, title);
});

describe("copyKernel", () => {
  test("copyKernel(...) of the same numbers in other dims is the same kernel", () => {
    expect(copyKernel([2, 3, 4], stridesOf([2, 3, 4])).key).toBe(copyKernel([24], [1]).key);
    expect(copyKernel([2, 1, 12], [12, 99, 1]).key).toBe(copyKernel([24], [1]).key);
    expect(copyKernel([24], [2]).key).not.toBe(copyKernel([24], [1]).key);
  });
});

describe("elementwiseKernel", () => {
  test("elementwiseKernel(a / b) is another kernel for other strides, not for dims that are one", () => {
    const divide = (shape: readonly number[], strides: readonly number[]) =>
      elementwiseKernel({
        key: "a / b",
        formula: parseFormula("a / b"),
        params: [],
        operands: ["a", "b"].map((name) => ({ name, strides })),
        shape,
      });
    expect(divide([2, 2], [2, 1]).key).toBe(divide([4], [1]).key);
    expect(divide([2, 2], [2, 1]).key).not.toBe(divide([2, 2], [3, 1]).key);
  });
});

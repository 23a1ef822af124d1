import { type OpName, opOf, ops, parseFormula } from "@outgrad/ops";
import { describe, expect, test } from "vitest";
import { copyKernel } from "../../src/kernels/copy.js";
import { elementwiseKernel, fusedKernel, partialFormula } from "../../src/kernels/elementwise.js";
import { stridesOf } from "../../src/kernels/strides.js";
import { numbers } from "./cases/case.js";
import { runKernel } from "./evaluate.js";
import { expectClose } from "./oracle.js";

const list = (...values: number[]): Float32Array => Float32Array.from(values);
const count = (size: number): Float32Array => Float32Array.from({ length: size }, (_, i) => i);

describe("copyKernel", () => {
  test("copyKernel([3, 2], [1, 3]) transposes", () => {
    expect(runKernel(copyKernel([3, 2], [1, 3]), [count(6)], [0])).toEqual(list(0, 3, 1, 4, 2, 5));
  });
  test("copyKernel([2, 3], [-3, -1]) walks backwards from its offset", () => {
    expect(runKernel(copyKernel([2, 3], [-3, -1]), [count(6)], [5])).toEqual(list(5, 4, 3, 2, 1, 0));
  });
  test("copyKernel([2, 2, 2], [0, 1, 0]) repeats", () => {
    expect(runKernel(copyKernel([2, 2, 2], [0, 1, 0]), [count(9)], [7])).toEqual(
      list(7, 7, 8, 8, 7, 7, 8, 8),
    );
  });
  test("copyKernel([], []) copies the one number at its offset", () => {
    expect(runKernel(copyKernel([], []), [count(9)], [4])).toEqual(list(4));
  });
  test("copyKernel(...) of the same numbers in other dims is the same kernel", () => {
    expect(copyKernel([2, 3, 4], stridesOf([2, 3, 4])).key).toBe(copyKernel([24], [1]).key);
    expect(copyKernel([2, 1, 12], [12, 99, 1]).key).toBe(copyKernel([24], [1]).key);
  });
});

const names = Object.keys(ops) as OpName[];

describe("elementwiseKernel", () => {
  test.each(names)("elementwiseKernel(%s) gives the op's value, with one operand repeated", (name) => {
    const { formula, args, params, domain, value } = opOf(name);
    const shape = [3, 4];
    const strides = [
      [4, 1],
      [0, 1],
    ];
    const arrays = args.map((_, i) => numbers(i === 0 ? 14 : 6, ...(domain[i] as [number, number])));
    const kernel = elementwiseKernel({
      key: name,
      formula,
      params: Object.keys(params),
      operands: args.map((arg, i) => ({ name: arg, strides: strides[i] as number[] })),
      shape,
    });
    const given = Object.values(params);
    const starts = args.map((_, i) => 2 - i);
    const wanted = Array.from({ length: 12 }, (_, i) => {
      const operands = arrays.map(
        (array, k) => array[(starts[k] as number) + (k === 0 ? i : i % 4)] as number,
      );
      return value(...operands, ...given);
    });
    expectClose(runKernel(kernel, arrays, starts, given), wanted, 1e-6, name);
  });

  test("elementwiseKernel(a - b * p) takes parameters first, then numbers from the CPU", () => {
    const kernel = elementwiseKernel({
      key: "a - b * p",
      formula: parseFormula("a - b * p"),
      params: ["p"],
      operands: [
        { name: "a", strides: null },
        { name: "b", strides: [1] },
      ],
      shape: [3],
    });
    expect(runKernel(kernel, [list(1, 2, 3)], [0], [10, 100])).toEqual(list(90, 80, 70));
  });

  test("elementwiseKernel(a / b) of slices at other places is the same kernel", () => {
    const divide = (strides: readonly number[]) =>
      elementwiseKernel({
        key: "a / b",
        formula: parseFormula("a / b"),
        params: [],
        operands: [
          { name: "a", strides },
          { name: "b", strides },
        ],
        shape: [2, 2],
      });
    expect(divide([2, 1]).key).toBe(divide([2, 1]).key);
    expect(divide([2, 1]).key).not.toBe(divide([3, 1]).key);
    expect(runKernel(divide([-2, -1]), [list(1, 2, 3, 4), list(9, 8, 6, 3, 1)], [3, 4])).toEqual(
      list(4, 1, Math.fround(1 / 3), 1 / 8),
    );
  });

  test("elementwiseKernel(relu) keeps NaN", () => {
    const { formula } = opOf("relu");
    const kernel = elementwiseKernel({
      key: "relu",
      formula,
      params: [],
      operands: [{ name: "a", strides: [1] }],
      shape: [4],
    });
    const x = list(Number.NaN, -1, 2, Number.POSITIVE_INFINITY);
    expect(runKernel(kernel, [x], [0])).toEqual(list(Number.NaN, 0, 2, Number.POSITIVE_INFINITY));
  });

  test("partialFormula(...) is the gradient times the partial", () => {
    const { partialFormulas } = opOf("tanh");
    const kernel = elementwiseKernel({
      key: "tanh'",
      formula: partialFormula(partialFormulas[0] as never),
      params: [],
      operands: ["g", "y"].map((name) => ({ name, strides: [1] })),
      shape: [2],
    });
    expect(runKernel(kernel, [list(2, 3), list(0.5, 0)], [0, 0])).toEqual(list(1.5, 3));
  });
});

describe("fusedKernel", () => {
  test("fusedKernel(...) computes a step of SGD with momentum: w - lr * (m * v + g)", () => {
    const kernel = fusedKernel({
      key: "momentum",
      statements: [
        {
          formula: parseFormula("a * b"),
          reads: { a: { from: "param", index: 0 }, b: { from: "operand", index: 0 } },
        },
        {
          formula: parseFormula("a + b"),
          reads: { a: { from: "statement", index: 0 }, b: { from: "operand", index: 1 } },
        },
        {
          formula: parseFormula("a - lr * b"),
          reads: {
            a: { from: "operand", index: 2 },
            b: { from: "statement", index: 1 },
            lr: { from: "param", index: 1 },
          },
        },
      ],
      params: 2,
      operands: [[1], null, [1]],
      shape: [2],
    });
    // v, w; then m, lr, and g as a number.
    expect(runKernel(kernel, [list(0, 1, 2), list(10, 20)], [1, 0], [0.5, 0.25, 2])).toEqual(
      list(9.375, 19.25),
    );
  });
});

import { type Formula, type OpName, opOf, ops, parseFormula } from "@outgrad/ops";
import type { Kernel } from "../../../src/kernel/kernel.js";
import { copyKernel } from "../../../src/kernels/copy.js";
import { elementwiseKernel, fusedKernel, partialFormula } from "../../../src/kernels/elementwise.js";
import { infinity, nan, numbers } from "./case.js";

/** A kernel, what it is given, and what comes out. */
export interface KernelCase {
  readonly title: string;
  readonly kernel: Kernel;
  readonly arrays: readonly Float32Array[];
  readonly ints: readonly number[];
  readonly floats: readonly number[];
  readonly wanted: readonly number[];
}

const list = (...values: number[]): Float32Array => Float32Array.from(values);
const count = (size: number): Float32Array => Float32Array.from({ length: size }, (_, i) => i);

const copy = (
  title: string,
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  wanted: readonly number[],
): KernelCase => ({
  title: `copyKernel([${shape}], [${strides}]) ${title}`,
  kernel: copyKernel(shape, strides),
  arrays: [count(10)],
  ints: [offset],
  floats: [],
  wanted,
});

/** A formula of the op table in dims [3, 4], its second operand repeated for each row. */
function broadcast(
  title: string,
  formula: Formula,
  names: readonly string[],
  params: Readonly<Record<string, number>>,
  operands: readonly (readonly number[])[],
  value: (...operands: number[]) => number,
): KernelCase {
  const strides = [
    [4, 1],
    [0, 1],
    [-1, -3],
  ];
  const starts = [2, 1, 11];
  const arrays = names.map((_, i) => Float32Array.from(operands[i] as number[]));
  const placeOf = (i: number, k: number): number =>
    (starts[k] as number) +
    Math.floor(i / 4) * ((strides[k] as number[])[0] as number) +
    (i % 4) * ((strides[k] as number[])[1] as number);
  return {
    title,
    kernel: elementwiseKernel({
      key: title,
      formula,
      params: Object.keys(params),
      operands: names.map((name, i) => ({ name, strides: strides[i] as number[] })),
      shape: [3, 4],
    }),
    arrays,
    ints: starts.slice(0, names.length),
    floats: Object.values(params),
    wanted: Array.from({ length: 12 }, (_, i) =>
      value(...arrays.map((array, k) => array[placeOf(i, k)] as number)),
    ),
  };
}

/** The value of each op, and the gradient times each partial, of numbers where the op is asked. */
const ofOps = (Object.keys(ops) as OpName[]).flatMap((name): KernelCase[] => {
  const { formula, partialFormulas, partials, args, params, domain, value } = opOf(name);
  const given = Object.values(params);
  const draw = () => args.map((_, i) => [...numbers(14, ...(domain[i] as [number, number]))]);
  const values = broadcast(`elementwiseKernel(${name})`, formula, args, params, draw(), (...operands) =>
    value(...operands, ...given),
  );
  // Of one argument only, since y must be that of the others in each place.
  if (args.length > 1) return [values];
  const [a] = draw() as [number[]];
  const y = a.map((each) => value(each, ...given));
  const kernel = elementwiseKernel({
    key: `${name}'`,
    formula: partialFormula(partialFormulas[0] as Formula),
    params: Object.keys(params),
    operands: ["g", args[0] as string, "y"].map((each) => ({ name: each, strides: [1] })),
    shape: [14],
  });
  const g = numbers(14);
  const slope = {
    title: `elementwiseKernel(partialFormula(${name}'))`,
    kernel,
    arrays: [g, list(...a), list(...y)],
    ints: [0, 0, 0],
    floats: given,
    wanted: a.map(
      (each, i) =>
        (g[i] as number) * (partials[0] as (...all: number[]) => number)(each, ...given, y[i] as number),
    ),
  };
  return [values, slope];
});

const momentum: KernelCase = {
  title: "fusedKernel(...) is a step of SGD with momentum: w - lr * (m * v + g)",
  kernel: fusedKernel({
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
  }),
  // v and w; m, lr, and g as a number.
  arrays: [list(0, 1, 2), list(10, 20)],
  ints: [1, 0],
  floats: [0.5, 0.25, 2],
  wanted: [9.375, 19.25],
};

export const kernelCases: readonly KernelCase[] = [
  copy("transposes", [3, 2], [1, 3], 0, [0, 3, 1, 4, 2, 5]),
  copy("walks backwards from its offset", [2, 3], [-3, -1], 5, [5, 4, 3, 2, 1, 0]),
  copy("repeats", [2, 2, 2], [0, 1, 0], 7, [7, 7, 8, 8, 7, 7, 8, 8]),
  copy("copies one number", [], [], 4, [4]),
  copy("takes every third number", [3], [3], 1, [1, 4, 7]),
  ...ofOps,
  {
    title: "elementwiseKernel(a - b * p) takes parameters first, then numbers from the CPU",
    kernel: elementwiseKernel({
      key: "a - b * p",
      formula: parseFormula("a - b * p"),
      params: ["p"],
      operands: [
        { name: "a", strides: null },
        { name: "b", strides: [1] },
      ],
      shape: [3],
    }),
    arrays: [list(1, 2, 3)],
    ints: [0],
    floats: [10, 100],
    wanted: [90, 80, 70],
  },
  {
    title: "elementwiseKernel(relu) keeps NaN and Infinity",
    kernel: elementwiseKernel({
      key: "relu",
      formula: opOf("relu").formula,
      params: [],
      operands: [{ name: "a", strides: [1] }],
      shape: [4],
    }),
    arrays: [list(nan, -1, 2, infinity)],
    ints: [0],
    floats: [],
    wanted: [nan, 0, 2, infinity],
  },
  momentum,
];

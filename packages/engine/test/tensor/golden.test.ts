import { readFileSync } from "node:fs";
import { concat, oneHot, stack, Tensor, tensor } from "@outgrad/engine";
import { cotangent } from "@outgrad/gradcheck";
import { expect, it } from "vitest";
import { shapeOps } from "../../src/tensor/shape-ops/index.js";

// PyTorch's numbers for every op on shapes: values and gradients, empty tensors, ties, NaN and infinities included.

type Listed = number | "NaN" | "Infinity" | "-Infinity";
type Case = readonly [
  method: string,
  shapes: number[][],
  inputs: Listed[][],
  args: unknown[],
  shape: number[],
  y: Listed[],
  grads: (Listed[] | null)[],
];
const cases = JSON.parse(
  readFileSync(new URL("../../golden/tensors.json", import.meta.url), "utf8"),
) as Case[];

const functions: Record<string, (inputs: Tensor[], args: [never, never, never]) => Tensor> = {
  concat: (inputs, [dim]) => concat(inputs, dim),
  stack: (inputs, [dim]) => stack(inputs, dim),
  oneHot: (_inputs, [index, classes]) => oneHot(index, classes),
  split: ([x], [sizes, dim]) =>
    concat(
      (x as Tensor).split(sizes, dim).map((part, i) => part.mul(i + 1)),
      dim ?? 0,
    ),
  norm: ([x], [p, ...rest]) => (x as Tensor).norm(p === "Infinity" ? Number.POSITIVE_INFINITY : p, ...rest),
};

function compute(method: string, inputs: Tensor[], args: readonly unknown[]): Tensor {
  const f = functions[method];
  if (f) return f(inputs, args as [never, never, never]);
  const [self, ...rest] = inputs as [Tensor, ...Tensor[]];
  const call = (self as never)[method] as (...args: unknown[]) => Tensor | { values: Tensor };
  // JSON has null for what is left out.
  const found = call.apply(self, [...rest, ...args.map((arg) => arg ?? undefined)]);
  return found instanceof Tensor ? found : found.values;
}

function compare(found: ArrayLike<number>, wanted: readonly Listed[], tolerance: number): void {
  expect(found.length).toBe(wanted.length);
  const numbers = wanted.map(Number);
  const most = Math.max(0, ...numbers.filter(Number.isFinite).map(Math.abs));
  numbers.forEach((number, i) => {
    const own = found[i] as number;
    if (!Number.isFinite(number)) expect(own, `[${i}]`).toBe(number);
    else
      expect(Math.abs(own - number), `[${i}]: ${own}, not ${number}`).toBeLessThanOrEqual(tolerance * most);
  });
}

const title = ([method, shapes, , args]: Case) =>
  `${JSON.stringify(shapes)} ${method}(${JSON.stringify(args)})`;

it.each(cases.map((one) => [title(one), one] as const))("%s is PyTorch's", (_title, one) => {
  const [method, shapes, numbers, args, shape, y, grads] = one;
  for (const [dtype, tolerance] of [
    ["float64", 1e-13],
    ["float32", 2e-5],
  ] as const) {
    const inputs = numbers.map((list, i) => {
      const requiresGrad = grads[i] != null;
      return tensor(Float64Array.from(list, Number), { shape: shapes[i] as number[], dtype, requiresGrad });
    }) as Tensor[];
    // An offset of 1e9 leaves a single no digits.
    if (dtype === "float32" && numbers.flat().includes(1e9)) continue;
    const found = compute(method, inputs, args);
    expect(found.shape).toEqual(shape);
    compare(found.data, y, tolerance);
    if (!found.requiresGrad) continue;
    const weights = found.size === 0 ? [] : cotangent(found.size);
    found.backward(tensor(Float64Array.from(weights), { shape: found.shape as number[] }));
    inputs.forEach(({ grad }, i) => {
      const wanted = grads[i];
      if (wanted) compare(grad?.data ?? [], wanted, tolerance);
    });
  }
});

it("every op on shapes has a golden case, or is what undoes one that has", () => {
  const network = JSON.parse(
    readFileSync(new URL("../../golden/nn-ops.json", import.meta.url), "utf8"),
  ) as Case[];
  const seen = new Set([...cases, ...network].map(([method]) => method));
  const inverses = [
    "embed",
    "scatterAdd",
    "indexAdd",
    "to",
    "softmaxGradient",
    "logSoftmaxGradient",
    "logSoftmaxAtGradient",
    "convWeight2d",
    "maxPoolScatter2d",
    "maxPoolGather2d",
    "avgPoolSpread2d",
    "standardize",
    "standardizeGrad",
    "standardizeWeight",
  ];
  expect(Object.keys(shapeOps).filter((name) => !seen.has(name) && !inverses.includes(name))).toEqual([]);
});

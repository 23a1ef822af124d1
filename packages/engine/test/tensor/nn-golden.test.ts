import { readFileSync } from "node:fs";
import * as engine from "@outgrad/engine";
import { type Tensor, tensor } from "@outgrad/engine";
import { cotangent } from "@outgrad/gradcheck";
import { expect, it } from "vitest";

// PyTorch's numbers for the ops of neural networks: values and gradients, in both dtypes.

type Listed = number | "NaN" | "Infinity" | "-Infinity";
type Case = readonly [
  name: string,
  shapes: number[][],
  inputs: Listed[][],
  args: unknown[],
  shape: number[],
  y: Listed[],
  grads: Listed[][],
];
const cases = JSON.parse(
  readFileSync(new URL("../../golden/nn-ops.json", import.meta.url), "utf8"),
) as Case[];

type AnyFunction = (...args: unknown[]) => Tensor;
const call = (name: string, ...args: unknown[]): Tensor =>
  (engine as unknown as Record<string, AnyFunction>)[name]?.(...args) as Tensor;
const given = (found: unknown): unknown => found ?? undefined;

/** The calls whose arguments are not the inputs, then the others. */
const functions: Record<string, (inputs: Tensor[], args: unknown[]) => Tensor> = {
  einsum: (inputs, [equation]) => call("einsum", equation, ...inputs),
  embedding: ([weight], [index, options]) => call("embedding", index, weight, given(options)),
  layerNorm: ([x, weight, bias], [shape, options]) =>
    call("layerNorm", x, shape, { weight, bias, ...(options as object) }),
  rmsNorm: ([x, weight], [shape, options]) => call("rmsNorm", x, shape, { weight, ...(options as object) }),
  groupNorm: ([x, weight, bias], [groups, options]) =>
    call("groupNorm", x, groups, { weight, bias, ...(options as object) }),
  batchNorm: ([x, weight, bias], [options]) => {
    const { runningMean, runningVar, ...rest } = options as { runningMean?: number[]; runningVar?: number[] };
    const { dtype } = x as Tensor;
    const [mean, variance] = [runningMean, runningVar].map((list) => list && tensor(list, { dtype }));
    const y = call("batchNorm", x, { weight, bias, ...rest, runningMean: mean, runningVar: variance });
    return mean && variance ? engine.concat([y.flatten(), mean, variance]) : y;
  },
  scaledDotProductAttention: ([q, k, v], [options]) => {
    const { mask, keep, ...rest } = (options ?? {}) as { mask?: Listed[][]; keep?: number[][] };
    const additive = mask?.map((row) => row.map((x) => (x === ("-inf" as never) ? -1 / 0 : Number(x))));
    const found = additive ? tensor(additive) : keep?.map((row) => row.map((x) => x === 1));
    return call("scaledDotProductAttention", q, k, v, { ...rest, mask: found });
  },
};

function compute(name: string, inputs: Tensor[], args: unknown[]): Tensor {
  const f = functions[name];
  if (f) return f(inputs, args);
  // A bias that is not given stands as null among the arguments, before the options.
  return call(name, ...inputs, ...args.map(given));
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

const title = ([name, shapes, , args]: Case) =>
  `${name} of ${JSON.stringify(shapes)}, ${JSON.stringify(args)}`;

it.each(cases.map((one) => [title(one), one] as const))("%s is PyTorch's", (_title, one) => {
  const [name, shapes, numbers, args, shape, y, grads] = one;
  for (const [dtype, tolerance] of [
    ["float64", 1e-12],
    ["float32", 2e-5],
  ] as const) {
    const inputs = numbers.map((list, i) =>
      tensor(Float64Array.from(list, Number), { shape: shapes[i] as number[], dtype, requiresGrad: true }),
    ) as Tensor[];
    const found = compute(name, inputs, args);
    expect(found.shape).toEqual(shape);
    expect(found.dtype).toBe(dtype);
    compare(found.data, y, tolerance);
    const weights = found.size === 0 ? [] : cotangent(found.size);
    found.backward(tensor(Float64Array.from(weights), { shape: found.shape as number[] }));
    inputs.forEach(({ grad, size }, i) => {
      compare(grad?.data ?? new Float64Array(size), grads[i] as Listed[], tolerance);
    });
  }
});

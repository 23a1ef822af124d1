import { defineOp, gradients, type Tensor, tensor, type Value, value } from "@outgrad/engine";
import { cotangent } from "@outgrad/gradcheck";
import { type OpName, opOf, ops, samplePoints } from "@outgrad/ops";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type AnyOp = (...operands: unknown[]) => unknown;
const names = Object.keys(ops) as OpName[];
const awkward = [0, -0, 1, -1, 0.5, -2, 40, -800, 1e300, -1e-300, 1 / 0, -1 / 0, Number.NaN];

/** Arguments to try an op at: samples of its domain, and every pair of awkward numbers. */
function pointsOf(name: OpName): number[][] {
  const { args } = opOf(name);
  const samples = samplePoints(opOf(name), 40).map((point) => point.slice(0, args.length));
  const pairs = awkward.flatMap((a) => (args.length === 1 ? [[a]] : awkward.map((b) => [a, b])));
  return [...samples, ...pairs];
}

const column = (points: readonly (readonly number[])[], i: number): number[] =>
  points.map((point) => point[i] as number);

function apply(x: Tensor | Value, name: string, rest: readonly unknown[]): unknown {
  return ((x as never)[name] as AnyOp).call(x, ...rest);
}

describe.each(names)("%s of Tensors has the bits of Values", (name) => {
  const points = pointsOf(name);
  const { args, params } = opOf(name);
  const weights = cotangent(points.length);
  const paramSets = [Object.values(params), Object.values(params).map((_, i) => 0.75 + i)];

  it.each(paramSets)("with the parameters %s", (...given) => {
    const leaves: Tensor[] = args.map((_, i) => tensor(column(points, i), { requiresGrad: true }));
    const [first, ...others] = leaves as [Tensor, ...Tensor[]];
    const y = apply(first, name, [...others, ...given]) as Tensor;
    y.backward(tensor(weights));
    points.forEach((point, k) => {
      const values = point.map((x) => value(x));
      const wanted = apply(values[0] as Value, name, [...values.slice(1), ...given]) as Value;
      wanted.mul(weights[k] as number).backward();
      expect(y.data[k], `${name}(${point})`).toBe(wanted.data);
      values.forEach(({ grad }, i) => {
        expect(leaves[i]?.grad?.data[k], `d ${name}(${point}) / d ${args[i]}`).toBe(grad);
      });
    });
  });

  it("in float32: the formula in double, rounded once", () => {
    const rounded = points.map((point) => point.map(Math.fround));
    const leaves: Tensor[] = args.map((_, i) =>
      tensor(column(rounded, i), { dtype: "float32", requiresGrad: true }),
    );
    const [first, ...others] = leaves as [Tensor, ...Tensor[]];
    const y = apply(first, name, others) as Tensor;
    y.sum().backward();
    expect(y.dtype).toBe("float32");
    rounded.forEach((point, k) => {
      const wanted = Math.fround(opOf(name).value(...point, ...Object.values(params)));
      expect(y.data[k], `${name}(${point})`).toBe(wanted);
      leaves.forEach(({ grad }, i) => {
        const slope = opOf(name).partials[i]?.(...point, ...Object.values(params), wanted) as number;
        expect(grad?.data[k], `d ${name}(${point}) / d ${args[i]}`).toBe(0 + Math.fround(slope));
      });
    });
  });

  it("and its gradient by ops, for derivatives of higher order, is the same to the last bits", () => {
    const samples = pointsOf(name).slice(0, 40);
    const leaves: Tensor[] = args.map((_, i) => tensor(column(samples, i), { requiresGrad: true }));
    const [first, ...others] = leaves as [Tensor, ...Tensor[]];
    const y = apply(first, name, others) as Tensor;
    const fused = gradients(y.sum(), leaves);
    const graph = gradients(y.sum(), leaves, { createGraph: true });
    fused.forEach((grad, i) => {
      const other = graph[i] as Tensor;
      grad?.data.forEach((g, k) => {
        expect(Math.abs((other.data[k] as number) - g)).toBeLessThanOrEqual(1e-13 * Math.abs(g));
      });
    });
  });
});

it("add(2, x), sub(2, x) and x.mul(2) take a plain number on either side, of the Tensor's dtype", async () => {
  const { add, sub } = await import("@outgrad/engine");
  const x = tensor([1, 2], { dtype: "float32", requiresGrad: true });
  const y = add(0.1, sub(2, x).mul(3));
  y.sum().backward();
  expect(y.dtype).toBe("float32");
  expect(y.toArray()).toEqual([Math.fround(3 + Math.fround(0.1)), Math.fround(0.1)]);
  expect(x.grad?.toArray()).toEqual([-3, -3]);
});

it("float32 with float64 gives float64, and each operand a gradient of its own dtype", () => {
  const single = tensor([0.1, 3], { dtype: "float32", requiresGrad: true });
  const double = tensor([0.1, 3], { requiresGrad: true });
  const y = single.mul(double);
  y.sum().backward();
  expect(y.dtype).toBe("float64");
  expect(y.toArray()).toEqual([Math.fround(0.1) * 0.1, 9]);
  expect([single.grad?.dtype, double.grad?.dtype]).toEqual(["float32", "float64"]);
});

it("defineOp gives Tensors the op too, with all its derivatives", () => {
  const cube = defineOp({ name: "tensorCube", args: ["a"], value: "a * a * a", partials: ["3 * a * a"] });
  expect(cube(2).data).toBe(8);
  const x = tensor([[2, -1]], { requiresGrad: true });
  const y = apply(x, "tensorCube", []) as Tensor;
  const [slope] = gradients(y.sum(), [x], { createGraph: true });
  expect(y.toArray()).toEqual([[8, -1]]);
  expect(slope?.toArray()).toEqual([[12, 3]]);
  expect(gradients((slope as Tensor).sum(), [x])[0]?.toArray()).toEqual([[12, -6]]);
  expect(cube(x).toArray()).toEqual([[8, -1]]);
  const mix = defineOp({
    name: "tensorMix",
    args: ["a", "b"],
    params: { by: 2 },
    value: "a + by * b",
    partials: ["1", "by"],
  });
  expect([mix(1, x, 3).toArray(), mix(x, 1).toArray(), mix(1, 1).data]).toEqual([[[7, -2]], [[4, 1]], 3]);
});

it("defineOp refuses a name that Tensors have", () => {
  const def = { args: ["a"], value: "a", partials: ["1"] };
  expect(() => defineOp({ ...def, name: "matmul" })).toThrow('"matmul" is a name of Tensors already');
  expect(() => defineOp({ ...def, name: "shape" })).toThrow('"shape" is a name of Tensors already');
});

// Broadcasting: against one that spells every index out.
const dims = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });

/** Two shapes that broadcast: some dims of a common one are 1 or, in front, missing. */
const pairs = dims.chain((shape) => {
  const part = fc.tuple(fc.nat(shape.length), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }));
  return fc.tuple(part, part).map((parts) => {
    return parts.map(([skip, ones]) => shape.map((size, i) => (ones[i] ? 1 : size)).slice(skip));
  });
});

const filled = (shape: readonly number[], from: number): Tensor => {
  const size = shape.reduce((a, b) => a * b, 1);
  return tensor(
    Float64Array.from({ length: size }, (_, i) => from + i),
    { shape: [...shape], requiresGrad: true },
  );
};

it("a.mul(b) broadcasts as written out index by index, and backward sums over what was repeated", () => {
  fc.assert(
    fc.property(pairs, ([left, right]) => {
      const [a, b] = [filled(left as number[], 1), filled(right as number[], 100)];
      const y = a.mul(b);
      const rank = Math.max(a.shape.length, b.shape.length);
      const whole = Array.from({ length: rank }, (_, i) => {
        const of = (shape: readonly number[]) => shape[i - rank + shape.length] ?? 1;
        return of(a.shape) === 1 ? of(b.shape) : of(a.shape);
      });
      expect(y.shape).toEqual(whole);
      const weights = cotangent(Math.max(1, y.size)).slice(0, y.size);
      y.backward(tensor(Float64Array.from(weights), { shape: whole }));
      const gradA = new Float64Array(a.size);
      const gradB = new Float64Array(b.size);
      for (let k = 0; k < y.size; k++) {
        const [i, j] = [place(k, whole, a.shape), place(k, whole, b.shape)];
        expect(y.data[k]).toBe((a.data[i] as number) * (b.data[j] as number));
        gradA[i] = (gradA[i] as number) + (weights[k] as number) * (b.data[j] as number);
        gradB[j] = (gradB[j] as number) + (weights[k] as number) * (a.data[i] as number);
      }
      gradA.forEach((g, i) => void expect(a.grad?.data[i]).toBeCloseTo(g, 8));
      gradB.forEach((g, i) => void expect(b.grad?.data[i]).toBeCloseTo(g, 8));
    }),
    { numRuns: 300 },
  );
});

/** Where element k of `whole` lies in a tensor that was broadcast to it. */
function place(k: number, whole: readonly number[], shape: readonly number[]): number {
  let [rest, at, step] = [k, 0, 1];
  for (let i = 1; i <= whole.length; i++) {
    const index = rest % (whole.at(-i) as number);
    rest = Math.floor(rest / (whole.at(-i) as number));
    const size = shape.at(-i) ?? 1;
    if (i > shape.length) break;
    if (size !== 1) at += index * step;
    step *= size;
  }
  return at;
}

it("views of any strides are operands as copies are", () => {
  const operand = fc.record({
    flip: fc.subarray([0, 1, 2]),
    order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    step: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(operand, operand, (p, q) => {
      const arrange = (x: Tensor, { flip, order, step }: typeof p): Tensor =>
        x.permute(order).flip(flip).slice(0, 0, undefined, step).slice(0, 0, 1);
      const x = filled([2, 3, 4], 1).reshape([2, 3, 4]);
      const [a, b] = [arrange(x, p), arrange(x, { ...q, order: p.order })];
      const copies: Tensor[] = [a, b].map(({ data, shape }) => tensor(data, { shape }));
      const [c, d] = copies as [Tensor, Tensor];
      expect(a.sub(b).data).toEqual(c.sub(d).data);
      expect(a.exp().data).toEqual(c.exp().data);
      expect(a.sum([0, 2]).data).toEqual(c.sum([0, 2]).data);
    }),
    { numRuns: 100 },
  );
});

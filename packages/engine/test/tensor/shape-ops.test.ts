import {
  concat,
  type DType,
  ones as filledWithOnes,
  type Shape,
  stack,
  type Tensor,
  tensor,
  where,
} from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import type { AnyShapeOp, ShapeOp } from "../../src/tensor/entry.js";
import { applyShapeOp } from "../../src/tensor/shape-op.js";
import { shapeOps } from "../../src/tensor/shape-ops/index.js";
import { checkFloat32 } from "./float32.js";
import { checkProgram, type Program } from "./gradients.js";

// The table checks itself: every entry's gradient, and that gradient's own, on the entry's samples.
const entries = Object.entries(shapeOps as unknown as Record<string, AnyShapeOp>);

describe.each(entries)("%s", (name, entry) => {
  const { samples, shape, vjp, doc } = entry as unknown as ShapeOp<unknown>;
  it("has words, samples, and a shape rule that gives what the kernel makes", () => {
    expect(doc).toMatch(/^.{10,}\.$/);
    expect(samples.length).toBeGreaterThan(0);
    for (const { shapes, options } of samples) {
      const inputs = shapes.map((own) => ones(own));
      const y = applyShapeOp(name, inputs, options);
      expect(y.shape).toEqual(shape(shapes, options));
      expect(y.data.length).toBe(y.shape.reduce((a, b) => a * b, 1));
    }
  });

  it.each(samples)(
    "has the gradients that differences show, of both orders: %j",
    ({ shapes, options, domain }) => {
      if (vjp.length === 0) {
        const inputs = shapes.map((own) => ones(own, true));
        expect(applyShapeOp(name, inputs, options).requiresGrad).toBe(false);
        return;
      }
      const { program, free } = programOf(shapes, options);
      checkProgram(program, free, domain);
    },
  );

  it.each(samples)(
    "is in float32 what it is in float64, to 2e-5 x max: %j",
    ({ shapes, options, domain }) => {
      const { program, free } = programOf(shapes, options);
      checkFloat32(program, free, domain);
    },
  );

  /** The op as a program of the inputs that have a gradient, and their shapes; the others are 1, 0, 1, ... */
  function programOf(
    shapes: readonly Shape[],
    options: unknown,
  ): { program: Program; free: readonly Shape[] } {
    const rules = shapes.map((_, i) => (vjp.length === 0 ? true : vjp[Math.min(i, vjp.length - 1)]));
    const program: Program = (given) => {
      const inputs = [...given];
      const like = inputs[0]?.dtype ?? "float64";
      const all = rules.map((rule, i) => (rule ? inputs.shift() : alternate(shapes[i] as Shape, like)));
      return applyShapeOp(name, all as Tensor[], options);
    };
    return { program, free: shapes.filter((_, i) => rules[i]) };
  }
});

it("only what chooses or orders has no gradient", () => {
  const without = entries.flatMap(([name, entry]) => (entry.vjp.length === 0 ? [name] : []));
  expect(without.sort()).toEqual(["argmax", "argmin", "argsort"]);
});

function ones(shape: readonly number[], requiresGrad = false): Tensor {
  return filledWithOnes(shape, { requiresGrad }) as Tensor;
}

/** 1, 0, 1, ...: for a condition. */
function alternate(shape: Shape, dtype: DType): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  return tensor(
    Array.from({ length: size }, (_, i) => (i + 1) % 2),
    { shape, dtype },
  ) as Tensor;
}

const composites: readonly (readonly [name: string, program: Program, shapes: number[][]])[] = [
  ["mean()", ([x]) => (x as Tensor).mean(), [[2, 3]]],
  ["mean([0, 2], true)", ([x]) => (x as Tensor).mean([0, 2], true), [[2, 2, 2]]],
  ["std(1)", ([x]) => (x as Tensor).std(1), [[2, 3]]],
  ["var(0, { correction: 0 })", ([x]) => (x as Tensor).var(0, { correction: 0 }), [[3, 2]]],
  ["norm()", ([x]) => (x as Tensor).norm(), [[2, 3]]],
  ["norm(1, 0)", ([x]) => (x as Tensor).norm(1, 0), [[2, 3]]],
  ["norm(3, -1, true)", ([x]) => (x as Tensor).norm(3, -1, true), [[2, 3]]],
  ["norm(Infinity)", ([x]) => (x as Tensor).norm(Number.POSITIVE_INFINITY), [[2, 3]]],
  ["prod()", ([x]) => (x as Tensor).prod(), [[5]]],
  ["prod(1)", ([x]) => (x as Tensor).prod(1), [[2, 3]]],
  ["prod([0, 1], true)", ([x]) => (x as Tensor).prod([0, 1], true), [[2, 3, 2]]],
  ["pad([1, 2, -1, 1], 3)", ([x]) => (x as Tensor).pad([1, 2, -1, 1], 3), [[3, 2]]],
  ["at(-1, 1)", ([x]) => (x as Tensor).at(-1, 1), [[2, 3]]],
  ["split([1, 2], 1)", ([x]) => (x as Tensor).split([1, 2], 1).reduce((a, b) => a.mul(b)), [[2, 3]]],
  ["tril()", ([x]) => (x as Tensor).tril(), [[2, 3, 3]]],
  ["triu(1)", ([x]) => (x as Tensor).triu(1), [[3, 3]]],
  ["T", ([x]) => (x as Tensor).T, [[2, 3]]],
  ["squeeze, unsqueeze, flatten", ([x]) => (x as Tensor).squeeze().unsqueeze(-1).flatten(1), [[2, 1, 3]]],
  ["sort(0).values", ([x]) => (x as Tensor).sort(0).values, [[3, 2]]],
  ["topk(2).values", ([x]) => (x as Tensor).topk(2).values, [[2, 4]]],
  ["dropout(0.5)", ([x]) => (x as Tensor).dropout(0.5, random(3)), [[3, 4]]],
  ["stack", ([a, b]) => stack([a as Tensor, b as Tensor], -1), [[2], [2]]],
  ["concat with itself", ([a]) => concat([a as Tensor, (a as Tensor).mul(2), a as Tensor], -1), [[2, 2]]],
  [
    "where on a comparison",
    ([a, b]) => where((a as Tensor).gt(b as Tensor), a as Tensor, b as Tensor),
    [[4], [4]],
  ],
  [
    "an elementwise chain with a broadcast",
    ([a, b]) =>
      (a as Tensor)
        .tanh()
        .mul((b as Tensor).exp())
        .softplus(),
    [[2, 3], [3]],
  ],
  ["leakyRelu(0.2) and clamp", ([a]) => (a as Tensor).leakyRelu(0.2).clamp(-0.3, 1.5), [[2, 3]]],
];

it.each(composites)(
  "%s has the gradients that differences show, of both orders",
  (_name, program, shapes) => {
    checkProgram(program, shapes);
    checkFloat32(program, shapes);
  },
);

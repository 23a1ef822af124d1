import { compile, type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { type OpName, opOf, ops } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import type { AnyShapeOp, ShapeOp } from "../../src/tensor/entry.js";
import { applyShapeOp } from "../../src/tensor/shape-op.js";
import { shapeOps } from "../../src/tensor/shape-ops/index.js";

// Compiled functions of every op of both tables give what the ops give, in values and gradients, run after run.

type Shapes = readonly (readonly number[])[];

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function inputsOf(shapes: Shapes, seed: number, [low, high]: readonly [number, number]): Tensor[] {
  const stream = random(seed);
  return shapes.map((shape) => {
    const numbers = Float64Array.from({ length: sizeOf(shape) }, () => stream.uniform(low, high));
    return tensor(numbers, { shape, requiresGrad: true }) as Tensor;
  });
}

/** One number of a result, to which each of its numbers adds another share. */
function weighed(y: Tensor): Tensor {
  const weights = Float64Array.from({ length: y.size }, (_, i) => Math.sqrt(i + 2) % 1);
  return y.mul(tensor(weights, { shape: y.shape as number[] })).sum();
}

function mustAgree(
  program: (inputs: Tensor[]) => Tensor,
  shapes: Shapes,
  domain: readonly [number, number],
  isSmooth: boolean,
): void {
  const value = compile((inputs: Tensor[]) => program(inputs));
  const { valueAndGradient } = compile((inputs: Tensor[]) => weighed(program(inputs)));
  for (let seed = 1; seed <= 4; seed++) {
    const inputs = inputsOf(shapes, seed, domain);
    const y = program(inputs);
    expect(Array.from(value.value(inputs).data)).toEqual(Array.from(y.data));
    if (!isSmooth || y.size === 0) continue;
    const loss = weighed(y);
    loss.backward();
    const [found, gradient] = valueAndGradient(inputs);
    expect(found).toEqual(loss.item());
    const wanted = inputs.map((input) => Array.from(input.grad?.data ?? new Float64Array(input.size)));
    expect(gradient.map(({ data }) => Array.from(data))).toEqual(wanted);
  }
}

describe("compile", () => {
  it.each(Object.entries(shapeOps as unknown as Record<string, AnyShapeOp>))("of %s", (name, entry) => {
    const { samples, vjp } = entry as unknown as ShapeOp<unknown>;
    for (const { shapes, options, domain } of samples) {
      const isSmooth = vjp.some((rule) => rule !== null);
      mustAgree((inputs) => applyShapeOp(name, inputs, options), shapes, domain ?? [-2, 2], isSmooth);
    }
  });

  it.each(Object.keys(ops) as OpName[])("of %s, element by element", (name) => {
    const { args, params, partials } = opOf(name);
    const program = (inputs: Tensor[]): Tensor => {
      const [first, ...rest] = inputs as [Tensor, ...Tensor[]];
      return (first[name] as (...given: unknown[]) => Tensor).call(first, ...rest, ...Object.values(params));
    };
    const shapes = args.map((_, i) => (i === 0 ? [3, 4] : [4]));
    mustAgree(program, shapes, [0.1, 0.9], partials.length > 0);
  });
});

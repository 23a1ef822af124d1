import { gradients, type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { checkGradient, cotangent } from "@outgrad/gradcheck";
import { expect } from "vitest";

/** A function of Tensors that gives one. */
export type Program = (inputs: Tensor[]) => Tensor;

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
const weigh = (y: Tensor): Tensor => {
  const weights = y.size === 0 ? [] : cotangent(y.size);
  return y.mul(tensor(Float64Array.from(weights), { shape: y.shape as number[] })).sum();
};

/** The numbers of all inputs in one list, as Tensors of those shapes. */
function unpack(x: readonly number[], shapes: readonly (readonly number[])[]): Tensor[] {
  let from = 0;
  return shapes.map((shape) => {
    from += sizeOf(shape);
    const own = Float64Array.from(x.slice(from - sizeOf(shape), from));
    return tensor(own, { shape, requiresGrad: true }) as Tensor;
  });
}

const flat = (grads: readonly (Tensor | null)[], inputs: readonly Tensor[]): number[] =>
  grads.flatMap((grad, i) => [...(grad?.data ?? new Float64Array(inputs[i]?.size ?? 0))]);

/**
 * Checks first and second derivatives of a program against differences, at seeded numbers in a domain: the outputs are
 * weighed by irregular numbers, and so are the gradients for the second order.
 */
export function checkProgram(
  program: Program,
  shapes: readonly (readonly number[])[],
  [low, high]: readonly [low: number, high: number] = [-2, 2],
): void {
  const numbers = random(7);
  const x = Array.from({ length: shapes.reduce((sum, shape) => sum + sizeOf(shape), 0) }, () =>
    numbers.uniform(low, high),
  );
  const value = (at: readonly number[]): number => weigh(program(unpack(at, shapes))).item();
  const slopes = (at: readonly number[], createGraph: boolean) => {
    const inputs = unpack(at, shapes);
    return { inputs, grads: gradients(weigh(program(inputs)), inputs, { createGraph }) as (Tensor | null)[] };
  };
  const gradient = (at: readonly number[]): number[] => {
    const { inputs, grads } = slopes(at, false);
    return flat(grads, inputs);
  };
  if (x.length === 0) {
    expect(gradient(x)).toEqual([]);
    return;
  }
  // Differences of sums of a few terms: 1e-9 relative is judged with the error bar of the differences.
  const tolerance = { relative: 1e-8, absolute: 1e-8 };
  const first = checkGradient(value, gradient, x, tolerance);
  expect(first.verdict, `first order: ${first}`).toBe("OK");

  /** A weighed sum of the gradients, as a Tensor. */
  const directed = (at: readonly number[]): { inputs: Tensor[]; sum: Tensor | undefined } => {
    const { inputs, grads } = slopes(at, true);
    const sums = grads.flatMap((grad) => (grad === null ? [] : [weigh(grad)]));
    return { inputs, sum: sums.length === 0 ? undefined : sums.reduce((a, b) => a.add(b)) };
  };
  const second = checkGradient(
    (at) => directed(at).sum?.item() ?? 0,
    (at) => {
      const { inputs, sum } = directed(at);
      return flat(sum ? gradients(sum, inputs) : inputs.map(() => null), inputs);
    },
    x,
    tolerance,
  );
  expect(second.verdict, `second order: ${second}`).toBe("OK");
}

import { gradients, type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { expect } from "vitest";
import type { Program } from "./gradients.js";

/**
 * Checks that a program in float32 is within 2e-5 of the largest number of what it is in float64, from the same
 * numbers: values, and gradients under a random cotangent.
 */
export function checkFloat32(
  program: Program,
  shapes: readonly (readonly number[])[],
  [low, high]: readonly [low: number, high: number] = [-2, 2],
): void {
  const draw = random("float32");
  const numbers = (shape: readonly number[], from: number, to: number): Float32Array =>
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => draw.uniform(from, to));
  const given = shapes.map((shape) => numbers(shape, low, high));
  let weights: Float32Array | undefined;
  const run = (dtype: "float32" | "float64"): (Tensor | null)[] => {
    const inputs = given.map(
      (data, i) => tensor(data, { shape: shapes[i] as number[], dtype, requiresGrad: true }) as Tensor,
    );
    const y = program([...inputs]);
    weights ??= numbers(y.shape, -1, 1);
    const cotangent = tensor(weights, { shape: y.shape as number[], dtype: y.dtype }) as Tensor;
    return [y, ...(y.requiresGrad ? (gradients(y, inputs, { cotangent }) as (Tensor | null)[]) : [])];
  };
  const [singles, doubles] = [run("float32"), run("float64")];
  singles.forEach((single, k) => {
    const double = doubles[k];
    expect(single?.shape).toEqual(double?.shape);
    if (!single || !double) return;
    // Indices are float64, and so is what was asked to be.
    if (k > 0) expect(single.dtype).toBe("float32");
    const largest = Math.max(0, ...Array.from(double.data, Math.abs));
    single.data.forEach((x, i) => {
      expect(Math.abs(x - (double.data[i] as number)), `number ${i} of ${k}`).toBeLessThanOrEqual(
        2e-5 * largest,
      );
    });
  });
}

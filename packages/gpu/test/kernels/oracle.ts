import { cpu, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { expect } from "vitest";
import { recipes } from "../../src/kernels/index.js";
import type { Shape } from "../../src/kernels/recipe.js";
import { runSteps } from "./evaluate.js";

type AnyRecipe = (
  inputs: readonly Shape[],
  shape: Shape,
  options: unknown,
) => ReturnType<(typeof recipes)["sum"]>;
type AnyOp = {
  shape(shapes: readonly Shape[], options: unknown): Shape;
  samples: readonly { shapes: readonly Shape[]; options: unknown }[];
};

const place = new URL("../../../engine/src/tensor/shape-ops/index.ts", import.meta.url).pathname;
/** The engine's table of ops on shapes. */
export const table = (await import(place)).shapeOps as Readonly<Record<string, AnyOp>>;
export const sizeOf = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);

const draw = random("gpu kernels");
export const numbers = (size: number, low = -2, high = 2): Float32Array =>
  Float32Array.from({ length: size }, () => draw.uniform(low, high));

/** What the CPU gives. */
export function onCpu(
  name: string,
  shapes: readonly Shape[],
  options: unknown,
  inputs: readonly Float32Array[],
) {
  const given = inputs.map(
    (data, i) => tensor(data, { shape: [...(shapes[i] as Shape)], dtype: "float32" }).numbers,
  );
  const shape = (table[name] as AnyOp).shape(shapes, options);
  return { shape, numbers: cpu.numbers(cpu.run(name, given, shape, options)) };
}

/** Expects numbers that differ by no more than `tolerance` of the largest; infinities and NaN must be the same. */
export function expectClose(
  found: ArrayLike<number>,
  wanted: ArrayLike<number>,
  tolerance = 2e-6,
  what = "",
): void {
  expect(found.length, what).toBe(wanted.length);
  const finite = Array.from(wanted).filter(Number.isFinite).map(Math.abs);
  const most = tolerance * Math.max(1e-30, ...finite);
  for (let i = 0; i < wanted.length; i++) {
    const [x, y] = [found[i] as number, wanted[i] as number];
    if (Object.is(x, y) || Math.abs(x - y) <= most) continue;
    expect.fail(`${what}: number ${i} is ${x}, and must be ${y}`);
  }
}

/** Expects that the recipe of an op gives what the CPU does. */
export function check(
  name: string,
  shapes: readonly Shape[],
  options: unknown,
  inputs: readonly Float32Array[] = shapes.map((shape) => numbers(sizeOf(shape))),
  tolerance?: number,
): void {
  const wanted = onCpu(name, shapes, options, inputs);
  const steps = (recipes as unknown as Record<string, AnyRecipe>)[name]?.(shapes, wanted.shape, options);
  expectClose(
    runSteps(steps ?? [], inputs),
    wanted.numbers,
    tolerance,
    `${name} ${JSON.stringify(shapes)} ${JSON.stringify(options)}`,
  );
}

import { compile } from "@outgrad/engine";
import { expect } from "vitest";
import type { GpuBackend } from "../../src/backend/gpu-backend.js";
import { compileOnGpu } from "../../src/graph/compile-on-gpu.js";
import type { Program } from "./programs.js";

/** float32 rounds each step to 6e-8; a graph of hundreds of them stays below this, beside numbers of about 1. */
export const tolerance = 2e-5;
/** Gradients are products of many factors, some of them of ops that are steep where they were asked. */
export const ofGradients = { nets: 2e-4, random: 2e-3 };

/** The greatest difference, relative to what is wanted where that is above 1. */
export function difference(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  expect(found.length).toBe(wanted.length);
  let worst = 0;
  for (let i = 0; i < wanted.length; i++) {
    const [a, b] = [found[i] as number, wanted[i] as number];
    if (Object.is(Math.fround(a), Math.fround(b)) || a === Math.fround(b)) continue;
    const off = Math.abs(a - b) / Math.max(1, Math.abs(b));
    if (!(off <= worst)) worst = off;
  }
  return worst;
}

/** What the engine makes of the samples one after the other. */
function oneByOne({ f, x, y, parameters }: Program) {
  const compiled = compile(f);
  for (const parameter of parameters) parameter.zeroGrad();
  const values = x.map((row, i) => compiled.value(row as number[], y[i] as number) as number);
  const gradients = x.flatMap((row, i) => compiled.gradient(row as number[], y[i] as number) as number[]);
  for (const [i, row] of x.entries()) compiled.step(row as number[], y[i] as number);
  const sums = parameters.map(({ grad }) => grad);
  for (const parameter of parameters) parameter.zeroGrad();
  return { values, gradients, sums };
}

/** compileOnGpu against compile. Sums may be off by as much as their terms are. */
export async function compare(
  program: Program,
  backend: GpuBackend,
  { isStepped = true, loose = ofGradients.nets } = {},
): Promise<void> {
  const { f, x, y, parameters } = program;
  const wanted = oneByOne(program);
  const onGpu = compileOnGpu(f, { backend });
  const [values, gradients] = onGpu.valueAndGradient(x as number[][], y as number[]);
  expect(values.shape).toEqual([x.length]);
  expect(gradients.shape).toEqual([x.length, (x[0] as readonly number[]).length]);
  expect(difference(await values.read(), wanted.values)).toBeLessThan(tolerance);
  expect(difference(await gradients.read(), wanted.gradients)).toBeLessThan(loose);
  if (!isStepped) return;
  const total = await onGpu.step(x as number[][], y as number[]);
  const scale = x.length;
  const sumOfValues = wanted.values.reduce((a, b) => a + b, 0);
  expect(Math.abs(total - sumOfValues) / scale).toBeLessThan(tolerance);
  const found = parameters.map(({ grad }) => grad / scale);
  const means = wanted.sums.map((sum) => sum / scale);
  expect(difference(found, means)).toBeLessThan(loose);
}

import { cpu, tensor } from "@outgrad/engine";
import { anyShapeOps } from "@outgrad/engine/backend";
import { expect } from "vitest";
import { recipes } from "../../src/kernels/index.js";
import type { Shape, Step } from "../../src/kernels/recipe.js";
import { type Case, some } from "./cases/case.js";
import { cases } from "./cases/index.js";

type AnyRecipe = (inputs: readonly Shape[], shape: Shape, options: unknown) => readonly Step[];
type AnyOp = {
  shape(shapes: readonly Shape[], options: unknown): Shape;
  samples: readonly { shapes: readonly Shape[]; options: unknown }[];
};

/** The engine's table of ops on shapes. */
export const table = anyShapeOps as unknown as Readonly<Record<string, AnyOp>>;

const known = recipes as unknown as Readonly<Record<string, AnyRecipe>>;

/** The samples of the table, then the other cases, by the names of their ops. */
export const allCases: readonly (readonly [name: string, cases: readonly Case[]])[] = Object.keys(known).map(
  (name) => {
    const samples = (table[name] as AnyOp).samples.map(({ shapes, options }) => some(name, shapes, options));
    return [name, [...samples, ...cases.filter((each) => each.name === name)]];
  },
);

/** What the CPU gives. */
export function onCpu({ name, shapes, options, inputs }: Case): { shape: Shape; numbers: ArrayLike<number> } {
  const given = inputs.map(
    (data, i) => tensor(data, { shape: [...(shapes[i] as Shape)], dtype: "float32" }).numbers,
  );
  const shape = (table[name] as AnyOp).shape(shapes, options);
  return { shape, numbers: cpu.numbers(cpu.run(name, given, shape, options)) };
}

/** What is to be run for a case. */
export const stepsOf = ({ name, shapes, options }: Case, shape: Shape): readonly Step[] =>
  (known[name] as AnyRecipe)(shapes, shape, options);

/** A case in a line. */
export const titleOf = ({ shapes, options }: Case): string =>
  `${JSON.stringify(shapes)} ${JSON.stringify(options)}`;

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

import type { Layout, Shape } from "./recipe.js";

/** How many numbers a shape holds. */
export const sizeOf = (shape: Shape): number => shape.reduce((size, length) => size * length, 1);

/** The strides of numbers that lie one after the other. */
export function stridesOf(shape: Shape): number[] {
  let step = 1;
  return shape
    .toReversed()
    .map((size) => {
      step *= size;
      return step / size;
    })
    .toReversed();
}

/** Numbers that lie one after the other. */
export const dense = (shape: Shape): Layout => ({ shape, strides: stridesOf(shape) });

/** Strides that repeat an operand to fill a shape that it broadcasts to. */
export function repeated({ shape, strides }: Layout, to: Shape): number[] {
  const missing = to.length - shape.length;
  return to.map((_, dim) =>
    dim < missing || shape[dim - missing] === 1 ? 0 : (strides[dim - missing] as number),
  );
}

/** A shape, and the strides of some operands that have it. */
export interface Joined {
  readonly shape: Shape;
  readonly strides: readonly (readonly number[])[];
}

/** The same places in the same order with as few dims as can be: neighbours that every operand walks as one are one. */
export function joined(shape: Shape, strides: readonly (readonly number[])[]): Joined {
  const sizes: number[] = [];
  const steps = strides.map((): number[] => []);
  for (const [dim, size] of shape.entries()) {
    if (size === 1) continue;
    const step = strides.map((all) => all[dim] as number);
    const goesOn = sizes.length > 0 && steps.every((all, i) => all.at(-1) === (step[i] as number) * size);
    if (goesOn) {
      sizes.push((sizes.pop() as number) * size);
      for (const all of steps) all.pop();
    } else sizes.push(size);
    for (const [i, all] of steps.entries()) all.push(step[i] as number);
  }
  return { shape: sizes, strides: steps };
}

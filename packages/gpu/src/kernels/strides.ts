import { stridesOf } from "@outgrad/engine/backend";
import type { Layout, Shape } from "./recipe.js";

/** Numbers that lie one after the other. */
export const dense = (shape: Shape): Layout => ({ shape, strides: stridesOf(shape) });

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

import type { Random } from "@outgrad/engine/random";
import type { Form } from "./form.js";

/** Numbers that read well, tried first for examples. */
const friendly: Readonly<Record<string, readonly (readonly number[])[]>> = {
  one: [[2], [3], [-1], [0.5]],
  two: [
    [2, 3],
    [3, 2],
    [2, -1],
    [-3, 2],
  ],
  pow: [
    [2, 3],
    [3, 2],
    [2, -1],
    [4, 0.5],
  ],
  log: [[2], [3], [0.5]],
};

/** Operands that read well, in the operation's domain. */
export function friendlyPoints({ op, numbers }: Form): readonly (readonly number[])[] {
  return friendly[op.name] ?? (numbers.length === 1 ? friendly.one : friendly.two) ?? [];
}

/**
 * Operands at random, so generic that formulas which differ give different numbers: away from 0, 1 and each other, and
 * in the operation's domain. Exponents are an odd and a negative integer, then a fraction.
 */
export function randomPoints({ op, numbers }: Form, random: Random, count = 3): number[][] {
  const size = (low: number, high: number) => random.uniform(low, high);
  const signed = (low: number, high: number) => size(low, high) * (random.integer(2) === 0 ? -1 : 1);
  return Array.from({ length: count }, (_, i) => {
    if (op.name === "pow") return [size(1.2, 2.4) * (i % 3 === 2 ? 1 : -1), [3, -2, 2.5][i % 3] as number];
    if (op.name === "log") return [size(1.2, 3.2) * (i % 3 === 0 ? 0.25 : 1)];
    if (numbers.length === 1)
      return [(i % 2 === 0 ? 1 : -1) * size(0.25, 0.95) * (op.name === "neg" ? 3 : 1)];
    return i % 2 === 0 ? [signed(1.1, 1.9), signed(2.1, 3.1)] : [signed(2.1, 3.1), signed(0.3, 0.9)];
  });
}

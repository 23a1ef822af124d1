import { cos, pow, sin } from "@outgrad/ops/intrinsics";

/** f of the exercises: -a³ + sin(3b) - 1/c + b^2.5 - a^0.5. */
export const f = ([a, b, c]: readonly number[]): number =>
  -pow(a as number, 3) +
  sin(3 * (b as number)) -
  1 / (c as number) +
  pow(b as number, 2.5) -
  pow(a as number, 0.5);

/** Its gradient by calculus. */
export const gradient = ([a, b, c]: readonly number[]): number[] => [
  -3 * pow(a as number, 2) - 0.5 * pow(a as number, -0.5),
  3 * cos(3 * (b as number)) + 2.5 * pow(b as number, 1.5),
  pow(c as number, -2),
];

export const at: readonly number[] = [2, 3, 4];
export const answers: readonly number[] = [-12.353553390593273, 10.25699027111255, 0.0625];

/** How far each found number is from the answers. */
export const errors = (found: readonly number[]): number[] =>
  found.map((x, i) => Math.abs(x - (answers[i] as number)));

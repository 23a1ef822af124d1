/**
 * Irregular numbers to weigh the outputs of a function with several, so that `checkGradient` can check its gradient
 * as one number: `f = (x) => dot(w, outputs(x))`. Ones would hide every mistake that only moves something from
 * one output to another: the sum of a softmax is 1 whatever its gradient says.
 *
 * n numbers of both signs, none near 0, no two alike, always the same ones: those of the golden ratio's sequence.
 *
 * @throws RangeError unless n is a positive integer.
 *
 * @example
 * cotangent(2) // => [ -0.8819660112501051, 1.2639320225002102 ]
 */
export function cotangent(n: number): number[] {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`cotangent: expected n outputs, n >= 1, got ${n}.`);
  const golden = (3 - Math.sqrt(5)) / 2;
  return Array.from({ length: n }, (_, i) => (i % 2 === 0 ? -1 : 1) * (0.5 + (((i + 1) * golden) % 1)));
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { History } from "../src/minimize/history.js";

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, ai, i) => sum + ai * (b[i] as number), 0);

/** The same by the matrix: H = (1 - s yᵀ/ys) H (1 - y sᵀ/ys) + s sᵀ/ys for each pair, from (ys / yy) times 1. */
function byMatrix(pairs: [number[], number[]][], gradient: number[]): number[] {
  const [s1, y1] = pairs.at(-1) as [number[], number[]];
  const n = gradient.length;
  let h = gradient.map((_, i) => gradient.map((_, j) => (i === j ? dot(s1, y1) / dot(y1, y1) : 0)));
  for (const [s, y] of pairs) {
    const ys = dot(s, y);
    const left = gradient.map((_, i) =>
      gradient.map((_, j) => (i === j ? 1 : 0) - ((s[i] as number) * (y[j] as number)) / ys),
    );
    const times = (a: number[][], b: number[][]) =>
      a.map((row) =>
        Array.from({ length: n }, (_, j) =>
          dot(
            row,
            b.map((r) => r[j] as number),
          ),
        ),
      );
    const transposed = left.map((_, i) => left.map((row) => row[i] as number));
    h = times(times(left, h), transposed).map((row, i) =>
      row.map((x, j) => x + ((s[i] as number) * (s[j] as number)) / ys),
    );
  }
  return h.map((row) => -dot(row, gradient));
}

test("direction(gradient) is the BFGS matrix times the gradient, downhill", () => {
  const vector = (min: number) =>
    fc.array(fc.double({ min, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 });
  const pair = fc
    .tuple(vector(-2), vector(0.5))
    .map(([s, curvatures]): [number[], number[]] => [s, s.map((si, i) => si * (curvatures[i] as number))])
    .filter(([s, y]) => dot(s, y) > 0.01);
  fc.assert(
    fc.property(
      fc.array(pair, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 6 }),
      vector(-2),
      (pairs, size, g) => {
        const history = new History(size);
        for (const [s, y] of pairs) history.push(Float64Array.from(s), Float64Array.from(y));
        const found = history.direction(Float64Array.from(g));
        const expected = byMatrix(pairs.slice(-size), g);
        const scale = Math.max(1, ...expected.map(Math.abs));
        found.forEach((x, i) => {
          expect(Math.abs(x - (expected[i] as number)) / scale).toBeLessThan(1e-7);
        });
      },
    ),
    { seed: 1, numRuns: 300, endOnFailure: true },
  );
});

test("an empty history goes down the gradient, by no more than 1 in all", () => {
  const history = new History(5);
  expect([...history.direction(new Float64Array([0.5, -0.25]))]).toEqual([-0.5, 0.25]);
  expect([...history.direction(new Float64Array([6, -2]))]).toEqual([-0.75, 0.25]);
});

test("push() leaves out a step along which the slope did not rise, and forgets the oldest beyond `size`", () => {
  const history = new History(2);
  const push = (move: number, change: number) =>
    history.push(new Float64Array([move]), new Float64Array([change]));
  push(1, -1);
  push(1, 0);
  push(1, Number.NaN);
  expect(history.pairs).toHaveLength(0);
  push(1, 1);
  push(2, 1);
  push(3, 1);
  expect(history.pairs.map(({ move }) => move[0])).toEqual([2, 3]);
});

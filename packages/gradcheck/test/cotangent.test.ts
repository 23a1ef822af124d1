import { expect, it } from "vitest";
import { cotangent } from "../src/index.js";

it("cotangent(n) has numbers of both signs, none near 0, no two alike, always the same", () => {
  const w = cotangent(1000);
  expect(w).toHaveLength(1000);
  expect(new Set(w.map(Math.abs)).size).toBe(1000);
  expect(Math.min(...w.map(Math.abs))).toBeGreaterThanOrEqual(0.5);
  expect(Math.max(...w.map(Math.abs))).toBeLessThan(1.5);
  expect(w.filter((x) => x > 0)).toHaveLength(500);
  expect(cotangent(1000)).toEqual(w);
  expect(cotangent(1)).toEqual([-0.8819660112501051]);
  expect(cotangent(2)).toEqual([-0.8819660112501051, 1.2639320225002102]);
  expect(cotangent(3)).toEqual(w.slice(0, 3));
});

it("cotangent(n) needs at least one output", () => {
  for (const n of [0, -1, 1.5, Number.NaN]) {
    expect(() => cotangent(n)).toThrow(`cotangent: expected n outputs, n >= 1, got ${n}.`);
  }
});

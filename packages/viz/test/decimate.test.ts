import { expect, it } from "vitest";
import { decimate, type Point } from "../src/plot/decimate.js";

it("decimate keeps a short curve as it is", () => {
  const points: Point[] = [
    [0, 1],
    [10, 2],
    [20, 0],
  ];
  expect(decimate(points)).toBe(points);
});

it("decimate keeps of each pixel column the lowest and the highest, in their order", () => {
  const points: Point[] = [
    [0.1, 5],
    [0.2, 9],
    [0.3, 1],
    [0.4, 4],
    [1.1, 2],
    [1.2, 3],
    [1.3, 2.5],
  ];
  expect(decimate(points)).toEqual([
    [0.2, 9],
    [0.3, 1],
    [1.1, 2],
    [1.2, 3],
  ]);
});

it("decimate keeps a gap", () => {
  const points = [1, 2, Number.NaN, 3, 4].map((y, i): Point => [i / 10, y]);
  expect(decimate(points)).toEqual([
    [0, 1],
    [0.2, Number.NaN],
    [0.4, 4],
  ]);
});

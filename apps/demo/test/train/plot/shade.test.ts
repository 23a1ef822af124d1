import { expect, it } from "vitest";
import { frameIn, nearestPoint, placeOf, pointAt } from "../../../src/train/plot/frame.ts";
import { ticks } from "../../../src/train/plot/ticks.ts";
import { shade } from "../../../src/train/shade.ts";

it("shade(scores, size, side) draws low y at the bottom, shades by thirds of the largest score, and the border", () => {
  // Rows from low y: the lower half is class 0, the upper class 1, by 3, 1 and 1, 3.
  const scores = [-3, -1, 1, 3].flatMap((score) => [score, score, score, score]);
  const pixels = shade(scores, 4, 8);
  const column = Array.from({ length: 8 }, (_, row) => pixels[8 * row]);
  expect(column).toEqual([5, 5, 4, 6, 0, 1, 2, 2]);
});

it("shade(zeros) is one shade without a border", () => {
  expect(new Set(shade(new Float64Array(9), 3, 6))).toEqual(new Set([0]));
});

it.each([
  [-1.5, 1.5, 4, [-1, 0, 1]],
  [0, 10, 5, [0, 2, 4, 6, 8, 10]],
  [-0.03, 0.041, 4, [-0.02, 0, 0.02, 0.04]],
])("ticks(%f, %f, %i)", (low, high, most, expected) => {
  expect(ticks(low, high, most)).toEqual(expected);
});

it("pointAt() is the inverse of placeOf(), with y upwards", () => {
  const box = { x: [-1, 3], y: [10, 14] } as const;
  const frame = frameIn(400);
  const { left, top } = placeOf(box, frame, 0.25, 13);
  expect(pointAt(box, frame, left, top)).toEqual({ x: 0.25, y: 13 });
  expect(top).toBeLessThan(frame.top + frame.side / 2);
});

it("nearestPoint(points, among, at) looks among those that are shown", () => {
  const points = [
    [0, 0],
    [1, 0],
    [5, 5],
  ];
  expect(nearestPoint(points, [1, 2], { x: 0, y: 0 })).toEqual({ index: 1, distance: 1 });
  expect(nearestPoint(points, [], { x: 0, y: 0 })).toBeNull();
});

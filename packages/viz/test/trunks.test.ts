import { expect, it } from "vitest";
import { trunksOf } from "../src/layout/trunks.js";

it("trunksOf leads all long edges from one vertex along one trunk", () => {
  // 0 is used in layers 1, 3 and 4: bends in layers 1, 2, 3.
  const inputs = [[], [0], [1], [0, 2], [0, 3]];
  const trunks = trunksOf(inputs, [0, 1, 2, 3, 4]);
  expect(trunks.layers).toEqual([0, 1, 2, 3, 4, 1, 2, 3]);
  expect(trunks.route(0, 1)).toEqual([]);
  expect(trunks.route(0, 3)).toEqual([5, 6]);
  expect(trunks.route(0, 4)).toEqual([5, 6, 7]);
  expect(trunks.inputs[4]).toEqual([7, 3]);
  // The trunk branches: to vertex 3, and on to the bend after it.
  expect(trunks.outputs[6]).toEqual([3, 7]);
});

it("trunksOf keeps both edges of x * x", () => {
  expect(trunksOf([[], [0, 0]], [0, 1]).inputs[1]).toEqual([0, 0]);
});

it("trunksOf gives an edge over more than 100 layers no bends", () => {
  const inputs = Array.from({ length: 200 }, (_, v) => (v === 0 ? [] : v === 199 ? [0, v - 1] : [v - 1]));
  const trunks = trunksOf(
    inputs,
    inputs.map((_, v) => v),
  );
  expect(trunks.route(0, 199)).toEqual([]);
  expect(trunks.layers).toHaveLength(200);
});

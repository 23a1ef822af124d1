import { expect, it } from "vitest";
import { edgeCount, strongestEdges } from "../../../src/train/net/edges.ts";

// 2 - 2 - 1: each neuron's two weights and its bias, which is no edge.
const numbers = [1, -2, 99, 0.01, 3, 99, -4, 0.5, 99];

it("strongestEdges(numbers, sizes, most) tells which weight leads where, the weaker ones first", () => {
  expect(strongestEdges(numbers, [2, 2, 1], 100)).toEqual([
    { layer: 1, from: 1, to: 0, value: 0.5 },
    { layer: 0, from: 0, to: 0, value: 1 },
    { layer: 0, from: 1, to: 0, value: -2 },
    { layer: 0, from: 1, to: 1, value: 3 },
    { layer: 1, from: 0, to: 0, value: -4 },
  ]);
  expect(strongestEdges(numbers, [2, 2, 1], 2).map(({ value }) => value)).toEqual([3, -4]);
  expect(edgeCount([2, 2, 1])).toBe(6);
});

it("strongestEdges() of gradients that are all 0 is empty", () => {
  expect(strongestEdges(new Float64Array(9), [2, 2, 1], 100)).toEqual([]);
});

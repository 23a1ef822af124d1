import { expect, it } from "vitest";
import { layersOf } from "../src/layout/layers.js";
import { linksOf } from "../src/layout/links.js";

const layers = (inputs: number[][]) => [...layersOf(linksOf(inputs))];

it("layersOf puts every vertex after its inputs", () => {
  // 0 and 1 into 2; 2 into 3; 0 and 3 into 4.
  expect(layers([[], [], [0, 1], [2], [0, 3]])).toEqual([0, 0, 1, 2, 3]);
});

it("layersOf puts a leaf right before its first consumer", () => {
  expect(layers([[], [0], [1], [], [2, 3]])).toEqual([0, 1, 2, 2, 3]);
});

it("layersOf moves a branch that hangs together right before its consumer", () => {
  // A chain of four, and a product of two leaves that only its end needs.
  expect(layers([[], [0], [1], [2], [], [], [4, 5], [3, 6]])).toEqual([0, 1, 2, 3, 2, 2, 3, 4]);
});

it("layersOf leaves a branch where an input is that others share", () => {
  // 1 is made of 0, which the chain 2, 3, 4 shares.
  expect(layers([[], [0], [0], [2], [3], [1, 4]])).toEqual([0, 1, 1, 2, 3, 4]);
});

it("layersOf of a single vertex is layer 0", () => {
  expect(layers([[]])).toEqual([0]);
});

it("layersOf leaves what is alike in one line: a product of a shared input waits where the others of its kind are", () => {
  // x; two weights, two products and what is made of each; the first goes on for two more layers.
  const inputs = [[], [], [1, 0], [2], [], [4, 0], [5], [3], [7], [8, 6]];
  expect(layers(inputs)).toEqual([0, 0, 1, 2, 0, 1, 2, 3, 4, 5]);
});

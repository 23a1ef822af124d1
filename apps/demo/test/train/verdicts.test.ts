import { expect, it } from "vitest";
import { verdicts, worthShowing } from "../../src/train/verdicts.ts";

const all = verdicts(
  [
    [0, 2, 1],
    [5, 4, 3],
    [-3, -2, -1],
  ],
  [1, 2, 2],
);

it("verdicts(scores, labels) lets the largest score win", () => {
  expect(all.map(({ said, right }) => [said, right])).toEqual([
    [1, true],
    [0, false],
    [2, true],
  ]);
});

it("worthShowing(verdicts, 2) puts the wrong ones first", () => {
  expect(worthShowing(all, 2).map(({ place }) => place)).toEqual([1, 0]);
});

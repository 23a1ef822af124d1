import { expect, it } from "vitest";
import { parts } from "../../src/train/parts.ts";

it.each([
  [10, 20, [10]],
  [20, 10, [10, 10]],
  [25, 6, [5, 5, 5, 5, 5]],
  [32, 10, [8, 8, 8, 8]],
  [7, 3, [2, 2, 3]],
  [0, 3, []],
])("parts of %i, at most %i each, have the lengths %j", (length, most, lengths) => {
  const list = Array.from({ length }, (_, i) => i);
  const found = parts(list, most);
  expect(found.map((part) => part.length)).toEqual(lengths);
  expect(found.flat()).toEqual(list);
});

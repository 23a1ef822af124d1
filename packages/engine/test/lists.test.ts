import { dot, mean, sum, value } from "@outgrad/engine";
import { expect, it } from "vitest";

it("sum([]) and dot([], []) are 0; mean([]) is an error", () => {
  expect([sum([]).data, dot([], []).data]).toEqual([0, 0]);
  expect(() => mean([])).toThrow("mean: the list is empty; give at least one Value or number.");
});

it("sum, mean and dot take arrays, sets and generators of Values and numbers", () => {
  function* numbers() {
    yield 1;
    yield value(2);
    yield 6;
  }
  expect([sum(numbers()).data, mean(numbers()).data, dot(numbers(), [1, 10, 100]).data]).toEqual([9, 3, 621]);
  expect(sum(new Set([1, 2, 6])).data).toBe(9);
});

it("dot(w, x) passes each side's numbers on as the other's gradients", () => {
  const [w, x] = [
    [value(2), value(3)],
    [value(5), value(7)],
  ];
  const y = dot(w, x);
  y.backward();
  expect([y.data, ...w.map(({ grad }) => grad), ...x.map(({ grad }) => grad)]).toEqual([31, 5, 7, 2, 3]);
});

it("lists of other lengths, and what is no list, are named", () => {
  expect(() => dot([1, 2], [3])).toThrow("dot: the lists have 2 and 1 elements; they must be as long.");
  expect(() => sum(3 as never)).toThrow("sum: expected a list of Values and numbers, got 3.");
  expect(() => mean(undefined as never)).toThrow(
    "mean: expected a list of Values and numbers, got undefined.",
  );
});

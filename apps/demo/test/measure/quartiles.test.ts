import { expect, it } from "vitest";
import { quartiles } from "../../src/measure/quartiles.ts";

it("quartiles(list) are the middle and the ends of the middle half", () => {
  expect(quartiles([5, 1, 3, 2, 4])).toEqual({ low: 2, median: 3, high: 4 });
  expect(quartiles([1, 2])).toEqual({ low: 1.25, median: 1.5, high: 1.75 });
  expect(quartiles([7])).toEqual({ low: 7, median: 7, high: 7 });
  expect(quartiles([]).median).toBeNaN();
});

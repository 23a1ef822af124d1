import { expect, it } from "vitest";
import { patience } from "../../src/kernels/patience.js";

it("patience(numbers, few, make) makes once, when calls that are not small have done so many numbers", () => {
  let made = 0;
  const fast = patience(100, 10, () => {
    made++;
    return "fast";
  });
  expect([fast(9), fast(9), fast(50), fast(49)]).toEqual([null, null, null, null]);
  expect(made).toBe(0);
  expect([fast(10), fast(9), fast(1000)]).toEqual(["fast", null, "fast"]);
  expect(made).toBe(1);
});

import { expect, test } from "vitest";
import golden from "../golden/sklearn.json" with { type: "json" };
import { circles } from "../src/circles.js";
import { countsOf, samplesOf, worstDistance } from "./samples.js";

test.each(Object.entries(golden.circles))(
  "circles({ n: %s, noise: 0, factor: 0.3 }) gives scikit-learn's points",
  (n, expected) => {
    const found = samplesOf(circles({ n: Number(n), noise: 0, factor: 0.3 }));
    expect(found).toHaveLength(expected.length);
    expect(worstDistance(found, expected)).toBeLessThan(1e-15);
    expect(worstDistance(expected, found)).toBeLessThan(1e-15);
  },
);

test("circles({ n: 101 }) has 50 points outside and 51 inside", () => {
  expect(countsOf(circles({ n: 101 }).labels)).toEqual([50, 51]);
});

test.each([1, -0.1, Number.NaN])("circles({ factor: %s }) throws", (factor) => {
  expect(() => circles({ factor })).toThrow(
    `circles: factor is the inner radius, a number in [0, 1); got ${factor}.`,
  );
});

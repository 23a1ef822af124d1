import { expect, test } from "vitest";
import golden from "../golden/sklearn.json" with { type: "json" };
import { moons } from "../src/moons.js";
import { countsOf, samplesOf, worstDistance } from "./samples.js";

test.each(Object.entries(golden.moons))(
  "moons({ n: %s, noise: 0 }) gives scikit-learn's points",
  (n, expected) => {
    const found = samplesOf(moons({ n: Number(n), noise: 0 }));
    expect(found).toHaveLength(expected.length);
    expect(worstDistance(found, expected)).toBeLessThan(1e-15);
    expect(worstDistance(expected, found)).toBeLessThan(1e-15);
  },
);

test("moons({ n: 101 }) has 50 points above and 51 below", () => {
  expect(countsOf(moons({ n: 101 }).labels)).toEqual([50, 51]);
});

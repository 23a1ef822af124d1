import { describe, expect, test } from "vitest";
import { recipes } from "../../src/kernels/index.js";
import { runSteps } from "./evaluate.js";
import { check, numbers } from "./oracle.js";

const nan = Number.NaN;
const infinity = Number.POSITIVE_INFINITY;
const list = (...values: number[]): Float32Array => Float32Array.from(values);

describe.each(["softmax", "logSoftmax"] as const)("recipes.%s", (name) => {
  test("along any dim gives what the CPU does", () => {
    for (const dim of [0, 1, 2]) check(name, [[3, 70, 4]], { dim });
    check(name, [[2, 700]], { dim: 1 });
    check(name, [[5]], { dim: 0 });
  });
  test("of large numbers does not overflow", () => {
    check(name, [[2, 3]], { dim: 1 }, [list(1000, 1001, 999, -1e30, 0, 80)]);
  });
  test("of infinities and NaN gives what the CPU does", () => {
    check(name, [[4, 2]], { dim: 1 }, [list(-infinity, 1, -infinity, -infinity, infinity, 2, nan, 1)]);
  });
});

describe.each(["softmaxGradient", "logSoftmaxGradient"] as const)("recipes.%s", (name) => {
  test("along any dim gives what the CPU does", () => {
    for (const dim of [0, 1, 2])
      check(
        name,
        [
          [3, 70, 4],
          [3, 70, 4],
        ],
        { dim },
        [numbers(840), numbers(840, -4, 0)],
        1e-5,
      );
  });
});

test("recipes.softmax adds up to 1", () => {
  const x = numbers(300, -9, 9);
  const y = runSteps(recipes.softmax([[300]], [300], { dim: 0 }), [x]);
  expect(Math.abs(y.reduce((sum, each) => sum + each, 0) - 1)).toBeLessThan(1e-6);
});

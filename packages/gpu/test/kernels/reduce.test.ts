import { describe, expect, test } from "vitest";
import { recipes } from "../../src/kernels/index.js";
import { numbers } from "./cases/case.js";
import { runSteps } from "./evaluate.js";

describe("recipes.sum", () => {
  const all = { dims: [0], keepdim: false };

  test("sum of 512 numbers is one kernel, of 100000 more", () => {
    expect(recipes.sum([[512]], [], all)).toHaveLength(1);
    expect(recipes.sum([[100_000]], [], all).map(({ kernel }) => kernel.size)).toEqual([391, 1]);
    expect(recipes.sum([[1_000_000]], [], all).map(({ kernel }) => kernel.size)).toEqual([3907, 16, 1]);
  });
  test("sum over the first dim of many columns is one kernel", () => {
    expect(recipes.sum([[10_000, 40_000]], [40_000], all)).toHaveLength(1);
  });
});

describe("recipes.softmax", () => {
  test("softmax of up to 32 numbers each is one kernel, of more three", () => {
    expect(recipes.softmax([[100, 32]], [100, 32], { dim: 1 })).toHaveLength(1);
    expect(recipes.softmax([[100, 33]], [100, 33], { dim: 1 })).toHaveLength(3);
  });
});

test("recipes.softmax adds up to 1", () => {
  const y = runSteps(recipes.softmax([[300]], [300], { dim: 0 }), [numbers(300, -9, 9)]);
  expect(Math.abs(y.reduce((sum, each) => sum + each, 0) - 1)).toBeLessThan(1e-6);
});

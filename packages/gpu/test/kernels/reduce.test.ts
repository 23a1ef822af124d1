import { describe, expect, test } from "vitest";
import { recipes } from "../../src/kernels/index.js";
import { runSteps } from "./evaluate.js";
import { check, numbers, sizeOf } from "./oracle.js";

const nan = Number.NaN;
const infinity = Number.POSITIVE_INFINITY;
const list = (...values: number[]): Float32Array => Float32Array.from(values);
const shape = [3, 4, 2, 5];
const some = [[0], [1], [3], [0, 1], [1, 3], [0, 2], [0, 1, 2, 3], []];

describe.each(["sum", "amax", "amin", "logsumexp", "var"] as const)("recipes.%s", (name) => {
  test.each(some.map((dims) => [JSON.stringify(dims), dims] as const))(
    "of dims %s gives what the CPU does",
    (_, dims) => {
      for (const keepdim of [false, true]) check(name, [shape], { dims, keepdim, correction: 1 });
    },
  );
  test("of long columns takes steps, and gives what the CPU does", () => {
    for (const size of [511, 513, 1000, 5003])
      check(name, [[size]], { dims: [0], keepdim: false, correction: 1 });
    check(name, [[3, 1030, 2]], { dims: [1], keepdim: false, correction: 0 });
    check(name, [[40, 3, 40]], { dims: [0, 2], keepdim: true, correction: 0 });
  });
  test("of NaN is NaN in its column only", () => {
    check(name, [[2, 3]], { dims: [1], keepdim: false, correction: 1 }, [list(1, nan, 3, 4, 5, 6)]);
    check(name, [[3]], { dims: [0], keepdim: false, correction: 1 }, [list(nan, -infinity, 2)]);
    check(name, [[3]], { dims: [0], keepdim: false, correction: 1 }, [list(3, 2, nan)]);
  });
});

describe.each(["sum", "logsumexp", "amax", "amin"] as const)("recipes.%s", (name) => {
  test("of infinities gives what the CPU does", () => {
    const dims = { dims: [1], keepdim: false };
    const x = list(infinity, 1, -infinity, 2, infinity, infinity, -infinity, -infinity);
    check(name, [[4, 2]], dims, [x]);
  });
});

describe("recipes.sum", () => {
  test("sum of nothing is 0, logsumexp -Infinity, var NaN", () => {
    for (const name of ["sum", "logsumexp", "var"])
      check(name, [[2, 0, 3]], { dims: [1], keepdim: false, correction: 1 });
  });
  test("sum of 100000 numbers has an error of a few roundings", () => {
    const x = numbers(100_000, 0, 1);
    const exact = x.reduce((sum, each) => sum + each, 0);
    const [found] = runSteps(recipes.sum([[100_000]], [], { dims: [0], keepdim: false }), [x]) as unknown as [
      number,
    ];
    expect(Math.abs(found / exact - 1)).toBeLessThan(2e-7);
  });
});

describe("recipes.var", () => {
  test("var loses nothing of numbers far from 0", () => {
    const x = numbers(1000).map((each) => 1e6 + each);
    check("var", [[1000]], { dims: [0], keepdim: false, correction: 1 }, [x]);
  });
  test("var divides by no less than 0: NaN or Infinity", () => {
    check("var", [[2, 1]], { dims: [1], keepdim: false, correction: 1 });
    check("var", [[2, 2]], { dims: [1], keepdim: false, correction: 3 }, [list(1, 2, 4, 4)]);
  });
});

describe.each(["argmax", "argmin"] as const)("recipes.%s", (name) => {
  test("gives the first of ties, and the first NaN", () => {
    const x = list(1, 3, 3, 1, 2, nan, 9, nan, 0, 0, 0, 0, -infinity, -infinity, infinity, infinity);
    check(name, [[4, 4]], { dims: [1], keepdim: true }, [x]);
    check(name, [[4, 4]], { dims: [0], keepdim: false }, [x]);
  });
  test("of all, and of a long column, gives what the CPU does", () => {
    check(name, [[4, 5]], { dims: [0, 1], keepdim: false });
    check(name, [[3000]], { dims: [0], keepdim: false });
    const tied = numbers(2000).map(Math.round);
    check(name, [[2, 1000]], { dims: [1], keepdim: false }, [tied]);
    expect(sizeOf([2, 1000])).toBe(tied.length);
  });
});

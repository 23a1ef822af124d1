import { describe, expect, test } from "vitest";
import { recipes } from "../../src/kernels/index.js";
import { runSteps } from "./evaluate.js";
import { allCases, expectClose, onCpu, stepsOf, table, titleOf } from "./oracle.js";

test("there is a recipe for every op on shapes that is no view", () => {
  const views = ["reshape", "permute", "broadcastTo", "flip", "slice"];
  expect([...views, ...Object.keys(recipes)].sort()).toEqual(Object.keys(table).sort());
});

describe.each(allCases)("recipes.%s", (_name, cases) => {
  test.each(cases.map((each) => [titleOf(each).slice(0, 120), each] as const))(
    "gives what the CPU does: %s",
    (title, each) => {
      const wanted = onCpu(each);
      expectClose(runSteps(stepsOf(each, wanted.shape), each.inputs), wanted.numbers, each.tolerance, title);
    },
  );
});

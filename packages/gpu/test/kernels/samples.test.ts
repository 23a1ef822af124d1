import { describe, test } from "vitest";
import { recipes } from "../../src/kernels/index.js";
import { check, table } from "./oracle.js";

describe.each(Object.keys(recipes))("recipes.%s", (name) => {
  const { samples } = table[name] as (typeof table)[string];
  test.each(samples.map((sample) => [JSON.stringify(sample.shapes), sample] as const))(
    "gives what the CPU does for %s",
    (_title, { shapes, options }) => check(name, shapes, options),
  );
});

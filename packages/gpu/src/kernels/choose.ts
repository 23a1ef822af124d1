import { repeated, sizeOf } from "@outgrad/engine/backend";
import type { Recipe, Shape } from "./recipe.js";
import { operand, Steps } from "./steps.js";
import { dense, joined } from "./strides.js";
import { coordinates, placeText } from "./walk.js";

/** a where the condition is not 0, NaN included, b elsewhere. */
export const where: Recipe<object> = (inputs, shape) => {
  const seen = joined(
    shape,
    inputs.map((input: Shape) => repeated(dense(input), shape)),
  );
  const steps = new Steps();
  steps.add(
    {
      key: `where ${JSON.stringify(seen)} of ${sizeOf(shape)}`,
      inputs: 3,
      ints: 0,
      floats: 0,
      size: sizeOf(shape),
      write(w) {
        const indices = coordinates(w, "index", w.thread, seen.shape);
        const [condition, a, b] = seen.strides.map((strides, i) =>
          w.float(`x${i}`, w.read(i, placeText(null, indices, strides))),
        ) as [string, string, string];
        w.result(w.call("equal", condition, w.number(0), b, a));
      },
    },
    inputs.map((_, i) => operand(i)),
  );
  return steps.list;
};

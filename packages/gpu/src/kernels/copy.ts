import { sizeOf, stridesOf } from "@outgrad/engine/backend";
import type { Kernel } from "../kernel/kernel.js";
import type { Recipe, Shape } from "./recipe.js";
import { operand, Steps } from "./steps.js";
import { joined } from "./strides.js";
import { coordinates, placeText } from "./walk.js";

/** The numbers of a view, which begins at the whole number that is given, one after the other. */
export function copyKernel(shape: Shape, strides: readonly number[]): Kernel {
  const seen = joined(shape, [strides]);
  return {
    key: `copy ${JSON.stringify(seen)} of ${sizeOf(shape)}`,
    inputs: 1,
    ints: 1,
    floats: 0,
    size: sizeOf(shape),
    write(w) {
      const indices = coordinates(w, "index", w.thread, seen.shape);
      w.result(w.read(0, placeText(w.givenInt(0), indices, seen.strides[0] as readonly number[])));
    },
  };
}

/** Numbers in another dtype. The GPU has one only, so it copies. */
export const to: Recipe<object> = (_inputs, shape) => {
  const steps = new Steps();
  steps.add(copyKernel(shape, stridesOf(shape)), [operand(0)], [0]);
  return steps.list;
};

import { indicesElsewhere, type Shape, type Strided } from "@outgrad/engine/backend";
import { recipes, stridedRecipes } from "../kernels/index.js";
import type { Recipe, Step, StridedRecipe } from "../kernels/recipe.js";
import type { Buffer } from "../runner/runner.js";
import type { Arrays } from "./arrays.js";
import { sharedSteps } from "./workgroups.js";

/** The kernels of an op on shapes, and the arrays of its operands; undefined for an op without recipe. */
export function stepsOf(
  name: string,
  inputs: readonly Strided[],
  shape: Shape,
  options: unknown,
  arrays: Arrays,
): { readonly list: readonly Step[]; readonly inputs: readonly Buffer[] } | undefined {
  if (arrays.shares) {
    const shared = sharedSteps(name, inputs, shape, options, (x) => arrays.packed(x));
    if (shared) return { list: shared.list, inputs: shared.inputs.map((x) => arrays.bufferOf(x)) };
  }
  const indices = indicesElsewhere(options);
  const all = indices ? [...inputs, indices] : inputs;
  if (Object.hasOwn(stridedRecipes, name)) {
    const recipe = stridedRecipes[name as keyof typeof stridedRecipes] as StridedRecipe<unknown>;
    return { list: recipe(inputs, shape, options), inputs: all.map((x) => arrays.bufferOf(x)) };
  }
  if (!Object.hasOwn(recipes, name)) return undefined;
  const recipe = recipes[name as keyof typeof recipes] as Recipe<unknown>;
  const list = recipe(
    inputs.map((input) => input.shape),
    shape,
    options,
  );
  return { list, inputs: all.map((x) => arrays.bufferOf(arrays.packed(x))) };
}

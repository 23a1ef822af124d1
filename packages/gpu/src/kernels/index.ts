import type { OptionsOf, ShapeOpName, viewKernels } from "@outgrad/engine/backend";
import { avgPoolRecipes } from "./avg-pool.js";
import { where } from "./choose.js";
import { classScoreRecipes } from "./class-scores.js";
import { convRecipes } from "./conv.js";
import { to } from "./copy.js";
import { cumsumRecipes } from "./cumsum.js";
import { indexRecipes } from "./indexing.js";
import { joinRecipes } from "./join.js";
import { matmulRecipes, stridedMatmulRecipes } from "./matmul.js";
import { maxPoolRecipes } from "./max-pool.js";
import { orderRecipes } from "./order.js";
import type { Recipe } from "./recipe.js";
import { reduceRecipes } from "./reduce.js";
import { softmaxRecipes } from "./softmax.js";
import { standardizeRecipes } from "./standardize.js";

/** How each op on shapes is computed, but for those that only look at numbers in another way. */
export const recipes = {
  ...reduceRecipes,
  ...softmaxRecipes,
  ...classScoreRecipes,
  ...cumsumRecipes,
  ...matmulRecipes,
  ...indexRecipes,
  ...orderRecipes,
  ...joinRecipes,
  ...convRecipes,
  ...maxPoolRecipes,
  ...avgPoolRecipes,
  ...standardizeRecipes,
  where,
  to,
} satisfies {
  readonly [Name in Exclude<ShapeOpName, "reshape" | keyof typeof viewKernels>]: Recipe<OptionsOf<Name>>;
};

/** Those that take operands as they lie. */
export const stridedRecipes = stridedMatmulRecipes;

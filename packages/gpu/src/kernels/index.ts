import { where } from "./choose.js";
import { to } from "./copy.js";
import { matmulRecipes, stridedMatmulRecipes } from "./matmul.js";
import { reduceRecipes } from "./reduce.js";
import { softmaxRecipes } from "./softmax.js";

/** How each op on shapes is computed, but for those that only look at numbers in another way. */
export const recipes = { ...reduceRecipes, ...softmaxRecipes, ...matmulRecipes, where, to };

/** Those that take operands as they lie. */
export const stridedRecipes = stridedMatmulRecipes;

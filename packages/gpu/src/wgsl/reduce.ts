import { type Combine, greatest, smallest, sum } from "./combine.js";
import { chain, single, type WgslPlan } from "./program.js";
import { type Blocks, type Fold, foldProgram, groupsOf, lanesOf, type Parts } from "./reduce/fold.js";

export type { Blocks } from "./reduce/fold.js";

/** Workgroups below which columns are cut into parts, and numbers of a lane that are worth a part. */
const few = 64;
const least = 16;

/** One program, or where there are few long columns two: the first combines parts of them. */
export function foldPlan(fold: Fold, blocks: Blocks): WgslPlan {
  const { count } = blocks;
  const whole: Parts = { splits: 1, chunk: count };
  const lanes = lanesOf(blocks, whole);
  const wanted = Math.ceil(few / groupsOf(blocks, whole, lanes));
  const chunk = Math.ceil(count / Math.max(1, Math.min(wanted, Math.floor(count / (lanes.rows * least)))));
  const parts = { splits: Math.ceil(count / chunk), chunk };
  const first = foldProgram(fold, blocks, parts);
  if (parts.splits === 1) return single(first);
  return chain(first, foldPlan(numbers(fold.combine), { ...blocks, count: parts.splits }));
}

const numbers = (combine: Combine): Fold => ({ name: "", combine, inputs: 1, element: "x0[at]" });

const combines = { sum, amax: greatest, amin: smallest };

/**
 * The sum, the greatest or the smallest of each column of numbers [outer, count, inner], all at least 1; the result is
 * [outer, inner]. Sums are taken in runs, then in pairs: their error hardly grows with their length. NaN is greater and
 * smaller than every number.
 */
export const reducePlan = (name: keyof typeof combines, blocks: Blocks): WgslPlan =>
  foldPlan(numbers(combines[name]), blocks);

import { checkSize } from "../check.js";
import { completed, required } from "../completed.js";
import { checkRange } from "../optim/range.js";
import { shown } from "../shown.js";

/** Options of `minimize`, `descend` and `LBFGS`; torch.optim.LBFGS's, in camelCase. */
export interface DescentOptions {
  /** The first length to try, in quasi-Newton steps, > 0; 1 by default. Without a line search, the only one. */
  lr?: number;
  /** Stops after so many iterations; 20 by default for each step of `LBFGS`, 10,000 for `minimize`. */
  maxIter?: number;
  /** Stops after so many evaluations of the function; 5/4 of `maxIter` by default. */
  maxEval?: number;
  /** Has converged where no entry of the gradient is larger, >= 0; 1e-7 by default. */
  toleranceGrad?: number;
  /** Has converged where no entry of x moves by more, or the value by less, >= 0; 1e-9 by default. */
  toleranceChange?: number;
  /** How many of the last steps tell the curvature; 100 by default. */
  historySize?: number;
  /** "strongWolfe" by default; "none" always goes the whole `lr`, downhill or not, with one evaluation each. */
  lineSearch?: "strongWolfe" | "none";
}

/** Their names. */
export const descentOptions = [
  "lr",
  "maxIter",
  "maxEval",
  "toleranceGrad",
  "toleranceChange",
  "historySize",
  "lineSearch",
] satisfies (keyof DescentOptions)[];

/** The options with their defaults. Throws unless they make sense. */
export function complete(where: string, given: DescentOptions, maxIter: number): Required<DescentOptions> {
  const found = completed<Required<DescentOptions>>(where, given, {
    lr: 1,
    maxIter,
    maxEval: required,
    toleranceGrad: 1e-7,
    toleranceChange: 1e-9,
    historySize: 100,
    lineSearch: "strongWolfe",
  });
  const options = { ...found, maxEval: found.maxEval ?? Math.floor((found.maxIter * 5) / 4) };
  const { lr, toleranceGrad, toleranceChange, historySize, lineSearch } = options;
  checkRange(`${where}: lr`, lr, 0);
  if (lr === 0) throw new RangeError(`${where}: lr is the length of the first step to try, > 0; got 0.`);
  checkSize(where, "maxIter is the number of iterations", options.maxIter);
  checkSize(where, "maxEval is the number of evaluations", options.maxEval);
  checkRange(`${where}: toleranceGrad`, toleranceGrad, 0);
  checkRange(`${where}: toleranceChange`, toleranceChange, 0);
  checkSize(where, "historySize is the number of steps to remember", historySize);
  if (lineSearch !== "strongWolfe" && lineSearch !== "none") {
    throw new RangeError(`${where}: lineSearch is "strongWolfe" or "none"; got ${shown(lineSearch)}.`);
  }
  return options;
}

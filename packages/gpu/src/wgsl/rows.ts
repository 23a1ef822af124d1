import { type Shape, sizeOf } from "@outgrad/engine/backend";
import type { Along, Reduction, Standard, Variance } from "../kernels/options.js";
import { sum } from "./combine.js";
import { single, type WgslPlan } from "./program.js";
import { foldPlan } from "./reduce.js";
import { lengthOf, type RowProgram, type Rows, rowProgram } from "./rows/row-program.js";
import { softmaxRows } from "./rows/softmax.js";
import * as standard from "./rows/standardize.js";

type Options = Along & Variance & Standard;
type Planner = (shapes: readonly Shape[], options: Options) => WgslPlan | undefined;

/** Rows of the numbers that agree in the dims from `first` up to but not including `last`. */
const rowsOf = (shape: Shape, first: number, last: number): Rows => ({
  outer: sizeOf(shape.slice(0, first)),
  kept: sizeOf(shape.slice(first, last)),
  inner: sizeOf(shape.slice(last)),
});

/** Rows along some dims; undefined where the others are no neighbours. */
function rowsAlong(shape: Shape, dims: readonly number[]): Rows | undefined {
  const kept = shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const first = kept[0] ?? 0;
  const last = first + kept.length;
  return kept.at(-1) === undefined || kept.at(-1) === last - 1 ? rowsOf(shape, first, last) : undefined;
}

/**
 * Whether workgroups are good for such rows: not for short ones, which a thread has read before a workgroup has met; not
 * where neighbours in a row are far apart, so that each is read alone; not for a few long ones that leave most of a GPU
 * idle.
 */
function suits(rows: Rows): boolean {
  const count = lengthOf(rows);
  return (
    count >= 32 &&
    (rows.outer === 1 || rows.inner >= 16) &&
    (count <= 1 << 16 || rows.kept >= 16) &&
    rows.kept > 0
  );
}

const plan = (program: RowProgram, rows: Rows | undefined): WgslPlan | undefined =>
  rows && suits(rows) ? single(rowProgram(program, rows)) : undefined;

const along =
  (name: Exclude<keyof typeof softmaxRows, "logsumexp">): Planner =>
  ([shape], { dim }) =>
    plan(softmaxRows[name], rowsAlong(shape as Shape, [dim]));

/** What standardizing is about: its rows, and what the programs are told. */
function standardOf(x: Shape, { first, last, centered, eps, weighs }: Standard): [Rows, standard.Standard] {
  const rows = rowsOf(x, first, last);
  return [rows, { count: lengthOf(rows), centered, eps, weighs }];
}

/** The numbers of a weight for each place lie as those of a row. */
const lies = (rows: Rows, { weighs }: standard.Standard, weights: number): boolean =>
  weights === 0 || weighs === "kept" || rows.outer === 1;

const planners: Readonly<Record<string, Planner>> = {
  softmax: along("softmax"),
  logSoftmax: along("logSoftmax"),
  softmaxGradient: along("softmaxGradient"),
  logSoftmaxGradient: along("logSoftmaxGradient"),
  logsumexp: ([shape], { dims }: Reduction) => plan(softmaxRows.logsumexp, rowsAlong(shape as Shape, dims)),
  var([shape], { dims, correction }: Variance) {
    const rows = rowsAlong(shape as Shape, dims);
    const count = rows ? lengthOf(rows) : 0;
    return count > correction ? plan(standard.variance(count, count - correction), rows) : undefined;
  },
  standardize(shapes, options) {
    const [rows, given] = standardOf(shapes[0] as Shape, options);
    const program = standard.standardize(shapes.length, given);
    return lies(rows, given, shapes.length - 1) ? plan(program, rows) : undefined;
  },
  standardizeGrad(shapes, options) {
    const [rows, given] = standardOf(shapes[1] as Shape, options);
    const program = standard.standardizeGrad(shapes.length, given);
    return lies(rows, given, shapes.length - 2) ? plan(program, rows) : undefined;
  },
  standardizeWeight([, shape], options) {
    const [rows, given] = standardOf(shape as Shape, options);
    if (given.weighs === "kept") return plan(standard.weightOfRows(given), rows);
    const moments = rows.outer === 1 ? plan(standard.moments(given), rows) : undefined;
    return moments && weightOfPlaces(moments, rows, given);
  },
};

/** The gradient for a weight with a number for each place: the sum of g h down each column, of g, x and the moments of x. */
function weightOfPlaces(moments: WgslPlan, { kept, inner }: Rows, { centered }: standard.Standard): WgslPlan {
  const off = centered ? `(x1[at] - x1[i * ${inner}u] - x2[i * 2u])` : "x1[at]";
  const fold = foldPlan(
    { name: `g h ${centered}`, combine: sum, inputs: 3, element: `x0[at] * (${off} * x2[i * 2u + 1u])` },
    { outer: 1, count: kept, inner },
  );
  // The moments are the result of step 0, which comes right after the two operands: what is third for the fold, too.
  const [first] = moments.steps;
  return {
    inputs: 2,
    steps: [{ program: (first as (typeof moments.steps)[0]).program, reads: [1] }, ...fold.steps],
  };
}

/**
 * The plan of an op that works on rows of its operands, all of which lie without gaps: softmax, logSoftmax and what they
 * hand back, logsumexp, var, standardize, standardizeGrad and standardizeWeight. Undefined for other ops, and where a
 * workgroup for each row would not be faster than a thread for each number.
 */
export function rowsPlan(op: string, shapes: readonly Shape[], options: unknown): WgslPlan | undefined {
  const planner = Object.hasOwn(planners, op) ? planners[op] : undefined;
  return planner?.(shapes, options as Options);
}

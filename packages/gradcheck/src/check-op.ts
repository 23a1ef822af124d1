import { type Op, samplePoints } from "@outgrad/ops";
import { expectedSlope } from "./expected-slope.js";
import { slopeOf } from "./slope.js";
import { type Doubt, doubt, type Judgement, judge, overall, type Verdict } from "./verdict.js";

/** Where to check an op. */
export interface OpOptions {
  /** How many points; 64 if absent. */
  readonly points?: number;
  /** The same seed gives the same points; 1 if absent. */
  readonly seed?: number;
  /** Parameters to use instead of the op's defaults. */
  readonly params?: Readonly<Record<string, number>>;
}

/** The check of one partial of an op, over all points. */
export interface OpRow {
  /** The argument. */
  readonly name: string;
  readonly verdict: Verdict;
  /** The point, arguments then parameters, that the verdict rests on: the first bad one, or the worst good one. */
  readonly at: readonly number[];
  /** The derivative there by complex step, by differences where there is none. */
  readonly expected: number;
  /** What the op's partial says there. */
  readonly yours: number;
  /** The largest relative error over all points. */
  readonly relativeError: number;
  /** Why the check can't tell. */
  readonly doubt?: Doubt;
  /** What disagrees, or the doubt, in words. */
  readonly why?: string;
}

/** The check of an op. Printed, it is one line per partial. */
export interface OpReport {
  /** OK only if every row is; WRONG if any row is. */
  readonly verdict: Verdict;
  /** One for each argument. */
  readonly rows: readonly OpRow[];
  toString(): string;
}

/**
 * Checks the partials of an op, of the table or of a user's own, at seeded points of its domain away from its kinks:
 * against the complex step of its value to 1e-14 relative, and against differences of its value.
 *
 * A partial may also be off by what the last bits of its inputs and of y are worth to it: tanh's, 1 - y * y, cannot know
 * more than y does. A value that is not finite at a point of the op's own domain is WRONG.
 *
 * @throws RangeError for a parameter that the op does not have; Error if its kinks leave no room in its domain.
 *
 * @example
 * checkOp(opOf("tanh")).toString() // => OK for d tanh / d a: 64 points
 */
export function checkOp(op: Op, options: OpOptions = {}): OpReport {
  const { points = 64, seed = 1, params = {} } = options;
  const names = Object.keys(op.params);
  const stranger = Object.keys(params).find((name) => !names.includes(name));
  if (stranger !== undefined) {
    throw new RangeError(
      `checkOp: ${op.name} has no parameter "${stranger}"; it has ${names.join(", ") || "none"}.`,
    );
  }
  const used = { ...op, params: { ...op.params, ...params } };
  const sampled = samplePoints(used, points, seed);
  const rows = op.args.map((_, index) => checkPartial(used, index, sampled));
  return {
    verdict: overall(rows),
    rows,
    toString: () => rows.map((row) => line(used, row, sampled.length)).join("\n"),
  };
}

const rank: Record<Verdict, number> = { OK: 0, "CAN'T TELL": 1, WRONG: 2 };

function checkPartial(op: Op, index: number, points: readonly (readonly number[])[]): OpRow {
  const rows = points.map((at) => checkPoint(op, index, at));
  const worst = rows.reduce((worst, row) => {
    const change = rank[row.verdict] - rank[worst.verdict];
    return change > 0 || (change === 0 && row.verdict === "OK" && row.relativeError > worst.relativeError)
      ? row
      : worst;
  });
  return { ...worst, relativeError: Math.max(...rows.map(({ relativeError }) => relativeError)) };
}

function checkPoint(op: Op, index: number, at: readonly number[]): OpRow {
  const y = op.value(...at);
  const yours = op.partials[index]?.(...at, y) as number;
  const curve = (x: number) => op.value(...at.map((other, i) => (i === index ? x : other)));
  const slope = slopeOf(curve, at[index] as number);
  const exact = expectedSlope(op, at, index);
  const expected = typeof exact === "string" ? slope.value : exact.value;
  const difference = Math.abs(yours - expected);
  const judgement = (): Judgement => {
    if (!Number.isFinite(y)) return { verdict: "WRONG", why: `the value is ${y} inside the domain` };
    const judged = judge(slope, yours, { relative: 1e-9 });
    if (judged.verdict === "WRONG") return { verdict: "WRONG", why: "differences disagree" };
    if (typeof exact === "string")
      return judged.verdict === "OK" ? judged : doubt(judged.doubt ?? "kink", exact);
    return difference <= exact.error
      ? { verdict: "OK" }
      : { verdict: "WRONG", why: "the complex step disagrees" };
  };
  const relativeError = difference === 0 ? 0 : difference / Math.abs(expected);
  return { name: op.args[index] as string, at, expected, yours, relativeError, ...judgement() };
}

function line(op: Op, { name, verdict, at, expected, yours, why }: OpRow, points: number): string {
  const partial = `d ${op.name} / d ${name}`;
  if (verdict === "OK") return `OK for ${partial}: ${points} points`;
  const where = [...op.args, ...Object.keys(op.params)].map((input, i) => `${input} = ${at[i]}`).join(", ");
  const mark = verdict === "WRONG" ? "WRONG!" : verdict;
  return `${mark} for ${partial} at ${where}: expected ${expected}, yours returns ${yours} (${why})`;
}

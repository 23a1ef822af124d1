import { along, attempt, type Curve, type Surface } from "./curve.js";
import { describe, type Point, readPoint } from "./point.js";
import { type Slope, slopeOf } from "./slope.js";
import {
  type Doubt,
  doubt,
  type Judgement,
  judge,
  overall,
  type Tolerance,
  type Verdict,
} from "./verdict.js";

/** How strictly to check, and what to call the inputs. */
export interface GradientOptions extends Tolerance {
  /** Names for the rows and for errors, in the order of x: `["a", "b"]` instead of dim 0, dim 1. */
  readonly names?: readonly string[];
}

/** The check of one partial derivative. */
export interface GradientRow {
  /** "dim 0", or the name given for it. */
  readonly name: string;
  readonly verdict: Verdict;
  /** What differences of f say, by Ridders' method. */
  readonly expected: number;
  /** How far that may be from the truth. */
  readonly errorBar: number;
  /** What the gradient says. */
  readonly yours: number;
  /** |yours - expected|. */
  readonly absoluteError: number;
  /** Relative to the expected number: 0 if both are 0, Infinity if only that is. */
  readonly relativeError: number;
  /** Why the check can't tell. */
  readonly doubt?: Doubt;
  /** The doubt in words. */
  readonly why?: string;
}

/** The check of a gradient. Printed, it is one line per row. */
export interface GradientReport {
  /** OK only if every row is; WRONG if any row is. */
  readonly verdict: Verdict;
  /** One for each coordinate. */
  readonly rows: readonly GradientRow[];
  toString(): string;
}

/**
 * Checks a gradient against differences of f at x, one partial derivative at a time.
 *
 * f takes a list of numbers and returns one; gradient takes the same list and returns the partial derivatives. Both
 * get copies, so x never changes, whatever they do. Each is called at least twice with the same x: two answers mean
 * CAN'T TELL, for that is not a function. By default a relative error of 1e-9 is WRONG unless f's own rounding, for
 * which the error bar stands, hides it.
 *
 * About 30 calls of f for each coordinate where f is smooth, up to 100 where it is not.
 *
 * @throws TypeError for float32 lists, and for anything else that is not a list of numbers or a function returning
 * them, by index; what f or gradient throw, with the input that they were given.
 *
 * @example
 * const f = ([a, b]: number[]) => a * a * b;
 * const gradient = ([a, b]: number[]) => [2 * a * b, a];
 * const report = checkGradient(f, gradient, [2, -3]);
 * report.verdict // => WRONG
 * report.rows[1].expected // => 4
 */
export function checkGradient(
  f: Surface,
  gradient: (x: number[]) => ArrayLike<number>,
  x: Point,
  options: GradientOptions = {},
): GradientReport {
  const caller = "checkGradient";
  for (const [name, given] of Object.entries({ f, gradient })) {
    if (typeof given !== "function") {
      throw new TypeError(`${caller}: expected ${name} to be a function, got ${describe(given)}`);
    }
  }
  const point = readPoint(caller, "x", x);
  const { names } = options;
  if (names && names.length !== point.length) {
    throw new RangeError(`${caller}: ${point.length} inputs need as many names, got ${names.length}.`);
  }
  const ask = () => {
    const given = attempt(caller, "gradient", () => gradient([...point]));
    return readPoint(caller, "the gradient", given);
  };
  const [yours, again] = [ask(), ask()];
  if (yours.length !== point.length) {
    throw new RangeError(
      `${caller}: x has ${point.length} numbers, so the gradient should too; it has ${yours.length}.`,
    );
  }
  const curves = point.map((_, i) => along(caller, f, point, i, names?.[i]));
  const y = (curves[0] as Curve)(point[0] as number);
  const slopes = curves.map((curve, i) => slopeOf(curve, point[i] as number));
  const other = slopes.find((slope) => !Object.is(slope.y, y))?.y;
  const rows = slopes.map((slope, i) => {
    const [first, second] = [yours[i] as number, again[i] as number];
    const judgement =
      other !== undefined
        ? doubt("non-deterministic", `f gives ${y} and then ${other} for the same x`)
        : !Object.is(first, second)
          ? doubt("non-deterministic", `the gradient gives ${first} and then ${second} for the same x`)
          : judge(slope, first, options);
    return row(names?.[i] ?? `dim ${i}`, slope, first, judgement);
  });
  return { verdict: overall(rows), rows, toString: () => rows.map(line).join("\n") };
}

function row(name: string, slope: Slope, yours: number, judgement: Judgement): GradientRow {
  const { value: expected, error: errorBar } = slope;
  const absoluteError = Math.abs(yours - expected);
  const relativeError = absoluteError === 0 ? 0 : absoluteError / Math.abs(expected);
  return { name, expected, errorBar, yours, absoluteError, relativeError, ...judgement };
}

/** One row as the exercises print it. */
function line({ name, verdict, expected, yours, relativeError, doubt, why }: GradientRow): string {
  const mark = verdict === "WRONG" ? "WRONG!" : verdict;
  const text = `${mark} for ${name}: expected ${expected}, yours returns ${yours}`;
  if (verdict === "WRONG") return `${text} (relative error ${relativeError.toExponential(1)})`;
  return doubt ? `${text} (${doubt}: ${why})` : text;
}

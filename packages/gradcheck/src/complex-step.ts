import { type Complex, type Formula, namesIn, type Op } from "@outgrad/ops";
import { analyticSlope, type Steppable } from "./analytic.js";
import { describe, type Point, readPoint } from "./point.js";
import { slopeOf } from "./slope.js";
import { judge } from "./verdict.js";

const caller = "complexStep";

/**
 * Complex step, Im f(x + ih) / h: nothing is subtracted, so h can be 1e-200 and the derivative is exact to the last
 * digit or two. It needs f on complex numbers, and f must be analytic at x.
 *
 * Of an op, at its arguments and parameters, by the one with that index. Of a formula, at numbers by name: the
 * derivatives by name. Of a function that computes with pairs `[re, im]`: a number for a number, the gradient for a list.
 *
 * At a kink, where abs or a comparison in the formula is undecided, one of two formulas would be taken for both; a function
 * that uses the modulus or the conjugate gives numbers that look like derivatives and are none. Both are refused: the
 * former by looking at the formula, the latter by comparing with differences of f's real part.
 *
 * Source: W. Squire and G. Trapp, Using complex variables to estimate derivatives of real functions, SIAM Review 40 (1998).
 *
 * @throws Error where f is not analytic, with the reason; TypeError for points that are not numbers.
 *
 * @example
 * complexStep(parseFormula("a**3 + sin(3*b)"), { a: 2, b: 0 }) // => { a: 12, b: 3 }
 */
export function complexStep(op: Op, values: readonly number[], index: number): number;
/** The derivatives of a formula by every name that it reads. */
export function complexStep(formula: Formula, at: Readonly<Record<string, number>>): Record<string, number>;
/** The derivative of a function of one complex number at a real one. */
export function complexStep(f: (z: Complex) => Complex, x: number): number;
/** The gradient of a function of a list of complex numbers at real ones. */
export function complexStep(f: (z: Complex[]) => Complex, x: Point): number[];
export function complexStep(
  f: Op | Formula | ((z: never) => Complex),
  x: number | Point | Readonly<Record<string, number>>,
  index?: number,
): number | number[] | Record<string, number> {
  if (typeof f === "function")
    return ofFunction(f as (z: Complex | Complex[]) => Complex, x as number | Point);
  if ("formula" in f) return ofOp(f, x as readonly number[], index as number);
  return ofFormula(f, x as Readonly<Record<string, number>>);
}

function ofOp(op: Steppable & { readonly name?: string }, values: readonly number[], index: number): number {
  const point = readPoint(caller, "the values", values);
  const names = [...op.args, ...Object.keys(op.params)];
  if (point.length !== names.length || names[index] === undefined) {
    throw new RangeError(
      `${caller}: ${op.name ?? "the formula"} takes ${names.join(", ")}; got ${point.length} values and index ${index}.`,
    );
  }
  const slope = analyticSlope(op, point, index);
  if (typeof slope === "number") return slope;
  const at = names.map((name, i) => `${name} = ${point[i]}`).join(", ");
  throw new Error(`${caller}: ${op.name ?? "the formula"} has no complex step at ${at}: ${slope}.`);
}

function ofFormula(formula: Formula, at: Readonly<Record<string, number>>): Record<string, number> {
  const args = [...namesIn(formula)];
  const missing = args.find((name) => typeof at[name] !== "number");
  if (missing !== undefined) {
    throw new TypeError(`${caller}: expected a number for ${missing}, got ${describe(at[missing])}`);
  }
  const values = args.map((name) => at[name] as number);
  const op: Steppable = { formula, args, params: {}, kinks: [] };
  return Object.fromEntries(args.map((name, i) => [name, ofOp(op, values, i)]));
}

function ofFunction(f: (z: Complex | Complex[]) => Complex, x: number | Point): number | number[] {
  if (typeof x === "number") return step((z) => f(z), x, "x");
  const point = readPoint(caller, "x", x);
  const along = (i: number) => (z: Complex) => f(point.map((re, k): Complex => (k === i ? z : [re, 0])));
  return point.map((re, i) => step(along(i), re, `x[${i}]`));
}

function step(f: (z: Complex) => Complex, x: number, name: string): number {
  const ask = (z: Complex): Complex => {
    const found: unknown = f(z);
    if (Array.isArray(found) && found.length === 2 && found.every((part) => typeof part === "number")) {
      return found as unknown as Complex;
    }
    throw new TypeError(`${caller}: expected f to return a pair [re, im], got ${describe(found)}`);
  };
  const refuse = (why: string) =>
    new Error(`${caller}: f is not analytic in ${name} at ${x}, ${why}; use differences instead.`);
  const [, imaginary] = ask([x, 0]);
  if (imaginary !== 0) throw refuse(`it is not real there (its imaginary part is ${imaginary})`);
  // A power of 2, about 1e-200: dividing by it does not round.
  const h = 2 ** -664;
  const slope = ask([x, h])[1] / h;
  const onReals = (t: number) => {
    const [re, im] = ask([t, 0]);
    return im === 0 ? re : Number.NaN;
  };
  const judgement = judge(slopeOf(onReals, x), slope, { relative: 1e-6 });
  // Where rounding hides the slope from differences, the step is what helps.
  if (judgement.verdict === "OK" || judgement.doubt === "cancellation") return slope;
  throw refuse(judgement.why ?? `the step gives ${slope} and differences something else`);
}

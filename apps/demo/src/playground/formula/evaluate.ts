import { type Assignment, callsIn, type Formula, type Functions, opOf, toFunction } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { type Derivative, derivativeName } from "./derivative.ts";

/** The number that a derivative has where the leaves have theirs. */
export function evaluate(
  program: readonly Assignment[],
  { leaf, lines }: Derivative,
  leaves: ReadonlyMap<string, number>,
): number {
  const values = new Map(leaves);
  for (const { name, formula } of program) values.set(name, numberOf(formula, values));
  let result = Number.NaN;
  for (const { of, formula } of lines) {
    result = numberOf(formula, values);
    values.set(derivativeName(of, leaf), result);
  }
  return result;
}

/** What a formula is where its names have these values. */
export function numberOf(formula: Formula, values: ReadonlyMap<string, number>): number {
  const functions: Record<string, Functions[string]> = {};
  for (const name of callsIn(formula)) functions[name] = functionOf(name);
  return toFunction(formula, [...values.keys()], functions)(...values.values());
}

/** What a formula calls: an op, whose parameters have their usual values where they are not written, or an intrinsic. */
function functionOf(name: string): Functions[string] {
  const intrinsic = (intrinsics as Functions)[name];
  if (intrinsic) return intrinsic;
  const { args, params, value } = opOf(name);
  const usual = Object.values(params);
  return (...given) => value(...given, ...usual.slice(given.length - args.length));
}

/** How many doubles lie from a to b; 0 for equal ones, of either sign of 0. Infinity where one is not finite. */
export function ulpsBetween(a: number, b: number): number {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.POSITIVE_INFINITY;
  const distance = place(a) - place(b);
  return Number(distance < 0n ? -distance : distance);
}

/** The place of a double among all of them, in order. */
function place(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

import { compare, type Formula } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";

const functions: Readonly<Record<string, unknown>> = intrinsics;

/** The relative error that a step of a formula may have on a GPU; what is accepted reaches twice as far. */
const step = 3.5e-7;
const runs = 12;

const greatest = 3.4028234663852886e38;
const leastNormal = 2 ** -126;

/** A function that errs not at all. */
const exact = new Set(["abs", "floor", "round"]);

/** What a computation may do to a number. */
interface Machine {
  /** A relative error. */
  erring(x: number): number;
  /** The same, unless the number is one of float32: sums and products are rounded right. */
  rounded(x: number): number;
  /** What an argument is read as. */
  argument(x: number): number;
}

const ideal: Machine = { erring: (x) => x, rounded: (x) => x, argument: (x) => x };

/** 0 for a subnormal number on a machine that has none, infinity for one out of range. */
function inRange(x: number, flushes: boolean): number {
  if (Math.abs(x) > greatest) return x > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return flushes && Math.abs(x) < leastNormal ? x * 0 : x;
}

function machineOf(uniform: () => number, run: number, isNarrow: boolean): Machine {
  const flushes = run % 2 === 1;
  const argument = (x: number) => inRange(x, flushes);
  const kept = isNarrow ? argument : (x: number) => x;
  // Two runs round as float32 does, and may so make a whole number of one that is not, or an even one of an odd one. Two
  // err all to one side, so that a formula of one step is held to twice the step exactly.
  if (run < 2 && isNarrow) {
    const rounded = (x: number) => kept(Math.fround(x));
    return { argument, erring: rounded, rounded };
  }
  const error = () => ((run < 4 ? run % 2 : uniform()) < 0.5 ? -1 : 1);
  const erring = (x: number) => kept(x * (1 + step * error()));
  return { argument, erring, rounded: (x) => (Math.fround(x) === x ? x : erring(x)) };
}

function evaluate(formula: Formula, env: Readonly<Record<string, number>>, machine: Machine): number {
  const of = (part: Formula) => evaluate(part, env, machine);
  switch (formula.kind) {
    case "number":
      return machine === ideal ? formula.value : Math.fround(formula.value);
    case "name":
      return machine.argument(env[formula.name] as number);
    case "negate":
      return -of(formula.of);
    case "binary": {
      const [left, right] = [of(formula.left), of(formula.right)];
      switch (formula.operator) {
        case "+":
          return machine.rounded(left + right);
        case "-":
          return machine.rounded(left - right);
        case "*":
          return machine.rounded(left * right);
        case "/":
          return machine.erring(left / right);
      }
      break;
    }
    case "choose":
      return compare[formula.comparison](of(formula.left), of(formula.right))
        ? of(formula.then)
        : of(formula.otherwise);
    case "call": {
      const call = functions[formula.name] as (...args: number[]) => number;
      const value = call(...formula.args.map(of));
      return exact.has(formula.name) ? value : machine.erring(value);
    }
  }
}

/** What a GPU may give for a formula: numbers in a range, and infinities or NaN. */
export interface Accepted {
  readonly least: number;
  readonly most: number;
  readonly others: readonly number[];
  /** The value in doubles. */
  readonly wanted: number;
}

/**
 * What a GPU may give for a formula: its value in doubles, and values that differ as much as errors of 3.5e-7 in each of
 * its steps make them differ, twice as far; with subnormal arguments and results taken as 0 or not, and infinities beyond
 * float32's range. `isNarrow` says that a step may leave that range where the value does not.
 */
export function accepted(
  formula: Formula,
  env: Readonly<Record<string, number>>,
  uniform: () => number,
  isNarrow: boolean,
): Accepted {
  const wanted = evaluate(formula, env, ideal);
  const values = [inRange(wanted, false)];
  for (let run = 0; run < runs; run++)
    values.push(inRange(evaluate(formula, env, machineOf(uniform, run, isNarrow)), false));
  const finite = values.filter(Number.isFinite);
  const center = Number.isFinite(values[0]) ? wanted : (finite[0] ?? 0);
  const reach = 2 * Math.max(step * Math.abs(center), ...finite.map((value) => Math.abs(value - center)));
  return {
    least: finite.length > 0 ? center - reach - leastNormal : Number.POSITIVE_INFINITY,
    most: finite.length > 0 ? center + reach + leastNormal : Number.NEGATIVE_INFINITY,
    others: values.filter((value) => !Number.isFinite(value)),
    wanted,
  };
}

/** Whether the number is one of those. */
export function accepts({ least, most, others }: Accepted, found: number): boolean {
  if (found >= least && found <= most) return true;
  // Right below the limit the last rounding decides.
  if (Math.abs(found) === Number.POSITIVE_INFINITY && Math.max(-least, most) >= greatest) return true;
  return others.some((other) => Object.is(other, found));
}

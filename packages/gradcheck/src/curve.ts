import { describe, type Point, readPoint } from "./point.js";

/** A function of one variable. */
export type Curve = (x: number) => number;

/** A function of several variables. */
export type Surface = (x: number[]) => number;

/** A way to differentiate a function of one variable. */
type Method<T> = (f: Curve, x: number) => T;

/** Applies a method to a function of one variable, or to a function of several along each of them in turn. */
export function differentiate<T>(caller: string, f: unknown, x: number | Point, method: Method<T>): T | T[] {
  if (typeof f !== "function") {
    throw new TypeError(`${caller}: expected f to be a function, got ${describe(f)}`);
  }
  if (typeof x === "number") {
    return method((t) => ask(caller, `x = ${t}`, () => f(t)), x);
  }
  const point = readPoint(caller, "x", x);
  return point.map((start, i) => method(along(caller, f as Surface, point, i), start));
}

/** f as a function of its i-th variable alone. It is given a fresh copy each time, so it may change what it gets. */
export function along(caller: string, f: Surface, x: readonly number[], i: number, name = `x[${i}]`): Curve {
  return (t) => {
    const moved = [...x];
    moved[i] = t;
    return ask(caller, `${name} = ${t}`, () => f(moved));
  };
}

/** What f says; its mistakes become sentences that name the input. */
function ask(caller: string, where: string, f: () => unknown): number {
  const y = attempt(caller, `f, at ${where},`, f);
  if (typeof y !== "number") {
    throw new TypeError(`${caller}: f, at ${where}, should return a number but gave ${describe(y)}`);
  }
  return y;
}

/** Runs a user's function; what it throws is thrown again with the place where it happened. */
export function attempt<T>(caller: string, what: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new Error(`${caller}: ${what} threw: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

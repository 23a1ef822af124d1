import { shown } from "../shown.js";

/** A function of many numbers and its gradient, such as `compile(f).valueAndGradient`. */
export type ValueAndGradient = (x: Float64Array) => readonly [value: number, gradient: ArrayLike<number>];

/** A place, and what the function is there. Nothing of it is ever changed. */
export interface Point {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

/** The function at x. Throws unless it gives a number and a number for each entry of x; they need not be finite. */
export function evaluate(where: string, valueAndGradient: ValueAndGradient, x: Float64Array): Point {
  const found: unknown = valueAndGradient(x.slice());
  const [value, gradient] = Array.isArray(found) ? found : [];
  if (typeof value === "number" && gradient?.length === x.length) {
    return { x, value, gradient: Float64Array.from(gradient) };
  }
  const entries = gradient?.length === undefined ? shown(gradient) : `${gradient.length} numbers`;
  throw new TypeError(
    `${where}: the function must give [value, gradient], a number and a list of ${x.length} numbers; it gave ` +
      `${Array.isArray(found) ? `${shown(value)} and ${entries}` : shown(found)}.`,
  );
}

/** x0 as a vector. Throws unless it is a list of finite numbers, and the function is one. */
export function startOf(
  where: string,
  valueAndGradient: ValueAndGradient,
  x0: ArrayLike<number>,
): Float64Array {
  if (typeof valueAndGradient !== "function") {
    throw new TypeError(
      `${where}: expected a function that gives [value, gradient], such as compile(f).valueAndGradient; got ${shown(valueAndGradient)}.`,
    );
  }
  if (!(x0?.length > 0)) {
    throw new TypeError(`${where}: x0, where to start, is a list of one or more numbers; got ${shown(x0)}.`);
  }
  const numbers = Array.from(x0);
  const wrong = numbers.findIndex((number) => !Number.isFinite(number));
  if (wrong < 0) return Float64Array.from(numbers);
  throw new RangeError(
    `${where}: entry ${wrong} of x0 must be a finite number; got ${shown(numbers[wrong])}.`,
  );
}

/** Throws unless the value and the gradient are finite, which they have to be where a descent starts. */
export function checkStart(where: string, { value, gradient }: Point): void {
  const wrong = gradient.findIndex((entry) => !Number.isFinite(entry));
  if (Number.isFinite(value) && wrong < 0) return;
  const found = Number.isFinite(value)
    ? `entry ${wrong} of the gradient at the start is ${gradient[wrong]}`
    : `the value at the start is ${value}`;
  throw new RangeError(`${where}: ${found}; start where the function is finite.`);
}

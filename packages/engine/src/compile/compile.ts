import { refusal } from "../mode.js";
import { checkOptions } from "../options.js";
import type { Tensor } from "../tensor/tensor.js";
import type { Like } from "../transforms/tree.js";
import type { Scalar, Value } from "../value.js";
import type { Form } from "./form.js";
import type { Choice, Target } from "./target.js";
import { formOf } from "./tracing.js";
import { ruleOf, type Update } from "./update.js";

/** The numbers to hand in where the function takes V: a list of numbers may be a typed array. */
export type Numbers<V> = V extends Tensor
  ? V
  : V extends Scalar
    ? number
    : V extends readonly unknown[]
      ? { readonly [K in keyof V]: Numbers<V[K]> } | (V[number] extends Scalar ? TypedArray : never)
      : { readonly [K in keyof V]: Numbers<V[K]> };

/** A list of numbers that is copied fast. */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

type Inputs<Args extends readonly unknown[]> = { [K in keyof Args]: Numbers<Args[K]> };

/** Options of `compile`. */
export interface CompileOptions {
  /** "auto" by default. */
  target?: Target;
  /** How often you are going to call it, about: for "auto", which does not compile what is called a few times. 1000 by default. */
  calls?: number;
  /**
   * Whether WebAssembly may round a product and the sum that it goes to once, where the machine does that: faster, more
   * exact, and other last bits on other machines. Only where relaxed SIMD is there; `choice` says when it is not.
   */
  relaxedFma?: boolean;
  /** Makes step() a whole training step. */
  update?: Update;
}

/** A function of Values, recorded once and then computed from numbers alone. */
export interface Compiled<Args extends readonly unknown[], Output> {
  /** What the function returns for these numbers, as numbers. */
  value(...args: Inputs<Args>): Like<Output, number>;
  /** The gradient with respect to the first argument, in its shape; a Float64Array for a typed array. */
  gradient(...args: Inputs<Args>): Like<Args[0], number>;
  /** Both at once. */
  valueAndGradient(...args: Inputs<Args>): [value: number, gradient: Like<Args[0], number>];
  /**
   * What `f(...args).backward()` does: adds to the grad of every Value that the function uses from outside. Gives the
   * value. With an update it changes their data instead, as the formula says, and leaves their grads alone.
   */
  step(...args: Inputs<Args>): number;
  /**
   * Computes once more, node after node, and gives the resulting Value: its graph shows every number and gradient of
   * this run, to be drawn or walked. It is the same graph each time, with new numbers; leaves stand for the arguments'
   * numbers. Changes no grad of a Value from outside.
   */
  inspect(...args: Inputs<Args>): Value;
  /** What the last call was computed by, and why; undefined before the first. */
  readonly choice: Choice | undefined;
}

/** Recordings for other shapes of arguments are kept, up to that many. */
const mostShapes = 8;

/**
 * Records a function of Values once, and computes it from numbers from then on: the same values as the function itself
 * gives, over a hundred times faster on a small net (bench/), without garbage.
 *
 * The function takes numbers, lists of numbers, lists and plain objects of such, and returns a Value (or, for `value`
 * alone, lists and plain objects of Values). It may use Values from outside, its parameters: their data are read at
 * each call, and step() gives them gradients. It is recorded again when arguments of another shape come.
 *
 * What it does must not depend on the numbers, so reading `.data` inside is refused: choose with ops such as `max`,
 * `relu` or `gt`, and steer with `asConstant`.
 *
 * @example
 * const w = value(2, "w");
 * const loss = compile((x: Value[], y: Value[]) => sum(x.map((xi, i) => w.mul(xi).sub(y[i]!).square())));
 * loss.step([1, 2, 3], [2, 3, 5]) // => 2
 * w.grad // => 10
 *
 * @throws TypeError for an argument that is not made of numbers, or a result that is not made of Values; Error for a
 * function that uses results computed outside of it, or reads or sets data.
 */
export function compile<Args extends readonly unknown[], Output>(
  f: (...args: Args) => Output,
  options: CompileOptions = {},
): Compiled<Args, Output> {
  if (typeof f !== "function")
    throw new TypeError(`compile: expected a function of Values, got ${String(f)}.`);
  checkOptions("compile", options, ["target", "calls", "relaxedFma", "update"]);
  const { target = "auto", update } = options;
  if (!["auto", "replay", "vector", "wasm"].includes(target)) {
    throw new RangeError(`compile: target is "auto", "replay", "vector" or "wasm"; got ${String(target)}.`);
  }
  const rule = update && ruleOf(update);
  const forms: Form[] = [];
  let last: Form | undefined;
  const ready = (args: readonly unknown[]): Form => {
    if (refusal) throw refusal("a compiled function's numbers instead");
    if (last?.accepts(args)) return last;
    last = forms.find((form) => form.accepts(args));
    if (last === undefined) {
      last = formOf(f as (...args: never[]) => unknown, args, options, rule);
      last.accepts(args);
      forms.unshift(last);
      forms.splice(mostShapes);
    }
    return last;
  };
  const compiled = {
    value: (...args: unknown[]) => ready(args).value(),
    gradient: (...args: unknown[]) => ready(args).gradient(args),
    valueAndGradient: (...args: unknown[]) => ready(args).valueAndGradient(args),
    step: (...args: unknown[]) => ready(args).step(),
    inspect: (...args: unknown[]) => ready(args).inspect(),
    get choice() {
      return last?.choice;
    },
  };
  return compiled as unknown as Compiled<Args, Output>;
}

import { lift } from "../lift.js";
import { recordAlways } from "../mode.js";
import { freshSegment } from "../tape.js";
import { type Scalar, Value, value } from "../value.js";
import { mapTree, scalarsOf } from "./tree.js";

/** One call of a function whose derivatives are wanted. */
export interface Trace {
  /** The nodes that stand for the scalars of the first argument, from left to right. */
  readonly inputs: readonly Value[];
  /** What the function returned. */
  readonly output: unknown;
  /** The scalars of that, from left to right. */
  readonly outputs: readonly Value[];
  /** Whether the derivatives must be Values themselves, because somebody may differentiate them again. */
  readonly differentiable: boolean;
  /** The number of the segment that the call began with. */
  readonly oldest: number;
}

let depth = 0;

/**
 * Calls `f` with nodes of its own in place of the scalars of `x`: a number becomes a leaf, a Value a copy that
 * is connected to it. So f is differentiated with respect to its argument, not to what it closes over.
 */
export function trace(
  name: string,
  f: (...args: never[]) => unknown,
  x: unknown,
  rest: readonly unknown[],
): Trace {
  if (typeof f !== "function")
    throw new TypeError(`${name}: expected a function of Values, got ${String(f)}.`);
  const differentiable =
    depth > 0 || scalarsOf(x, `${name}, argument`).some((scalar) => scalar instanceof Value);
  const inputs: Value[] = [];
  const oldest = freshSegment();
  depth++;
  try {
    return recordAlways(() => {
      const own = mapTree(x, `${name}, argument`, (scalar) => {
        // Times 1 changes no bit, unlike plus 0.
        const input = scalar instanceof Value ? scalar.mul(1) : value(scalar);
        inputs.push(input);
        return input;
      });
      const output = (f as (...args: unknown[]) => unknown)(own, ...rest);
      return { inputs, output, outputs: scalarsOfResult(name, output), differentiable, oldest };
    });
  } finally {
    depth--;
  }
}

function scalarsOfResult(name: string, output: unknown): Value[] {
  if (output === undefined)
    throw new TypeError(`${name}: the function returned undefined; did it forget to return?`);
  return scalarsOf(output, `${name}, result of the function`).map((scalar) => {
    if (scalar instanceof Value) return scalar;
    throw new TypeError(
      `${name}: the function returned the number ${scalar}, which does not remember how it was computed; ` +
        "use the methods of Values, not .data, .grad or item(), and return a Value.",
    );
  });
}

/** The one Value that a scalar function returned. */
export function single(name: string, { output, outputs }: Trace): Value {
  if (output instanceof Value) return output;
  throw new TypeError(
    `${name}: the function returned ${outputs.length} Values; ${name} needs one. Use jacobian or vjp for several.`,
  );
}

/** Derivatives as they are handed out: Values if they may be differentiated again, else numbers. */
export function handOut(scalars: readonly Scalar[], { differentiable }: Trace): Scalar[] {
  return scalars.map((scalar) => {
    if (differentiable) return lift(scalar, "grad");
    return scalar instanceof Value ? scalar.data : scalar;
  });
}

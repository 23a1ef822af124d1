import { checkOptions } from "@outgrad/engine";
import { shown } from "../shown.js";
import { descent, type Iterate, type Minimum } from "./descend.js";
import { History } from "./history.js";
import { startOf, type ValueAndGradient } from "./objective.js";
import { complete, type DescentOptions, descentOptions } from "./options.js";

/** Options of `minimize`. */
export interface MinimizeOptions extends DescentOptions {
  /** Called after each iteration; false stops there. */
  onIteration?: (iterate: Iterate) => unknown;
}

/**
 * Minimises a function of many numbers from x0 on, by L-BFGS with a line search for the strong Wolfe conditions.
 *
 * Wants the value and the gradient at once, as `compile(f).valueAndGradient` gives them. Finds a local minimum, or a
 * place where the gradient is 0; `why` says why it stopped there. Where the function gives NaN or an infinity, it
 * takes shorter steps, so such places can be walls. The same bits in every JavaScript engine if the function has them.
 *
 * @example
 * const rosenbrock = compile(([x, y]: Value[]) =>
 *   sub(1, x!).square().add(y!.sub(x!.square()).square().mul(100)),
 * );
 * const { x, why } = minimize(rosenbrock.valueAndGradient, [-1.2, 1]);
 * Array.from(x, (xi) => xi.toFixed(6)) // => ["1.000000", "1.000000"]
 * why // => "change"
 *
 * @throws TypeError if the function does not give [value, gradient] with an entry for each of x; RangeError for bad
 * options, an x0 that is not finite, or a value or gradient that is not finite there.
 */
export function minimize(
  valueAndGradient: ValueAndGradient,
  x0: ArrayLike<number>,
  options: MinimizeOptions = {},
): Minimum {
  checkOptions("minimize", options, [...descentOptions, "onIteration"]);
  const { onIteration, ...rest } = options;
  if (onIteration !== undefined && typeof onIteration !== "function") {
    throw new TypeError(`minimize: onIteration is a function; got ${shown(onIteration)}.`);
  }
  const settings = complete("minimize", rest, 10_000);
  const start = startOf("minimize", valueAndGradient, x0);
  const path = descent("minimize", valueAndGradient, start, settings, new History(settings.historySize));
  for (;;) {
    const { done, value } = path.next();
    if (done) return value;
    if (onIteration?.(value) === false) return { ...value, converged: false, why: "stopped" };
  }
}

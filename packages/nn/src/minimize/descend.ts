import { History } from "./history.js";
import { checkStart, evaluate, type Point, startOf, type ValueAndGradient } from "./objective.js";
import { complete, type DescentOptions } from "./options.js";
import { isFiniteTrial, strongWolfe } from "./strong-wolfe.js";
import { add, inner, largest } from "./vectors.js";

/** Where a descent has come to. */
export interface Iterate {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly iterations: number;
  /** How often the function was called so far. */
  readonly evaluations: number;
}

/**
 * Why a descent ended. "gradient" and "change": within that tolerance. "maxIter" and "maxEval": at that limit.
 * "lineSearch": nothing lower was found, not even straight down the gradient, because of rounding, a kink, or a
 * gradient that is not the function's. "stopped": `onIteration` gave false.
 */
export type Why = "gradient" | "change" | "maxIter" | "maxEval" | "lineSearch" | "stopped";

/** Where a descent ended, and why. */
export interface Minimum extends Iterate {
  /** True if it ended within a tolerance. */
  readonly converged: boolean;
  readonly why: Why;
}

/** The most places that one line search looks at. */
const mostTrials = 25;

/**
 * `minimize` one iteration at a time: gives where it is after each, and returns the minimum. Draw in between, or wait
 * for the next animation frame; to stop, leave the loop.
 *
 * @example
 * const bowl = compile(([x, y]: Value[]) => x!.sub(3).square().add(y!.square().mul(4)));
 * const path = descend(bowl.valueAndGradient, [0, 1]);
 * Array.from(path, ({ value }) => value.toFixed(1)) // => ["7.3", "1.7", "0.2", "0.0", "0.0", "0.0", "0.0", "0.0"]
 */
export function descend(
  valueAndGradient: ValueAndGradient,
  x0: ArrayLike<number>,
  options: DescentOptions = {},
): Generator<Iterate, Minimum, void> {
  const settings = complete("descend", options, 10_000);
  const start = startOf("descend", valueAndGradient, x0);
  return descent("descend", valueAndGradient, start, settings, new History(settings.historySize));
}

/**
 * L-BFGS from `start` on, which learns from the steps in `history` and adds its own.
 * Source: Nocedal and Wright, Numerical Optimization (2006), algorithm 7.5.
 */
export function* descent(
  where: string,
  valueAndGradient: ValueAndGradient,
  start: Float64Array,
  { lr, maxIter, maxEval, toleranceGrad, toleranceChange, lineSearch }: Required<DescentOptions>,
  history: History,
): Generator<Iterate, Minimum, void> {
  let iterations = 0;
  let evaluations = 0;
  const at = (x: Float64Array): Point => {
    evaluations++;
    return evaluate(where, valueAndGradient, x);
  };
  const search = (): Point | undefined => {
    const direction = history.direction(here.gradient);
    const trialOf = (step: number, point: Point) => ({
      ...point,
      step,
      slope: inner(point.gradient, direction),
    });
    const along = (step: number) => trialOf(step, at(add(here.x.slice(), step, direction)));
    const begin = trialOf(0, here);
    if (!(begin.slope < 0)) return undefined;
    if (lineSearch === "none") return [along(lr)].find(isFiniteTrial);
    return strongWolfe(along, begin, lr, Math.min(mostTrials, maxEval - evaluations));
  };

  let here = at(start);
  checkStart(where, here);
  const iterate = (): Iterate => {
    const { x, value, gradient } = here;
    return { x: x.slice(), value, gradient: gradient.slice(), iterations, evaluations };
  };
  const limit = () => (evaluations >= maxEval ? "maxEval" : iterations >= maxIter ? "maxIter" : undefined);
  let why: Why | undefined = largest(here.gradient) <= toleranceGrad ? "gradient" : limit();
  while (why === undefined) {
    let next = search();
    if (next === undefined && history.pairs.length > 0 && limit() === undefined) {
      history.clear();
      next = search();
    }
    if (next === undefined) {
      why = limit() ?? "lineSearch";
      break;
    }
    const move = add(next.x.slice(), -1, here.x);
    const fall = Math.abs(next.value - here.value);
    history.push(move, add(next.gradient.slice(), -1, here.gradient));
    here = next;
    iterations++;
    yield iterate();
    if (largest(here.gradient) <= toleranceGrad) why = "gradient";
    else if (largest(move) <= toleranceChange || fall < toleranceChange) why = "change";
    else why = limit();
  }
  return { ...iterate(), converged: why === "gradient" || why === "change", why };
}

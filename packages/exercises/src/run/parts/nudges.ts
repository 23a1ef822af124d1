import { expression, type Value, value } from "@outgrad/engine";
import type { Plain } from "../../subject/program.js";
import { near } from "../numbers.js";
import { decimal } from "../probe.js";
import type { Part, Trial } from "../trial.js";

/** The family of functions that the harness nudges. */
const formula = expression("k0*x**3 + k1*x*y + k2*y**2*z + k3*z**3");

const letters = ["a", "b", "c"] as const;

interface Way {
  readonly topic: "numerical" | "symmetric";
  readonly bothWays: boolean;
  /** How far off a slope may be. */
  readonly allowed: number;
  /** The steps that are known to do. */
  readonly steps: readonly [smallest: number, largest: number];
}

/** The gradient by forward differences. Any other way that is as good does too. */
export const numericalGradient = nudging({
  topic: "numerical",
  bothWays: false,
  allowed: 5e-5,
  steps: [1e-9, 1e-6],
});

/** The gradient by symmetric differences. */
export const symmetricGradient = nudging({
  topic: "symmetric",
  bothWays: true,
  allowed: 5e-8,
  steps: [1e-6, 1e-4],
});

function nudging(way: Way): Part {
  return { topic: way.topic, run: (trial) => run(trial, way) };
}

type Call = readonly [x: number, y: number, z: number, value: number];

function run(trial: Trial, way: Way): void {
  const { random } = trial;
  const k = [decimal(random, 1, 2), decimal(random, 1, 2), decimal(random, 1, 2), decimal(random, -2, -1)];
  const at = { a: decimal(random, 1, 2), b: decimal(random, 1, 2), c: decimal(random, 1, 2) };
  const point = [at.a, at.b, at.c];
  const [x, y, z] = point.map((each) => value(each)) as [Value, Value, Value];
  formula({ ...Object.fromEntries(k.map((each, i) => [`k${i}`, each])), x, y, z }).backward();
  const wanted = [x.grad, y.grad, z.grad];
  const example = { call: `${trial.name}(f, a, b, c)`, at };
  const [found, calls] = trial.hear(way.topic, [k, ...point], example) as readonly [Plain, Call[]];
  const seen = trial.shaped(found, wanted, example);

  const right = (i: number) => Math.abs((seen[i] as number) - (wanted[i] as number)) <= way.allowed;
  const i = letters.findIndex((_, each) => !right(each));
  if (i < 0) return;
  const component = letters[i] as string;
  const stop = (code: string, details: Readonly<Record<string, string | number>> = {}) =>
    trial.fail(code, {
      example,
      seen: seen[i] as number,
      wanted: wanted[i] as number,
      details: { of: component, ...details },
    });
  // Everything about the way is to be read from where the function was called.
  const moves = calls.map((call) => point.map((each, j) => (call[j] as number) - each));
  const alone = (j: number) => moves.filter((move) => move.every((by, n) => (by === 0) !== (n === j)));
  const together = moves.filter((move) => move.filter((by) => by !== 0).length > 1);
  const valueAt = (move: readonly number[] | undefined) => {
    const call = calls.find((each) => move?.every((by, j) => each[j] === (point[j] as number) + by));
    return call?.[3] ?? Number.NaN;
  };
  if (calls.length === 0) stop("never-called");
  if (moves.every((move) => move.every((by) => by === 0))) stop("no-nudge");
  if (alone(i).length === 0 && together.length > 0) stop("nudges-together");
  if (alone(i).length === 0)
    stop("nudges-other", { other: letters.filter((_, j) => alone(j).length > 0).join(", ") });
  const up = alone(i).find((move) => (move[i] as number) > 0);
  const down = alone(i).find((move) => (move[i] as number) < 0);
  const h = Math.abs((up ?? down)?.[i] as number);
  // What the step was before rounding.
  const shown = Number(h.toPrecision(2));
  const difference = up && down ? valueAt(up) - valueAt(down) : valueAt(up ?? down) - valueAt([0, 0, 0]);
  const divisor = up && down ? 2 * h : up ? h : -h;
  const got = seen[i] as number;
  const is = (number: number) => near(got / number, 1, 1e-3);
  if (is(-difference / divisor)) stop("difference-sign");
  if (up && down && is(difference / h)) stop("step-not-doubled", { h: shown });
  if (!(up && down) && is(difference / (2 * h))) stop("step-doubled", { h: shown });
  if (is((difference / 2) * h)) stop("step-brackets", { h: shown });
  if (is(difference) || is(difference * h)) stop("not-divided", { h: shown });
  if (way.bothWays && !(up && down)) stop("one-sided", { h: shown });
  if (h > way.steps[1]) stop("step-too-large", { h: shown, error: Math.abs(got - (wanted[i] as number)) });
  if (h < way.steps[0]) stop("step-too-small", { h: shown, error: Math.abs(got - (wanted[i] as number)) });
  stop("slope-wrong");
}

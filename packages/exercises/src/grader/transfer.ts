import type { Subject, Thrown } from "../subject/subject.js";
import { close } from "./close.js";
import type { Driver, Sent } from "./driver.js";
import { type Form, wantedSlopes } from "./form.js";
import { isThrown } from "./local-driver.js";
import { isRef, numberIn, type Trial, tryAt } from "./trial.js";

/**
 * How the gradient that an operand has after a rule has run follows from what was there before, measured by changing
 * one thing at a time: after = own * (its gradient before) + other * (the other's before) + slope * upstream + rest.
 * A right rule has own 1, other 0, rest 0 and the operation's slope.
 */
export interface Transfer {
  readonly own: number;
  readonly other: number;
  readonly slope: number;
  readonly rest: number;
  /** Whether twice the upstream gradient does just twice as much. */
  readonly linear: boolean;
  /** Whether the rule changed the result's own gradient, other than by clearing it. */
  readonly leaks: boolean;
  /** Whether the rule changed the data of this operand. */
  readonly changed: boolean;
  readonly samples: readonly Sample[];
}

/** What became of a gradient, from what was there and what came from above. */
export interface Sample {
  readonly before: number;
  /** What was in the gradient of the other operand. */
  readonly other: number;
  readonly upstream: number;
  readonly after: number;
}

const [before, step] = [5, 3] as const;
const upstreams = [1.7, 2.9, -1.3];

/** Whether the operands get what they should at these numbers, in one run. */
export function isRightAt(subject: Subject, driver: Driver, form: Form, args: readonly number[]): boolean {
  const tried = tryAt(subject, form, args);
  if (!("out" in tried)) return false;
  const start = driver.keepsBefore ? [before, -before - 1] : [0, 0];
  const sent = driver.run(tried, start, upstreams[0] as number);
  if (isThrown(sent)) return false;
  const slopes = wantedSlopes(form, args);
  return args.every(
    (_, i) =>
      form.numbers[i] ||
      close(sent.grads[i] as number, (start[i] as number) + (slopes[i] as number) * sent.upstream),
  );
}

/** The transfer to each operand at these numbers, or what was thrown; nothing if the operation gives no Value. */
export function transfersAt(
  subject: Subject,
  driver: Driver,
  form: Form,
  args: readonly number[],
): readonly Transfer[] | Thrown | undefined {
  let tried: Trial | undefined;
  const run = (befores: readonly number[], upstream: number): Sent | Thrown | undefined => {
    const next = tryAt(subject, form, args);
    if (!("out" in next)) return undefined;
    tried ??= next;
    return driver.run(next, befores, upstream);
  };
  const start = driver.keepsBefore ? [before, -before - 2] : [0, 0];
  const base = run(start, upstreams[0] as number);
  const more = upstreams.slice(1).map((upstream) => run(start, upstream));
  if (!base || isThrown(base)) return base;
  const [second, third] = more;
  if (!second || !third) return undefined;
  if (isThrown(second)) return second;
  if (isThrown(third)) return third;

  const changed = args.map((arg, i) => {
    const operand = tried?.operands[i];
    return isRef(operand) && !close(numberIn(subject, operand, "data"), arg);
  });
  const leaks = base.after !== 0 && !close(base.after, base.upstream) && driver.name === "rule";
  return args.map((_, i) => {
    const rate = (sent: Sent): number =>
      ((sent.grads[i] as number) - (base.grads[i] as number)) / (sent.upstream - base.upstream);
    const bump = (j: number): number => {
      const sent = run(
        start.map((x, n) => (n === j ? x + step : x)),
        upstreams[0] as number,
      );
      return !sent || isThrown(sent)
        ? Number.NaN
        : ((sent.grads[i] as number) - (base.grads[i] as number)) / step;
    };
    const own = driver.keepsBefore ? bump(i) : 1;
    const other = driver.keepsBefore && args.length === 2 && !form.numbers[1 - i] ? bump(1 - i) : 0;
    const known = own * (start[i] as number) + other * (start[1 - i] ?? 0);
    const sent = (base.grads[i] as number) - known;
    const samples = [base, second, third].map(({ upstream, grads }) => ({
      before: start[i] as number,
      other: start[1 - i] ?? 0,
      upstream,
      after: grads[i] as number,
    }));
    // Where nothing can stand above the result, all that arrives is taken to be slope times upstream.
    if (second.upstream === base.upstream)
      return {
        own,
        other,
        slope: sent / base.upstream,
        rest: 0,
        linear: true,
        leaks,
        changed: changed[i] === true,
        samples,
      };
    const slope = rate(second);
    const rest = sent - slope * base.upstream;
    const off = Math.abs(rate(third) - slope);
    return {
      own,
      other,
      slope,
      rest,
      linear: !(off > 1e-6 * Math.max(1, Math.abs(slope))),
      leaks,
      changed: changed[i] === true,
      samples,
    };
  });
}

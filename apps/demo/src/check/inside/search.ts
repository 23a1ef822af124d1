import { type Random, random } from "@outgrad/engine/random";
import { checkGradient, ridders } from "@outgrad/gradcheck";
import { kinkSigns } from "./graph.ts";
import type { Found, SearchRound } from "./report.ts";
import type { Subject } from "./subject.ts";
import { worse } from "./worse.ts";

/** Restarts of one round, and steps of the local search after each. */
const restarts = 6;
const steps = 16;

/**
 * One round of looking for the input at which the gradient is worst: from several starts, the first round's being the
 * numbers that people trip over, by ever smaller random steps to larger errors. Between the starts it looks for kinks.
 */
export function search(subject: Subject, seed: number, round: number): SearchRound {
  const stream = random(`${seed}/${round}`);
  const starts =
    round === 0 ? awkward(subject) : Array.from({ length: restarts }, () => anywhere(subject, stream));
  const tops = starts.map((start) => climb(subject, start, stream));
  const judged = tops.flatMap((x) => judge(subject, x) ?? []);
  const others = starts.map(() => anywhere(subject, stream));
  const between = starts.flatMap((start, i) => kinksBetween(subject, start, others[i] as number[]));
  const kinks = [...judged.filter(({ why }) => isKink(why)), ...between];
  const worst = judged.filter(({ why }) => !isKink(why)).reduce<Found | null>(worse, null);
  return { tried: starts.length * (steps + 1), worst, kinks: kinks.slice(0, 8) };
}

/** Slopes that do not settle may be those of a rounding stair as well. */
const isKink = (why: string): boolean => /^kink: (the slope is|\w+ changes)/.test(why);

const within = (x: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, x));

function anywhere({ range }: Subject, stream: Random): number[] {
  return range.map(([low, high]) => stream.uniform(low, high));
}

function awkward({ range }: Subject): number[][] {
  const all = [0, 1, -1, 1e-8, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((x) =>
    range.map((each) => within(x, each)),
  );
  return range.length < 2
    ? all
    : [
        ...all,
        range.map((each, i) => within(i % 2, each)),
        range.map((each, i) => within((i + 1) % 2, each)),
      ];
}

const gradientOf = (subject: Subject) =>
  (subject.own ?? subject.engine) as (x: readonly number[]) => number[];

/** How far the gradient is off at x, relative to what it should be and beyond what the reference may be off itself. */
function errorAt(subject: Subject, x: readonly number[]): number {
  if (!Number.isFinite(subject.f(x))) return -1;
  const gradient = gradientOf(subject)(x);
  const exact = subject.complex(x)?.map((value) => ({ value, error: 0 })) ?? ridders(subject.f, x);
  const errors = exact.map(({ value, error }, i) => {
    const excess = Math.max(0, Math.abs((gradient[i] as number) - value) - error);
    return excess === 0 ? 0 : excess / Math.abs(value);
  });
  return errors.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...errors);
}

function climb(subject: Subject, start: readonly number[], stream: Random): number[] {
  let best = [...start];
  let most = errorAt(subject, best);
  for (let step = 0, reach = 0.25; step < steps; step++) {
    const next = best.map((x, i) => {
      const [low, high] = subject.range[i] as readonly [number, number];
      return within(x + reach * (high - low) * stream.uniform(-1, 1), [low, high]);
    });
    const error = errorAt(subject, next);
    if (error > most) [best, most] = [next, error];
    else reach *= 0.75;
  }
  return best;
}

/** What a check says of a point; nothing where f has no number. */
function judge(subject: Subject, x: readonly number[]): Found | undefined {
  const { f, names } = subject;
  if (!Number.isFinite(f(x))) return undefined;
  const { verdict, rows } = checkGradient(f, gradientOf(subject), [...x], { names });
  const row = rows.find((each) => each.verdict === verdict);
  const error = Math.max(0, errorAt(subject, x));
  const why =
    verdict === "OK" || !row
      ? ""
      : row.doubt
        ? `${row.doubt}: ${row.why}`
        : `for ${row.name} it says ${short(row.yours)}, differences say ${short(row.expected)}`;
  return { x, verdict, error, why };
}

const short = (x: number): string => String(Number(x.toPrecision(6)));

/** Kinks on the line from a to b: where an op such as relu or abs changes its side, found by halving. */
function kinksBetween(subject: Subject, a: readonly number[], b: readonly number[]): Found[] {
  const { graph } = subject;
  if (!graph) return [];
  const at = (t: number) => a.map((x, i) => x + t * ((b[i] as number) - x));
  const signs = (t: number) => kinkSigns(graph(at(t)).root);
  const [first, last] = [signs(0), signs(1)];
  if (first.length !== last.length) return [];
  return first.flatMap(({ what, sign }, k) => {
    if (sign * (last[k]?.sign ?? 0) >= 0) return [];
    let [low, high] = [0, 1];
    for (let i = 0; i < 60 && signs(low)[k]?.sign !== 0; i++) {
      const middle = low + (high - low) / 2;
      if (signs(middle)[k]?.sign === last[k]?.sign) high = middle;
      else low = middle;
    }
    // A kink is most often at a round number, which halving only comes close to.
    const round = at(low).map((x) => Number(x.toFixed(9)));
    const x = kinkSigns(graph(round).root)[k]?.sign === 0 ? round : at(low);
    return [{ x, verdict: "CAN'T TELL" as const, error: 0, why: `kink: ${what} changes its formula here` }];
  });
}

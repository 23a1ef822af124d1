import { toText } from "@outgrad/ops";
import { allClose, close } from "./close.js";
import { type Form, wantedSlopes, wantedValue } from "./form.js";
import { type Column, findFormula } from "./formulas.js";
import type { Sample, Transfer } from "./transfer.js";

/** What is wrong with the rule of one operand. */
export interface Blame {
  readonly code: string;
  /** Which operand, by its place in the formula. */
  readonly operand: number | "both";
  readonly details: Readonly<Record<string, string | number>>;
}

/** Finds a formula for what was measured, or does not look for one: that costs more than all else. */
type Explain = typeof formulaOf;

/** The transfers of one operand over all points, each part as a list. */
interface Parts {
  readonly own: readonly number[];
  readonly other: readonly number[];
  readonly slope: readonly number[];
  readonly rest: readonly number[];
  readonly linear: boolean;
  readonly leaks: boolean;
  readonly changed: boolean;
  /** For each point. */
  readonly samples: readonly (readonly Sample[])[];
}

/** Rules that use the right slope in a wrong way: what comes out of what was there, the slope, and the upstream gradient. */
const misuses: readonly (readonly [
  code: string,
  details: Readonly<Record<string, number>>,
  after: (before: number, slope: number, upstream: number) => number,
])[] = [
  ["overwrites-grad", { multiplies: 1 }, (before, slope, upstream) => before * slope * upstream],
  ["overwrites-grad", { multiplies: 1 }, (before, slope, upstream) => before / (slope * upstream)],
  ["no-chain", { divides: 1 }, (before, slope, upstream) => before + slope / upstream],
  ["no-chain", { divides: 1 }, (before, slope, upstream) => before + upstream / slope],
];

/** What is wrong with an operation's rule: nothing, one thing for all operands, or one for each that is wrong. */
export function blamesOf(
  form: Form,
  points: readonly (readonly number[])[],
  transfers: readonly (readonly Transfer[])[],
  explain: boolean,
): readonly Blame[] {
  const formula: Explain = explain ? formulaOf : () => undefined;
  const values = form.numbers.flatMap((number, i) => (number ? [] : [i]));
  const wanted = form.numbers.map((_, i) => points.map((point) => wantedSlopes(form, point)[i] as number));
  const parts = form.numbers.map((_, i): Parts => {
    const each = transfers.map((transfer) => transfer[i] as Transfer);
    return {
      own: each.map(({ own }) => own),
      other: each.map(({ other }) => other),
      slope: each.map(({ slope }) => slope),
      rest: each.map(({ rest }) => rest),
      linear: each.every(({ linear }) => linear),
      leaks: each.every(({ leaks }) => leaks),
      samples: each.map(({ samples }) => samples),
      changed: each.some(({ changed }) => changed),
    };
  });
  const blames = values.flatMap((i): Blame[] => {
    const found = blameOf(form, points, parts[i] as Parts, wanted, i, formula);
    return found ? [{ operand: i, ...found }] : [];
  });
  return merge(form, blames, parts, wanted);
}

const all = (values: readonly number[], x: number): boolean => values.every((value) => close(value, x, 1e-7));

function blameOf(
  form: Form,
  points: readonly (readonly number[])[],
  { own, other, slope, rest, linear, samples }: Parts,
  wanteds: readonly (readonly number[])[],
  i: number,
  formula: Explain,
): Omit<Blame, "operand"> | undefined {
  const wanted = wanteds[i] as readonly number[];
  const rule = ruleOf(form, i);
  const [keeps, overwrites] = [all(own, 1), all(own, 0)];
  const quiet = linear && all(other, 0) && all(rest, 0);
  if ([...own, ...slope, ...rest].some(Number.isNaN)) return { code: "self-vs-data", details: { rule } };
  if (keeps && quiet && allClose(slope, wanted)) return undefined;
  if (quiet && all(slope, 0)) {
    if (keeps || overwrites) return { code: "no-backward", details: { rule } };
    const gain = own.map((x) => x - 1);
    if (allClose(gain, wanted) || allClose(own, wanted))
      return { code: "chain-uses-own-grad", details: { rule } };
  }
  if (linear && all(slope, 0) && !all(other, 0))
    return { code: "chain-uses-own-grad", details: { rule, uses: "other" } };
  if (linear && all(slope, 0)) {
    const yours = allClose(rest, wanted) ? rule : formula(form, points, rest, wanteds, i);
    return { code: "no-chain", details: { rule, ...(yours && { yours }) } };
  }
  if (quiet && allClose(slope, wanted)) return { code: "overwrites-grad", details: { rule } };
  if (linear && all(slope, 1) && allClose(rest, wanted))
    return { code: "no-chain", details: { rule, sum: 1 } };
  const misuse = misuses.find(([, , after]) =>
    samples.every((each, n) =>
      each.every((sample) =>
        close(sample.after, after(sample.before, wanted[n] as number, sample.upstream), 1e-7),
      ),
    ),
  );
  if (misuse && !(keeps && quiet)) return { code: misuse[0], details: { rule, ...misuse[1] } };
  if (!linear || !quiet) {
    const sent = samples.map(([sample]) => (sample as Sample).after - (sample as Sample).before);
    const column = (text: string, of: (sample: Sample) => number): Column => ({
      text,
      values: samples.map(([sample]) => of(sample as Sample)),
    });
    const grads = [
      column("g", ({ upstream }) => upstream),
      column("s", ({ before }) => before),
      ...(form.numbers.length === 2 ? [column("t", ({ other }) => other)] : []),
    ];
    const yours = formula(form, points, sent, wanteds, i, grads);
    return { code: "grad-wrong", details: { rule: `${bracketed(rule)} * g`, ...(yours && { yours }) } };
  }
  return slopeBlame(form, points, slope, wanteds, i, formula);
}

/** What is wrong with a slope that is otherwise passed on as it should be. */
function slopeBlame(
  form: Form,
  points: readonly (readonly number[])[],
  slope: readonly number[],
  wanteds: readonly (readonly number[])[],
  i: number,
  formula: Explain,
): Omit<Blame, "operand"> {
  const wanted = wanteds[i] as readonly number[];
  const rule = ruleOf(form, i);
  const ours = (values: readonly (number | undefined)[]) =>
    values.every((x, n) => x !== undefined && close(x, slope[n] as number));
  const otherSlope = wanteds[1 - i];
  if (ours(wanted.map((x) => -x))) return { code: "grad-sign", details: { rule } };
  if (otherSlope && !form.numbers[1 - i] && ours(otherSlope))
    return { code: "swapped-grads", details: { rule } };
  const yours = formula(form, points, slope, wanteds, i);
  const details = { rule, ...(yours && { yours }) };
  if (form.op.name === "pow") {
    if (ours(points.map(([a, k], n) => (wanted[n] as number) / (k as number) + 0 * (a as number))))
      return { code: "pow-no-k", details };
    const powers = [-2, 0, 1].some((shift) =>
      ours(points.map(([a, k]) => (k as number) * form.op.value(a as number, (k as number) + shift))),
    );
    if (powers) return { code: "pow-exponent", details };
  }
  const partial = form.op.partials[i] as (...names: number[]) => number;
  const results = points.map((point) => wantedValue(form, point));
  if (
    ours(points.map((point) => partial(...point, point[i] as number))) ||
    ours(points.map((point) => point[i]))
  )
    return { code: "grad-uses-in", details };
  const inPlace = points.map((point, n) =>
    partial(...point.map((x, j) => (j === i ? (results[n] as number) : x)), results[n] as number),
  );
  if (ours(inPlace) || ours(results)) return { code: "grad-uses-out", details };
  return { code: "grad-wrong", details };
}

const bracketed = (rule: string): string => (/[+-]/.test(rule.slice(1)) ? `(${rule})` : rule);

/** The rule of the op table, in its own names: a, b, and y for the result; the power's exponent is k. */
function ruleOf({ op }: Form, i: number): string {
  const formula = op.partialFormulas[i];
  if (!formula) return "";
  return toText(formula.kind === "choose" ? formula.otherwise : formula, (name) =>
    op.name === "pow" && name === "b" ? "k" : name,
  );
}

function formulaOf(
  form: Form,
  points: readonly (readonly number[])[],
  values: readonly number[],
  wanteds: readonly (readonly number[])[],
  i: number,
  more: readonly Column[] = [],
): string | undefined {
  const isPower = form.op.name === "pow";
  const names: Column[] = form.op.args.map(
    (name, j): Column => ({
      text: isPower && name === "b" ? "k" : name,
      values: points.map((point) => point[j] as number),
    }),
  );
  names.push({ text: "y", values: points.map((point) => wantedValue(form, point)) });
  if (isPower) names.push({ text: "(k - 1)", values: points.map(([, k]) => (k as number) - 1) });
  names.push(...more);
  const rule = ruleOf(form, i);
  if (!/^-?[\w.]+$/.test(rule)) names.push({ text: `(${rule})`, values: wanteds[i] as readonly number[] });
  return findFormula(values, names);
}

/** One thing to say where two operands suffer from one mistake. */
function merge(
  form: Form,
  blames: readonly Blame[],
  parts: readonly Parts[],
  wanted: readonly (readonly number[])[],
): readonly Blame[] {
  const leak = blames.find(({ code, operand }) => code === "no-backward" && parts[operand as number]?.leaks);
  if (leak) return [{ ...leak, code: "wrong-target", details: { ...leak.details, target: "out" } }];
  const astray = blames.find(({ operand }) => parts[operand as number]?.changed);
  if (astray) return [{ ...astray, code: "wrong-target", details: { ...astray.details, target: "data" } }];
  const [first, second] = blames;
  if (!first) return [];
  const values = form.numbers.filter((number) => !number).length;
  if (!second) {
    const code = first.code === "no-backward" && values === 2 ? "one-side-only" : first.code;
    return [{ ...first, code }];
  }
  if (first.code === second.code) return [{ ...first, operand: "both" }];
  // Both gradients have gone to one operand.
  const [none, sum] = first.code === "no-backward" ? [first, second] : [second, first];
  if (none.code === "no-backward") {
    const target = sum.operand as number;
    const { slope } = parts[target] as Parts;
    const [a, b] = wanted as readonly [readonly number[], readonly number[]];
    if (
      allClose(
        slope,
        a.map((x, n) => x + (b[n] as number)),
      )
    )
      return [{ ...none, code: "one-side-only", details: { ...none.details, target } }];
    return [sum, { ...none, code: "one-side-only" }];
  }
  return [first, second];
}

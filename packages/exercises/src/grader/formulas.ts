import { parseFormula, toText } from "@outgrad/ops";
import { exp, log, pow, sqrt, tanh } from "@outgrad/ops/intrinsics";
import { allClose, close } from "./close.js";

/** A formula and what it gives at each point. */
export interface Column {
  readonly text: string;
  readonly values: readonly number[];
}

const constants = [1, 2, -1, 0.5, 3, 10];

type Unary = readonly [text: (a: string) => string, of: (a: number) => number];
type Binary = readonly [text: (a: string, b: string) => string, of: (a: number, b: number) => number];

const unary: readonly Unary[] = [
  [(a) => `-${a}`, (a) => -a],
  [(a) => `1 / ${a}`, (a) => 1 / a],
  [(a) => `pow(${a}, 2)`, (a) => a * a],
  [(a) => `exp(${a})`, exp],
  [(a) => `log(${a})`, log],
  [(a) => `tanh(${a})`, tanh],
  [(a) => `sqrt(${a})`, sqrt],
];

const binary: readonly Binary[] = [
  [(a, b) => `${a} + ${b}`, (a, b) => a + b],
  [(a, b) => `${a} - ${b}`, (a, b) => a - b],
  [(a, b) => `${a} * ${b}`, (a, b) => a * b],
  [(a, b) => `${a} / ${b}`, (a, b) => a / b],
  [(a, b) => `pow(${a}, ${b})`, pow],
];

/** What x has to be for `x + known` and so on to be the target, with the formula of the whole. */
const inverses: readonly Binary[] = [
  [(x, known) => `${x} + ${known}`, (target, known) => target - known],
  [(x, known) => `${x} - ${known}`, (target, known) => target + known],
  [(x, known) => `${known} - ${x}`, (target, known) => known - target],
  [(x, known) => `${x} * ${known}`, (target, known) => target / known],
  [(x, known) => `${x} / ${known}`, (target, known) => target * known],
  [(x, known) => `${known} / ${x}`, (target, known) => known / target],
];

const bracket = (text: string): string => (/^[\w.]+$|^\w+\([^()]*\)$/.test(text) ? text : `(${text})`);

/**
 * The shortest formula of the given columns and small constants that gives these values at all points, as its readers
 * write it; undefined if there is none among the small ones. With three points of random numbers what matches is no
 * accident.
 */
export function findFormula(values: readonly number[], names: readonly Column[]): string | undefined {
  if (!values.every(Number.isFinite)) return undefined;
  const ours = (columns: readonly Column[]) =>
    shortest(columns.filter((column) => allClose(column.values, values)));
  const atoms: Column[] = [
    ...names,
    ...constants.map((x) => ({ text: String(x), values: values.map(() => x) })),
  ];
  const simple = distinct([...atoms, ...unaryOf(names)]);
  const found =
    ours(simple) ??
    ours(unaryOf(simple.slice(atoms.length))) ??
    ours(binaryOf(atoms, simple)) ??
    ours(binaryOf(simple, atoms)) ??
    search(values, simple);
  const text = found && readable(found.text);
  return text !== undefined && operationsIn(text, names) <= most ? text : undefined;
}

/** What takes more operations than that has been written in another way. */
const most = 3;

/** How many operations a formula has; what a name stands for counts as one. */
function operationsIn(text: string, names: readonly Column[]): number {
  const bare = names.reduce(
    (left, { text: name }) =>
      name.startsWith("(") ? left.replaceAll(name, "r").replaceAll(name.slice(1, -1), "r") : left,
    text,
  );
  return bare.match(/\*\*|[+*/]|- |\w\(/g)?.length ?? 0;
}

const shortest = (columns: readonly Column[]): Column | undefined =>
  [...columns].sort((a, b) => a.text.length - b.text.length)[0];

/** The columns that are numbers everywhere, the first of those that agree. */
function distinct(columns: readonly Column[]): Column[] {
  const kept = new Map<string, Column>();
  for (const column of columns) {
    if (!column.values.every(Number.isFinite)) continue;
    const key = column.values.map((x) => x.toPrecision(10)).join(" ");
    if (!kept.has(key)) kept.set(key, column);
  }
  return [...kept.values()];
}

function unaryOf(columns: readonly Column[]): Column[] {
  return columns.flatMap((a) =>
    unary.map(([text, of]) => ({ text: text(bracket(a.text)), values: a.values.map(of) })),
  );
}

function binaryOf(left: readonly Column[], right: readonly Column[]): Column[] {
  const all: Column[] = [];
  for (const a of left) {
    for (const b of right) {
      for (const [text, of] of binary) {
        all.push({
          text: text(bracket(a.text), bracket(b.text)),
          values: a.values.map((x, i) => of(x, b.values[i] as number)),
        });
      }
    }
  }
  return all;
}

/** Meets in the middle: every pair of simple columns, with each simple column taken away from the target. */
function search(values: readonly number[], simple: readonly Column[]): Column | undefined {
  const pairs = distinct([...simple, ...binaryOf(simple, simple)]).sort((a, b) => first(a) - first(b));
  const firsts = pairs.map(first);
  for (const known of simple) {
    for (const [text, of] of inverses) {
      const needed = values.map((target, i) => of(target, known.values[i] as number));
      if (!needed.every(Number.isFinite)) continue;
      const match = lookUp(pairs, firsts, needed);
      if (match) return { text: text(bracket(match.text), bracket(known.text)), values };
    }
  }
  return undefined;
}

const first = ({ values }: Column): number => values[0] as number;

/** The shortest of the columns, sorted by their first numbers, that has these values. */
function lookUp(
  columns: readonly Column[],
  firsts: readonly number[],
  values: readonly number[],
): Column | undefined {
  const wanted = values[0] as number;
  let [low, high] = [0, firsts.length];
  const least = wanted - 1e-8 * Math.max(1e-3, Math.abs(wanted));
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  let best: Column | undefined;
  for (
    let i = low;
    i < columns.length && ((firsts[i] as number) <= wanted || close(firsts[i] as number, wanted));
    i++
  ) {
    const column = columns[i] as Column;
    if (allClose(column.values, values) && (!best || column.text.length < best.text.length)) best = column;
  }
  return best;
}

/** The formula as text without brackets that are not needed. */
function readable(text: string): string {
  return toText(parseFormula(text));
}

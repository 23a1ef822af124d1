import type { Kernel } from "../kernel/kernel.js";
import type { Text, Writer } from "../kernel/writer.js";
import type { Source } from "./recipe.js";
import type { Steps } from "./steps.js";
import { sumOf, turns } from "./walk.js";

/** What becomes of a column: its sum, or its greatest or smallest term, NaN if there is one. */
export type Combine = "sum" | "max" | "min";

/** Writes one term, by giving it to `take`, or not, if there is none. */
export type Term = (r: Text, take: (term: Text) => void) => void;

/** What is done with what came out. */
export interface Finish {
  /** What it does, with all constants. */
  readonly key: string;
  readonly reads: readonly Source[];
  readonly ints: readonly number[];
  /** The result of a column; its arrays and whole numbers come after `input` and `int` others. */
  write(w: Writer, total: Text, column: Text, input: number, int: number): Text;
}

/** Columns of terms, each of which becomes one number. */
export interface Fold {
  /** What the terms are, with all sizes and constants. */
  readonly key: string;
  readonly columns: number;
  /** How many terms a column has. */
  readonly count: number;
  readonly combine: Combine;
  readonly reads: readonly Source[];
  readonly ints: readonly number[];
  /** Names what all terms of a column share; gives what writes a term. */
  column(w: Writer, column: Text): Term;
  readonly finish?: Finish;
}

const nothing: Readonly<Record<Combine, number>> = {
  sum: 0,
  max: Number.NEGATIVE_INFINITY,
  min: Number.POSITIVE_INFINITY,
};

/** Whether one thread takes each column. */
export const isWhole = (columns: number, count: number): boolean => count <= longest || columns >= busy;

/** As many terms as one thread may take when there are few columns. */
const longest = 512;
/** How many it then takes, and others the rest. */
const stretch = 256;
/** So many columns keep a GPU busy. */
const busy = 1 << 15;

/** Adds the kernels of a fold: more than one if columns are long and few, since one thread takes one column otherwise. */
export function fold(steps: Steps, f: Fold): Source {
  const { columns, count, combine, finish } = f;
  if (isWhole(columns, count)) return addFold(steps, f, 1);
  const parts = Math.ceil(count / stretch);
  const partial = addFold(steps, { ...f, finish: undefined }, parts);
  return fold(steps, {
    key: "parts",
    columns,
    count: parts,
    combine,
    reads: [partial],
    ints: [],
    column: (w, column) => {
      const start = w.int("start", `${column} * ${parts}`);
      return (r, take) => take(w.read(0, `${start} + ${r}`));
    },
    ...(finish && { finish }),
  });
}

type Whole = Omit<Fold, "finish"> & { readonly finish?: Finish | undefined };

function addFold(steps: Steps, f: Whole, parts: number): Source {
  const { finish } = f;
  const reads = [...(f.count === 0 ? [] : f.reads), ...(finish?.reads ?? [])];
  return steps.add(foldKernel(f, parts, reads.length), reads, [...f.ints, ...(finish?.ints ?? [])]);
}

/** Part p of a column are its terms p, p + parts, ..., so that neighbouring threads read neighbouring numbers. */
function foldKernel(f: Whole, parts: number, inputs: number): Kernel {
  const { key, columns, count, combine, ints, finish } = f;
  return {
    key: `${combine} ${key} ${columns}x${count}/${parts}${finish ? ` ${finish.key}` : ""}`,
    inputs,
    ints: ints.length + (finish?.ints.length ?? 0),
    floats: 0,
    size: columns * parts,
    write(w) {
      const part = parts === 1 ? null : w.int("part", w.mod(w.thread, parts));
      const column = parts === 1 ? w.thread : w.int("column", w.div(w.thread, parts));
      const total = w.float("total", w.number(nothing[combine]));
      if (count > 0) writeTerms(w, f, parts, part, total, f.column(w, column));
      w.result(finish ? finish.write(w, total, column, inputs - finish.reads.length, ints.length) : total);
    },
  };
}

function writeTerms(
  w: Writer,
  { count, combine }: Whole,
  parts: number,
  part: Text | null,
  total: Text,
  term: Term,
): void {
  const length = Math.ceil(count / parts);
  const whole = length * parts === count;
  const take = (k: Text, add: (term: Text) => void): void => {
    if (part === null) {
      term(k, add);
      return;
    }
    const r = w.int("r", `${k} * ${parts} + ${part}`);
    if (whole) term(r, add);
    else w.when(`${r} < ${count}`, () => term(r, add));
  };
  if (combine === "sum") {
    sumOf(w, "k", total, length, (k, to) => take(k, (term) => w.set(to, `${to} + (${term})`)));
    return;
  }
  turns(w, "k", length, (k) => take(k, (term) => widen(w, combine, total, w.float("x", term))));
}

/** Makes a variable the greater or smaller one of itself and x, or NaN if one of them is. */
export function widen(w: Writer, combine: "max" | "min", extreme: Text, x: Text): void {
  const sides = combine === "max" ? [extreme, x] : [x, extreme];
  w.set(extreme, w.call("less", ...sides, x, w.call("keepNan", x, extreme)));
}

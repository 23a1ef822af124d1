import { sizeOf } from "@outgrad/engine/backend";
import type { Text, Writer } from "../kernel/writer.js";
import type { Means, Pair, Spans } from "./options.js";
import type { Recipe, Shape } from "./recipe.js";
import { operand, Steps } from "./steps.js";
import { coordinates } from "./walk.js";

/** For each result along a dim, which numbers are added up: from `starts` up to but not including `ends`. */
interface Reach {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What a kernel looks up: of the rows, then of the columns, starts, ends and counts. */
interface Lookup {
  readonly array: Float32Array;
  /** The most numbers that one result needs, along each dim. */
  readonly longest: Pair;
}

function lookup(dims: readonly (Reach & { readonly counts: readonly number[] })[]): Lookup {
  const longest = dims.map(({ starts, ends }) =>
    Math.max(0, ...starts.map((start, i) => (ends[i] as number) - start)),
  );
  return {
    array: Float32Array.from(dims.flatMap(({ starts, ends, counts }) => [...starts, ...ends, ...counts])),
    longest: longest as unknown as Pair,
  };
}

/** Which windows a place is in, for each place. */
function windowsOf({ starts, ends }: Spans, size: number): Reach {
  const within = Array.from({ length: size }, (_, place) =>
    starts.flatMap((start, window) => (start <= place && place < (ends[window] as number) ? [window] : [])),
  );
  return {
    starts: within.map((windows) => windows[0] ?? 0),
    ends: within.map((windows) => (windows.at(-1) ?? -1) + 1),
  };
}

const forward = new WeakMap<Means, Lookup>();
const backward = new WeakMap<Means, Lookup>();

function remembered(known: WeakMap<Means, Lookup>, means: Means, make: () => Lookup): Lookup {
  const before = known.get(means);
  if (before) return before;
  const made = make();
  known.set(means, made);
  return made;
}

/** Sums over rectangles of images, divided by a count for each result, or each number by a count of its own. */
function sums(name: string, [n, c]: Shape, from: Pair, to: Pair, own: boolean, { array, longest }: Lookup) {
  const steps = new Steps();
  const planes = (n as number) * (c as number);
  const counts = own ? from : to;
  const columnsAt = 2 * to[0] + counts[0];
  const count = (w: Writer, row: Text, column: Text): Text => {
    const down = w.read(1, `${2 * to[0]} + ${row}`);
    return `(${down} * ${w.read(1, `${columnsAt + 2 * to[1]} + ${column}`)})`;
  };
  const kernel = {
    key: `${name} ${JSON.stringify([planes, from, to, longest])}`,
    inputs: 2,
    ints: 0,
    floats: 0,
    size: sizeOf([planes, ...to]),
    write(w: Writer) {
      const [plane, p, q] = coordinates(w, "at", w.thread, [planes, ...to]) as [Text, Text, Text];
      const place = (label: string, at: Text): Text => w.int(label, w.toInt(w.read(1, at)));
      const [top, bottom] = [place("top", p), place("bottom", `${to[0]} + ${p}`)];
      const left = place("left", `${columnsAt} + ${q}`);
      const right = place("right", `${columnsAt + to[1]} + ${q}`);
      const total = w.float("total", w.number(0));
      const part = w.float("part", w.number(0));
      w.loop("i", longest[0], (i) => {
        const y = w.int("y", `${top} + ${i}`);
        w.stopWhen(`${y} >= ${bottom}`);
        w.set(part, w.number(0));
        w.loop("j", longest[1], (j) => {
          const x = w.int("x", `${left} + ${j}`);
          w.stopWhen(`${x} >= ${right}`);
          const number = w.read(0, `(${plane} * ${from[0]} + ${y}) * ${from[1]} + ${x}`);
          w.set(part, `${part} + ${own ? `${number} / ${count(w, y, x)}` : number}`);
        });
        w.set(total, `${total} + ${part}`);
      });
      w.result(own ? total : `${total} / ${count(w, p, q)}`);
    },
  };
  steps.add(kernel, [operand(0), { array }]);
  return steps.list;
}

const outputOf = ({ rows, columns }: Means): Pair => [rows.starts.length, columns.starts.length];

/** The mean of each window. */
const avgPool2d: Recipe<Means> = (_inputs, shape, means) => {
  const { rows, columns, input } = means;
  const found = remembered(forward, means, () => lookup([rows, columns]));
  return sums("avgPool2d", shape, input, outputOf(means), false, found);
};

/** The number of each window, divided by its count and added to all its places: each looks for its windows. */
const avgPoolSpread2d: Recipe<Means> = (_inputs, shape, means) => {
  const { rows, columns, input } = means;
  const found = remembered(backward, means, () =>
    lookup([
      { ...windowsOf(rows, input[0]), counts: rows.counts },
      { ...windowsOf(columns, input[1]), counts: columns.counts },
    ]),
  );
  return sums("avgPoolSpread2d", shape, outputOf(means), input, true, found);
};

export const avgPoolRecipes = { avgPool2d, avgPoolSpread2d };

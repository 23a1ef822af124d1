import type { Text, Writer } from "../kernel/writer.js";
import { widen } from "./fold.js";
import { type Grid, reducedShape } from "./grid.js";
import type { Shape, Source } from "./recipe.js";
import { foldColumns } from "./reduce.js";
import type { Steps } from "./steps.js";
import { sumOf, turns } from "./walk.js";

/** Of each column its greatest number, NaN if there is one, and the sum of exp(x - that). */
export interface Moments {
  readonly key: string;
  /** What a kernel reads for them, besides x. */
  readonly reads: readonly Source[];
  /** Names those of a column; x is array number `x`, what they read begins with number `first`. */
  write(w: Writer, x: number, first: number, column: Text): readonly [shift: Text, total: Text];
}

/** Each thread finds them itself if it is `alone`, otherwise kernels before it do. */
export function momentsOf(steps: Steps, grid: Grid, x: Source, alone: boolean): Moments {
  if (alone)
    return { key: `alone ${grid.key}`, reads: [], write: (w, input, _first, of) => find(w, grid, input, of) };
  const shift = foldColumns(steps, grid, {
    key: "of",
    combine: "max",
    reads: [x],
    term: (w, at) => w.read(0, at),
  });
  const total = foldColumns(steps, grid, {
    key: "exp off",
    combine: "sum",
    reads: [x, shift],
    term: (w, at, column) => w.call("exp", `${w.read(0, at)} - ${w.read(1, column)}`),
  });
  return {
    key: "",
    reads: [shift, total],
    write: (w, _x, first, column) => [
      w.float("shift", w.read(first, column)),
      w.float("total", w.read(first + 1, column)),
    ],
  };
}

/** Up to that length it takes longer to start a kernel than to look through a column once more for each number. */
const short = 32;

/** Those along a dim, for a kernel of all its numbers. */
export const momentsOfAll = (steps: Steps, shape: Shape, dim: number, x: Source): Moments =>
  momentsOf(steps, reducedShape(shape, [dim]), x, (shape[dim] as number) <= short);

function find(w: Writer, grid: Grid, x: number, column: Text): readonly [Text, Text] {
  const shift = w.float("shift", w.number(Number.NEGATIVE_INFINITY));
  const total = w.float("total", w.number(0));
  if (grid.count === 0) return [shift, total];
  const { at } = grid.column(w, column);
  const read = (r: Text): Text => w.read(x, at(r)[0] as Text);
  turns(w, "k", grid.count, (k) => widen(w, "max", shift, w.float("x", read(k))));
  sumOf(w, "term", total, grid.count, (k, to) =>
    w.set(to, `${to} + ${w.call("exp", `${read(k)} - ${shift}`)}`),
  );
  return [shift, total];
}

import type { Text, Writer } from "../kernel/writer.js";
import { alongKernel, blocksOf, inBlock, placeIn } from "./along.js";
import { fold } from "./fold.js";
import type { Along } from "./options.js";
import type { Recipe } from "./recipe.js";
import { operand, Steps } from "./steps.js";

/** Columns up to this length are added up from their first number on by each thread. */
const short = 64;

/** Adds the first terms of an array, so many as `before` says. */
function addBefore(w: Writer, name: string, most: number, before: Text, term: (k: Text) => Text): Text {
  const total = w.float(`${name}Total`, w.number(0));
  w.loop(name, most, (k) => {
    w.stopWhen(`${k} >= ${before}`);
    w.set(total, `${total} + ${term(k)}`);
  });
  return total;
}

/** Running sums: of parts of the columns first, then what is before in the own part. */
const cumsum: Recipe<Along> = (_inputs, shape, { dim }) => {
  const steps = new Steps();
  const blocks = blocksOf(shape, dim);
  const { outer, count, inner } = blocks;
  if (count <= short) {
    const kernel = alongKernel("cumsum", blocks, 1, (w, at) => {
      const own = w.int("own", `${at.row} + 1`);
      w.result(addBefore(w, "k", count, own, (k) => w.read(0, placeIn(at, k, count, inner))));
    });
    steps.add(kernel, [operand(0)]);
    return steps.list;
  }
  const length = Math.ceil(Math.sqrt(count));
  const parts = Math.ceil(count / length);
  const sums = fold(steps, {
    key: `parts of cumsum ${count} of ${inner}`,
    columns: outer * parts * inner,
    count: length,
    combine: "sum",
    reads: [operand(0)],
    ints: [],
    column: (w, column) => {
      const at = inBlock(w, column, { count: parts, inner });
      return (r, take) => {
        const row = w.int("term", `${at.row} * ${length} + ${r}`);
        w.when(`${row} < ${count}`, () => take(w.read(0, placeIn(at, row, count, inner))));
      };
    },
  });
  const kernel = alongKernel("cumsum in parts", blocks, 2, (w, at) => {
    const part = w.int("part", w.div(at.row, length));
    const own = w.int("own", `${w.mod(at.row, length)} + 1`);
    const before = addBefore(w, "p", parts, part, (p) => w.read(1, placeIn(at, p, parts, inner)));
    const within = addBefore(w, "k", length, own, (k) =>
      w.read(0, placeIn(at, `${part} * ${length} + ${k}`, count, inner)),
    );
    w.result(`${before} + ${within}`);
  });
  steps.add(kernel, [operand(0), sums]);
  return steps.list;
};

export const cumsumRecipes = { cumsum };

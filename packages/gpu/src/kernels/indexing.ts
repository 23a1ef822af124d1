import { sizeOf, stridesOf } from "@outgrad/engine/backend";
import { alongKernel, blocksOf, inBlock, placeIn } from "./along.js";
import { fold } from "./fold.js";
import { indexSource, knownIndices, readAt } from "./indices.js";
import type { Index, Indexed, Into, Scatter } from "./options.js";
import type { Recipe, Shape } from "./recipe.js";
import { operand, Steps } from "./steps.js";
import { joined } from "./strides.js";
import { coordinates, placeText } from "./walk.js";

/** Elements by their indices along a dim. */
const gather: Recipe<Indexed> = ([a], shape, { dim, index }) => {
  const steps = new Steps();
  const from = a as Shape;
  const strides = stridesOf(from);
  const seen = joined(shape, [strides.with(dim, 0)]);
  const [step, size] = [strides[dim] as number, from[dim] as number];
  steps.add(
    {
      key: `gather ${JSON.stringify(seen)} ${step} of ${size}, ${sizeOf(shape)}`,
      inputs: 2,
      ints: 0,
      floats: 0,
      size: sizeOf(shape),
      write(w) {
        const indices = coordinates(w, "index", w.thread, seen.shape);
        const start = w.int("start", placeText(null, indices, seen.strides[0] as readonly number[]));
        w.result(readAt(w, w.read(1, w.thread), size, (at) => w.read(0, `${start} + ${at} * ${step}`)));
      },
    },
    [operand(0), indexSource(index, 1)],
  );
  return steps.list;
};

/** Slices of a dim. */
const indexSelect: Recipe<Indexed> = ([a], shape, { dim, index }) => {
  const steps = new Steps();
  const { count, inner } = blocksOf(a as Shape, dim);
  steps.add(
    alongKernel(`indexSelect of ${count}`, blocksOf(shape, dim), 2, (w, at) =>
      w.result(readAt(w, w.read(1, at.row), count, (found) => w.read(0, placeIn(at, found, count, inner)))),
    ),
    [operand(0), indexSource(index, 1)],
  );
  return steps.list;
};

/** Each number looks at all that may be added to it, those with its other indices: as many as the index has along the dim. */
const scatterAdd: Recipe<Scatter> = (_inputs, shape, { dim, index }) => {
  const steps = new Steps();
  const strides = stridesOf(index.shape);
  fold(steps, {
    key: `scatterAdd ${JSON.stringify([shape, index.shape, dim])}`,
    columns: sizeOf(shape),
    count: sizeOf(index.shape) === 0 ? 0 : (index.shape[dim] as number),
    combine: "sum",
    reads: [operand(0), indexSource(index, 1)],
    ints: [],
    column: (w, column) => {
      const indices = coordinates(w, "index", column, shape);
      const inside = indices.flatMap((at, d) => {
        const size = index.shape[d] as number;
        return d === dim || size === shape[d] ? [] : [`${at} < ${size}`];
      });
      const start = w.int("start", placeText(null, indices, strides.with(dim, 0)));
      const own = w.toFloat(indices[dim] as string);
      return (r, take) => {
        const add = () => {
          const place = w.int("place", `${start} + ${r} * ${strides[dim]}`);
          w.when(`${w.read(1, place)} == ${own}`, () => take(w.read(0, place)));
        };
        if (inside.length === 0) add();
        else w.when(inside.join(" && "), add);
      };
    },
  });
  return steps.list;
};

/** So few indices are looked through by each number. */
const few = 16;

/**
 * What undoes indexSelect: each number looks for the slices that are added to it, in a list of them if the CPU knows the
 * indices, otherwise among all.
 */
const indexAdd: Recipe<Into> = ([a], shape, options) => {
  const { dim, index, size } = options;
  const data = knownIndices(index);
  const count = (a as Shape)[dim] as number;
  if (data !== undefined && count > few) return addLists(shape, options, data);
  const steps = new Steps();
  const { inner } = blocksOf(shape, dim);
  fold(steps, {
    key: `indexAdd ${size} of ${inner}`,
    columns: sizeOf(shape),
    count,
    combine: "sum",
    reads: [operand(0), indexSource(index, 1)],
    ints: [],
    column: (w, column) => {
      const at = inBlock(w, column, { count: size, inner });
      const own = w.toFloat(at.row);
      return (r, take) =>
        w.when(`${w.read(1, r)} == ${own}`, () => take(w.read(0, placeIn(at, r, count, inner))));
    },
  });
  return steps.list;
};

/** The same where the CPU knows the indices: it lists which slices are added to each. */
function addLists(shape: Shape, { dim, index, size }: Into, data: Int32Array) {
  const steps = new Steps();
  const blocks = blocksOf(shape, dim);
  const count = data.length;
  const kernel = alongKernel(`indexAdd lists of ${count}`, blocks, 2, (w, at) => {
    const start = w.int("start", w.toInt(w.read(1, at.row)));
    const end = w.int("end", w.toInt(w.read(1, `${at.row} + 1`)));
    const total = w.float("total", w.number(0));
    const part = w.float("part", w.number(0));
    w.loop("k", count, (k) => {
      const place = w.int("place", `${start} + ${k}`);
      w.stopWhen(`${place} >= ${end}`);
      const slice = w.int("slice", w.toInt(w.read(1, `${size + 1} + ${place}`)));
      w.set(part, `${part} + ${w.read(0, placeIn(at, slice, count, blocks.inner))}`);
      // Long lists are added up in parts, for the sake of the last digits.
      w.when(`${w.mod(k, 64)} == 63`, () => {
        w.set(total, `${total} + ${part}`);
        w.set(part, w.number(0));
      });
    });
    w.result(`${total} + ${part}`);
  });
  steps.add(kernel, [operand(0), { array: listsOf(index, data, size) }]);
  return steps.list;
}

const known = new WeakMap<Index, Map<number, Float32Array>>();

/** Where the list of each of `size` targets begins, and where the last one ends; then the lists. */
function listsOf(index: Index, data: Int32Array, size: number): Float32Array {
  const before = index.vary ? undefined : known.get(index)?.get(size);
  if (before) return before;
  const lists = new Float32Array(size + 1 + data.length);
  const next = new Int32Array(size + 1);
  for (const target of data) if (target < size) next[target + 1] = (next[target + 1] as number) + 1;
  for (let t = 0; t < size; t++) next[t + 1] = (next[t + 1] as number) + (next[t] as number);
  lists.set(next);
  data.forEach((target, r) => {
    if (target >= size) return;
    const at = next[target] as number;
    lists[size + 1 + at] = r;
    next[target] = at + 1;
  });
  if (!index.vary) known.set(index, (known.get(index) ?? new Map()).set(size, lists));
  return lists;
}

export const indexRecipes = { gather, scatterAdd, indexSelect, indexAdd };

import { sizeOf } from "@outgrad/engine/backend";
import type { Text, Writer } from "../kernel/writer.js";
import type { Blocks } from "./along.js";
import type { Finish } from "./fold.js";
import { type Grid, reducedShape } from "./grid.js";
import type { Standard } from "./options.js";
import type { Recipe, Shape, Source, Step } from "./recipe.js";
import { foldColumns } from "./reduce.js";
import { operand, Steps } from "./steps.js";

/** x, and of each column of it the mean, counted from the column's first number, and 1 / sqrt(mean square + eps). */
interface Hat {
  readonly steps: Steps;
  readonly grid: Grid;
  /** The columns as rows of blocks. */
  readonly blocks: Blocks;
  /** The arrays: x, then the scales, then, if the mean is taken away, the means. */
  readonly reads: readonly Source[];
  /** The part of the keys that tells whether it is. */
  readonly key: string;
  /** (x - mean) * scale of the number at a place, the arrays from number `first` on. */
  write(w: Writer, first: number, at: Text, column: Text): Text;
  /** The column of a place. */
  column(w: Writer, at: Text): Text;
  /** Where the weight and the bias of a place are. */
  weight(w: Writer, at: Text): Text;
}

const divide = (key: string, write: (w: Writer, mean: Text) => Text, count: number): Finish => ({
  key,
  reads: [],
  ints: [],
  write: (w, total) => write(w, `${total} / ${w.number(count)}`),
});

/**
 * The moments of x in two passes. Both look at how far numbers are from the first one of their column, so that what all
 * have in common costs no digits.
 */
function hatOf(shape: Shape, x: Source, { first, last, centered, eps, weighs }: Standard): Hat {
  const steps = new Steps();
  const others = shape.map((_, dim) => dim).filter((dim) => dim < first || dim >= last);
  const grid = reducedShape(shape, others);
  const inner = sizeOf(shape.slice(last));
  const blocks = { outer: sizeOf(shape.slice(0, first)), count: sizeOf(shape.slice(first, last)), inner };
  const off = (w: Writer, first: number, at: Text, start: Text): Text =>
    `(${w.read(first, at)} - ${w.read(first, start)})`;
  const means = centered
    ? [
        foldColumns(steps, grid, {
          key: "off",
          combine: "sum",
          reads: [x],
          term: (w, at, _column, start) => off(w, 0, at, start),
          finish: divide(`/ ${grid.count}`, (_w, mean) => mean, grid.count),
        }),
      ]
    : [];
  const scale = foldColumns(steps, grid, {
    key: `squares ${centered}`,
    combine: "sum",
    reads: [x, ...means],
    term: (w, at, column, start) => {
      const far = w.float("far", centered ? `${off(w, 0, at, start)} - ${w.read(1, column)}` : w.read(0, at));
      return `${far} * ${far}`;
    },
    finish: divide(
      `/ ${grid.count} + ${eps}`,
      (w, mean) => `${w.number(1)} / ${w.call("sqrt", `${mean} + ${w.number(eps)}`)}`,
      grid.count,
    ),
  });
  const column = (w: Writer, at: Text): Text => w.mod(w.div(at, inner), blocks.count);
  return {
    steps,
    grid,
    blocks,
    reads: [x, scale, ...means],
    key: `${JSON.stringify(blocks)} ${centered}`,
    write(w, first, at, of) {
      const far = centered
        ? `${off(w, first, at, `${of} * ${inner}`)} - ${w.read(first + 2, of)}`
        : w.read(first, at);
      return `(${far}) * ${w.read(first + 1, of)}`;
    },
    column,
    weight: (w, at) => (weighs === "kept" ? column(w, at) : w.mod(at, inner)),
  };
}

/** A kernel for each number of x, which is told its column. */
function each(
  hat: Hat,
  name: string,
  reads: readonly Source[],
  write: (w: Writer, column: Text) => Text,
): void {
  const { outer, count, inner } = hat.blocks;
  hat.steps.add(
    {
      key: `${name} ${hat.key}`,
      inputs: reads.length,
      ints: 0,
      floats: 0,
      size: outer * count * inner,
      write: (w) => w.result(write(w, w.int("column", hat.column(w, w.thread)))),
    },
    reads,
  );
}

/** h = (x - mean) / sqrt(mean square of that + eps); then h weight + bias. */
const standardize: Recipe<Standard> = (inputs, shape, options) => {
  const hat = hatOf(shape, operand(0), options);
  const { reads } = hat;
  const more = inputs.slice(1).map((_, i) => operand(i + 1));
  const name = `standardize ${options.weighs} ${more.length}`;
  each(hat, name, [...reads, ...more], (w, column) => {
    const h = hat.write(w, 0, w.thread, column);
    const at = hat.weight(w, w.thread);
    const [weight, bias] = more.map((_, i) => w.read(reads.length + i, at));
    return `${h}${weight ? ` * ${weight}` : ""}${bias ? ` + ${bias}` : ""}`;
  });
  return hat.steps.list;
};

/** The gradient for x: scale (v - mean(v) - h mean(v h)), where v is the gradient g, times the weight. */
const standardizeGrad: Recipe<Standard> = (inputs, shape, options) => {
  const hat = hatOf(shape, operand(1), options);
  const { steps, grid, reads } = hat;
  const weights = inputs.length > 2 ? [operand(2)] : [];
  const key = `${hat.key} ${options.weighs} ${weights.length}`;
  /** The arrays are g, then the weight if there is one, then x and its moments. */
  const given = [operand(0), ...weights, ...reads];
  const first = 1 + weights.length;
  const v = (w: Writer, at: Text): Text =>
    weights.length > 0 ? `${w.read(0, at)} * ${w.read(1, hat.weight(w, at))}` : w.read(0, at);
  const mean = (name: string, arrays: readonly Source[], term: (w: Writer, at: Text, column: Text) => Text) =>
    foldColumns(steps, grid, {
      key: `${name} ${key}`,
      combine: "sum",
      reads: arrays,
      term,
      finish: divide(`/ ${grid.count}`, (_w, total) => total, grid.count),
    });
  const shifts = options.centered ? [mean("slopes", given.slice(0, first), v)] : [];
  const tilt = mean("slopes by hat", given, (w, at, column) => {
    const place = w.int("place", at);
    return `${v(w, place)} * (${hat.write(w, first, place, column)})`;
  });
  each(hat, `standardizeGrad ${key}`, [...given, tilt, ...shifts], (w, column) => {
    const h = hat.write(w, first, w.thread, column);
    const shift = options.centered ? ` - ${w.read(given.length + 1, column)}` : "";
    const rest = `${v(w, w.thread)}${shift} - (${h}) * ${w.read(given.length, column)}`;
    return `(${rest}) * ${w.read(first + 1, column)}`;
  });
  return steps.list;
};

/** Sums of nothing. */
function zeros(shape: Shape): readonly Step[] {
  const steps = new Steps();
  foldColumns(steps, reducedShape([...shape, 0], [shape.length]), {
    key: "nothing",
    combine: "sum",
    reads: [],
    term: (w) => w.number(0),
  });
  return steps.list;
}

/** The gradient for the weight: the sum of g h over all numbers that it is multiplied with. */
const standardizeWeight: Recipe<Standard> = ([, x], shape, options) => {
  const input = x as Shape;
  if (sizeOf(input) === 0) return zeros(shape);
  const hat = hatOf(input, operand(1), options);
  const [start, end] =
    options.weighs === "kept" ? [options.first, options.last] : [options.last, input.length];
  const others = input.map((_, dim) => dim).filter((dim) => dim < start || dim >= end);
  foldColumns(hat.steps, reducedShape(input, others), {
    key: `weight by hat ${hat.key} ${options.weighs}`,
    combine: "sum",
    reads: [operand(0), ...hat.reads],
    term: (w, at) => {
      const place = w.int("place", at);
      const column = w.int("ofHat", hat.column(w, place));
      return `${w.read(0, place)} * (${hat.write(w, 1, place, column)})`;
    },
  });
  return hat.steps.list;
};

export const standardizeRecipes = { standardize, standardizeGrad, standardizeWeight };

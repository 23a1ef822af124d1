import { shapeOp } from "../entry.js";
import { dimOf, type Shape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";

/** Parts of a Tensor, and larger ones with it inside. */
export interface SliceMethods {
  /**
   * The indices start, start + step, ... before end along a dim, as x[start:end:step] in Python: negative ones are
   * counted from the end, and what lies outside is cut off. The whole dim if start and end are absent. Nothing is copied.
   */
  slice(dim: number, start?: number, end?: number, step?: number): Tensor;
  /** What is at an index of a dim (0 if absent), which is then gone. Negative indices are counted from the end. */
  at(index: number, dim?: number): Tensor;
  /** In parts along a dim (0 if absent): of that size, the last one may be smaller, or of the sizes in a list. */
  split(sizes: number | readonly number[], dim?: number): Tensor[];
  /**
   * With more numbers around: `padding` is [before, after] of the last dim, then of the one before it, and so on, as in
   * PyTorch. The new ones are `value`, 0 if absent.
   */
  pad(padding: readonly number[], value?: number): Tensor;
}

export interface Slices {
  readonly starts: readonly number[];
  readonly steps: readonly number[];
  /** The result's shape. */
  readonly shape: Shape;
}

export interface Embedding extends Slices {
  readonly value: number;
}

export const sliceOps = {
  slice: shapeOp<Slices>({
    doc: "Every so many elements from a start, along each dim.",
    args: ["a"],
    shape: (_shapes, { shape }) => shape,
    vjp: [
      (g, use) => {
        const { starts, steps } = use.options;
        return applyShapeOp("embed", [g], { starts, steps, shape: use.shape(0), value: 0 });
      },
    ],
    samples: [
      { shapes: [[7, 3]], options: { starts: [1, 0], steps: [2, 1], shape: [3, 2] } },
      { shapes: [[4]], options: { starts: [3], steps: [1], shape: [0] } },
    ],
  }),
  embed: shapeOp<Embedding>({
    doc: "The elements at every so many places of a larger tensor, the others one value: what undoes slice, and pads.",
    args: ["a"],
    shape: (_shapes, { shape }) => shape,
    vjp: [
      (g, use) => {
        const { starts, steps } = use.options;
        return applyShapeOp("slice", [g], { starts, steps, shape: use.shape(0) });
      },
    ],
    samples: [{ shapes: [[3, 2]], options: { starts: [1, 0], steps: [2, 1], shape: [7, 3], value: 5 } }],
  }),
};

function integer(where: string, name: string, found: unknown): number {
  if (Number.isInteger(found)) return found as number;
  throw new TypeError(`${where}: expected an integer for ${name}, got ${String(found)}.`);
}

/** A place between elements: counted from the end if negative, and within the dim. */
const within = (place: number, size: number): number =>
  Math.max(0, Math.min(size, place < 0 ? place + size : place));

export const sliceMethods = {
  slice(this: Tensor, dim: number, start = 0, end?: number, step = 1): Tensor {
    const { shape } = this;
    const at = dimOf("slice", dim, shape);
    const size = shape[at] as number;
    const from = within(integer("slice", "start", start), size);
    const to = end === undefined ? size : within(integer("slice", "end", end), size);
    if (integer("slice", "step", step) < 1) {
      throw new RangeError(`slice: the step is ${step}, and must be at least 1; flip(dim) reverses.`);
    }
    const length = Math.max(0, Math.ceil((to - from) / step));
    return applyShapeOp("slice", [this], {
      starts: shape.map((_, d) => (d === at ? from : 0)),
      steps: shape.map((_, d) => (d === at ? step : 1)),
      shape: shape.map((full, d) => (d === at ? length : full)),
    });
  },
  at(this: Tensor, index: number, dim = 0): Tensor {
    const { shape } = this;
    const at = dimOf("at", dim, shape);
    const size = shape[at] as number;
    if (integer("at", "index", index) < -size || index >= size) {
      throw new RangeError(`at: there is no index ${index} in dim ${at} of ${show(shape)}.`);
    }
    const from = index < 0 ? index + size : index;
    return this.slice(at, from, from + 1).reshape(shape.toSpliced(at, 1));
  },
  split(this: Tensor, sizes: number | readonly number[], dim = 0): Tensor[] {
    const { shape } = this;
    const at = dimOf("split", dim, shape);
    const size = shape[at] as number;
    const list = typeof sizes === "number" ? evenly(sizes, size) : sizes;
    const total = list.reduce((sum, part) => sum + integer("split", "a size", part), 0);
    if (list.some((part) => part < 0) || total !== size) {
      throw new RangeError(
        `split: the sizes [${list.join(", ")}] do not add up to ${size}, dim ${at} of ${show(shape)}.`,
      );
    }
    let from = 0;
    return list.map((part) => {
      from += part;
      return this.slice(at, from - part, from);
    });
  },
  pad(this: Tensor, padding: readonly number[], value = 0): Tensor {
    const { shape } = this;
    if (!Array.isArray(padding) || padding.length % 2 !== 0 || padding.length > 2 * shape.length) {
      throw new RangeError(
        `pad: expected [before, after] for up to ${shape.length} dims of ${show(shape)}, last first, got [${padding}].`,
      );
    }
    if (typeof value !== "number")
      throw new TypeError(`pad: expected a number as value, got ${String(value)}.`);
    const around = (dim: number, side: 0 | 1): number =>
      integer("pad", "padding", padding[2 * (shape.length - 1 - dim) + side] ?? 0);
    const padded = shape.map((size, dim) => around(dim, 0) + size + around(dim, 1));
    const short = padded.findIndex((size) => size < 0);
    if (short >= 0)
      throw new RangeError(`pad: dim ${short} of ${show(shape)} would have the size ${padded[short]}.`);
    // Negative padding cuts off.
    const cut = shape.reduce<Tensor>((part, size, dim) => {
      const [before, after] = [Math.max(0, -around(dim, 0)), Math.max(0, -around(dim, 1))];
      return before + after === 0 ? part : part.slice(dim, before, Math.max(before, size - after));
    }, this);
    return applyShapeOp("embed", [cut], {
      starts: shape.map((_, dim) => Math.max(0, around(dim, 0))),
      steps: shape.map(() => 1),
      shape: padded,
      value,
    });
  },
};

function evenly(part: number, size: number): number[] {
  if (integer("split", "the size", part) < 1)
    throw new RangeError(`split: the size of a part is ${part}, and must be at least 1.`);
  return Array.from({ length: Math.max(1, Math.ceil(size / part)) }, (_, i) =>
    Math.min(part, size - i * part),
  );
}

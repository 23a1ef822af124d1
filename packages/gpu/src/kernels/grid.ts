import { sizeOf } from "@outgrad/engine/backend";
import type { Text, Writer } from "../kernel/writer.js";
import type { Layout, Shape } from "./recipe.js";
import { dense, joined } from "./strides.js";
import { coordinates, placeText } from "./walk.js";

/** How operands lie in columns: in dims that number the columns, and dims along which a column goes. */
export interface Grid {
  readonly key: string;
  readonly columns: number;
  readonly count: number;
  /**
   * Names where a column begins in each operand: from number `starts[i]` on, or from the first if there are none; gives
   * those names, and what names where number r of the column lies in each.
   */
  column(w: Writer, column: Text, starts?: readonly Text[]): Column;
}

export interface Column {
  readonly first: readonly Text[];
  at(r: Text): readonly Text[];
}

/** The strides of an operand: over the dims that number the columns, and over those along which they go. */
export interface Sides {
  readonly kept: readonly number[];
  readonly along: readonly number[];
}

/** Operands that have the same dims, by their strides. */
export function gridOf(kept: Shape, along: Shape, operands: readonly Sides[]): Grid {
  const across = joined(
    kept,
    operands.map((sides) => sides.kept),
  );
  const down = joined(
    along,
    operands.map((sides) => sides.along),
  );
  return {
    key: JSON.stringify([across, down]),
    columns: sizeOf(kept),
    count: sizeOf(along),
    column(w, column, starts) {
      const indices = coordinates(w, "column", column, across.shape);
      const first = across.strides.map((strides, i) =>
        w.int(`first${i}`, placeText(starts?.[i] ?? null, indices, strides)),
      );
      const at = (r: Text): readonly Text[] => {
        const steps = coordinates(w, "step", r, down.shape);
        return down.strides.map((strides, i) => placeText(first[i] as Text, steps, strides));
      };
      return { first, at };
    },
  };
}

/** One operand, with columns along some of its dims. */
export function reduced({ shape, strides }: Layout, dims: readonly number[]): Grid {
  const others = shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const pick = (list: readonly number[], chosen: readonly number[]): number[] =>
    chosen.map((dim) => list[dim] as number);
  const sides = { kept: pick(strides, others), along: pick(strides, dims) };
  return gridOf(pick(shape, others), pick(shape, dims), [sides]);
}

/** Numbers that lie one after the other, with columns along some dims. */
export const reducedShape = (shape: Shape, dims: readonly number[]): Grid => reduced(dense(shape), dims);

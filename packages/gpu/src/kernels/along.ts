import { sizeOf } from "@outgrad/engine/backend";
import type { Kernel } from "../kernel/kernel.js";
import type { Text, Writer } from "../kernel/writer.js";
import type { Shape } from "./recipe.js";

/** Numbers one after the other, seen as `outer` blocks of `count` rows of `inner`: `count` is what is worked along. */
export interface Blocks {
  readonly outer: number;
  readonly count: number;
  readonly inner: number;
}

/** The blocks of a dim. */
export const blocksOf = (shape: Shape, dim: number): Blocks => ({
  outer: sizeOf(shape.slice(0, dim)),
  count: shape[dim] as number,
  inner: sizeOf(shape.slice(dim + 1)),
});

/** Where a number is. */
export interface InBlock {
  /** Which block. */
  readonly outer: Text;
  /** Which row of it. */
  readonly row: Text;
  /** Which number of that. */
  readonly inner: Text;
  /** Which column: rows aside, which number. */
  readonly column: Text;
}

/** Names where a number is. */
export function inBlock(w: Writer, place: Text, { count, inner }: Omit<Blocks, "outer">): InBlock {
  const outer = w.int("outer", w.div(place, count * inner));
  const row = w.int("row", w.mod(w.div(place, inner), count));
  const within = w.int("inner", w.mod(place, inner));
  return { outer, row, inner: within, column: inner === 1 ? outer : `${outer} * ${inner} + ${within}` };
}

/** The place of the number in row `row` of another such array, whose blocks have `count` rows. */
export const placeIn = ({ outer, inner }: InBlock, row: Text, count: number, width: number): Text =>
  `(${outer} * ${count} + ${row}) * ${width} + ${inner}`;

/** A kernel of numbers each of which knows where it is in blocks. */
export function alongKernel(
  key: string,
  blocks: Blocks,
  inputs: number,
  write: (w: Writer, at: InBlock) => void,
): Kernel {
  const { outer, count, inner } = blocks;
  return {
    key: `${key} ${outer}x${count}x${inner}`,
    inputs,
    ints: 0,
    floats: 0,
    size: outer * count * inner,
    write: (w) => write(w, inBlock(w, w.thread, blocks)),
  };
}

import type { Floats } from "../../tensor/dtype.js";
import type { Axis, Pair } from "./axis.js";

type Axes = readonly [rows: Axis, columns: Axis];

/** How many numbers one part of a channel takes as it is laid out, and one row of it. */
export const partSize = ([rows, columns]: Axes): number => rows.reads.extent * columns.reads.extent;
export const channelSize = (axes: Axes): number =>
  partSize(axes) * axes[0].reads.parts.length * axes[1].reads.parts.length;

/** Lays one channel out from place `to`: only what is inside of it, so that the zeros around stay. */
export function copyIn(heap: Floats, to: number, data: Floats, from: number, size: Pair, axes: Axes): void {
  const rows = axes[0].reads;
  const columns = axes[1].reads;
  const { step, extent } = columns;
  const [height, width] = size;
  if (isWhole(rows, height) && isWhole(columns, width)) {
    heap.set(data.subarray(from, from + height * width), to);
    return;
  }
  let part = to;
  for (const a of rows.parts) {
    const [top, bottom] = inside(a, rows, height);
    for (const b of columns.parts) {
      const [left, right] = inside(b, columns, width);
      for (let i = top; i < bottom; i++) {
        const row = from + (a + rows.step * (rows.first + i)) * width;
        let source = row + b + step * (columns.first + left);
        const end = part + i * extent + right;
        for (let at = part + i * extent + left; at < end; at++) {
          heap[at] = data[source] as number;
          source += step;
        }
      }
      part += rows.extent * extent;
    }
  }
}

/** Whether the one part is all that there is, without zeros around. */
const isWhole = ({ step, first, extent }: Axis["reads"], size: number): boolean =>
  step === 1 && first === 0 && extent === size;

/** The elements of a part that lie inside. */
function inside(
  part: number,
  { step, first, extent }: Axis["reads"],
  size: number,
): readonly [number, number] {
  const within = (i: number): number => Math.max(0, Math.min(extent, i));
  return [within(Math.ceil(-part / step) - first), within(Math.ceil((size - part) / step) - first)];
}

/** Writes one part of a channel of the result, whose rows lie `stride` apart in the heap, and adds a number. */
export function copyOut(
  heap: Floats,
  from: number,
  stride: number,
  data: Floats,
  to: number,
  width: number,
  rows: Axis["results"][number],
  columns: Axis["results"][number],
  bias: number,
): void {
  const { step, count } = columns;
  if (step === 1 && rows.step === 1 && count === stride && count === width && bias === 0) {
    data.set(heap.subarray(from, from + rows.count * count), to);
    return;
  }
  for (let i = 0; i < rows.count; i++) {
    let target = to + (rows.start + rows.step * i) * width + columns.start;
    const start = from + i * stride;
    const end = start + count;
    for (let at = start; at < end; at++) {
      data[target] = (heap[at] as number) + bias;
      target += step;
    }
  }
}

import type { Matrix, Row } from "./matrix.js";

/** Of so many numbers a loop is done before a call is. */
const few = 48;

type Reals = Float32Array | Float64Array;

/** Where a copied block lies: the index of its first element in the heap, and its strides. */
export interface Placed {
  at: number;
  rowStride: number;
  columnStride: number;
}

/**
 * Copies a block of a matrix, from row `i` and column `j`, to a heap, and says where it lies there. The heap needs room
 * at `to` for twice the block.
 *
 * One call copies a block that nearly fills the stretch of memory it lies in, with its strides; one call for each line
 * copies lines that are whole; only what is scattered goes element by element.
 */
export function copyIn(
  heap: Reals,
  to: number,
  matrix: Matrix,
  i: number,
  rows: number,
  j: number,
  columns: number,
  placed: Placed,
): void {
  const { data, rowStride, columnStride } = matrix;
  const start = matrix.offset + i * rowStride + j * columnStride;
  const down = (rows - 1) * rowStride;
  const across = (columns - 1) * columnStride;
  const length = 1 + Math.abs(down) + Math.abs(across);
  if (length <= 2 * rows * columns) {
    const first = start + Math.min(0, down) + Math.min(0, across);
    heap.set(length === data.length ? data : data.subarray(first, first + length), to);
    placed.at = to + start - first;
    placed.rowStride = rowStride;
    placed.columnStride = columnStride;
    return;
  }
  placed.at = to;
  const byColumns = rowStride === 1;
  placed.rowStride = byColumns ? 1 : columns;
  placed.columnStride = byColumns ? rows : 1;
  if (byColumns) copyLines(heap, to, data, start, columns, columnStride, rows, 1);
  else copyLines(heap, to, data, start, rows, rowStride, columns, columnStride);
}

function copyLines(
  heap: Reals,
  to: number,
  data: Reals,
  start: number,
  lines: number,
  stride: number,
  size: number,
  step: number,
): void {
  for (let line = 0; line < lines; line++) {
    const from = start + line * stride;
    const target = to + line * size;
    if (step === 1 && size > few) heap.set(data.subarray(from, from + size), target);
    else for (let e = 0; e < size; e++) heap[target + e] = data[from + e * step] as number;
  }
}

/** Copies a block between out, whose columns lie together, and a heap where it lies row by row. */
export function copyOut(
  heap: Reals,
  from: number,
  { data, offset, rowStride }: Matrix,
  i: number,
  rows: number,
  j: number,
  columns: number,
  way: "to heap" | "from heap",
): void {
  const lines = rowStride === columns ? 1 : rows;
  const size = rowStride === columns ? rows * columns : columns;
  for (let line = 0; line < lines; line++) {
    const source = from + line * size;
    const target = offset + (i + line) * rowStride + j;
    if (way === "to heap") heap.set(data.subarray(target, target + size), source);
    else data.set(heap.subarray(source, source + size), target);
  }
}

/** Writes `columns` numbers of a row, from number j on, to each of `rows` rows of a heap. */
export function repeatRow(
  heap: Reals,
  to: number,
  { data, offset, stride }: Row,
  j: number,
  rows: number,
  columns: number,
): void {
  for (let c = 0; c < columns; c++) heap[to + c] = data[offset + (j + c) * stride] as number;
  for (let done = columns; done < rows * columns; done *= 2) {
    heap.copyWithin(to + done, to, to + Math.min(done, rows * columns - done));
  }
}

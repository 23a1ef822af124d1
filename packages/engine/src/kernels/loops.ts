import type { Floats } from "../tensor/dtype.js";
import type { Shape } from "../tensor/shape.js";
import type { Strided } from "../tensor/strided.js";

/** Where a kernel finds an operand: element [row, column] is `data[at + row * this.row + column * this.column]`. */
export interface Cursor {
  data: Floats;
  at: number;
  row: number;
  column: number;
}

/**
 * An elementwise kernel: for each element of `rows` x `columns`, a function of the operands, written to `out` one after
 * the other from `at`. All arrays have the dtype that the kernel is printed for.
 */
export type LoopKernel = (
  rows: number,
  columns: number,
  out: Floats,
  at: number,
  params: readonly number[],
  x: Cursor,
  y: Cursor,
  z: Cursor,
  w: Cursor,
) => void;

const nothing = new Float64Array(0);
const cursor = (): Cursor => ({ data: nothing, at: 0, row: 0, column: 0 });
// One set for all: kernels do not call each other.
const x = cursor();
const y = cursor();
const z = cursor();
const w = cursor();
const cursors = [x, y, z, w];

/** Runs a kernel over operands that broadcast to `shape`, into a contiguous array of that many elements. */
export function runLoops(
  kernel: LoopKernel,
  out: Floats,
  shape: Shape,
  params: readonly number[],
  a: Strided,
  b?: Strided,
  c?: Strided,
  d?: Strided,
): void {
  const size = out.length;
  if (size === 0) return;
  // Elements that lie as those of the result do, and a single number, need no strides: nearly all calls.
  if (flat(x, a, size) && flat(y, b, size) && flat(z, c, size) && flat(w, d, size)) {
    kernel(1, size, out, 0, params, x, y, z, w);
    return;
  }
  // Some are repeated as whole rows, as a bias is.
  const row =
    rowOf(a, shape, size) || rowOf(b, shape, size) || rowOf(c, shape, size) || rowOf(d, shape, size);
  const inRows =
    row > 0 &&
    layRows(x, a, shape, size, row) &&
    layRows(y, b, shape, size, row) &&
    layRows(z, c, shape, size, row) &&
    layRows(w, d, shape, size, row);
  if (inRows) {
    kernel(size / row, row, out, 0, params, x, y, z, w);
  } else {
    runStrided(
      kernel,
      out,
      shape,
      params,
      [a, b, c, d].filter((operand) => operand !== undefined) as Strided[],
    );
  }
}

function flat(to: Cursor, from: Strided | undefined, size: number): boolean {
  if (from === undefined) return true;
  const one = from.size === 1 || isOneNumber(from.strides);
  if (!one && !(from.contiguous && from.size === size)) return false;
  to.data = from.data;
  to.at = from.offset;
  to.row = 0;
  to.column = one ? 0 : 1;
  return true;
}

/** The size of an operand that fills the last dims of `shape` and is repeated along the others; else 0. */
function rowOf(from: Strided | undefined, shape: Shape, size: number): number {
  if (from === undefined || !from.contiguous || from.size === 1 || from.size === size) return 0;
  const own = from.shape;
  let dim = 1;
  while (dim <= own.length && own[own.length - dim] === shape[shape.length - dim]) dim++;
  for (; dim <= own.length; dim++) if (own[own.length - dim] !== 1) return 0;
  return from.size;
}

function layRows(to: Cursor, from: Strided | undefined, shape: Shape, size: number, row: number): boolean {
  if (from === undefined) return true;
  if (flat(to, from, size)) {
    to.row = to.column * row;
    return true;
  }
  if (rowOf(from, shape, size) !== row) return false;
  to.data = from.data;
  to.at = from.offset;
  to.row = 0;
  to.column = 1;
  return true;
}

/** Whether all elements are the same number, as in the gradient of a sum. */
function isOneNumber(strides: readonly number[]): boolean {
  for (let dim = strides.length - 1; dim >= 0; dim--) if (strides[dim] !== 0) return false;
  return true;
}

/** The strides of an operand as it is repeated to fill `shape`. */
export function repeated(from: Pick<Strided, "shape" | "strides">, shape: Shape): number[] {
  const missing = shape.length - from.shape.length;
  return shape.map((_, dim) =>
    (from.shape[dim - missing] ?? 1) === 1 ? 0 : (from.strides[dim - missing] as number),
  );
}

function runStrided(
  kernel: LoopKernel,
  out: Floats,
  shape: Shape,
  params: readonly number[],
  operands: readonly Strided[],
): void {
  const { sizes, strides } = joinDims(
    shape,
    operands.map((operand) => repeated(operand, shape)),
  );
  const columns = sizes.pop() as number;
  const rows = sizes.pop() ?? 1;
  operands.forEach((operand, i) => {
    const cursor = cursors[i] as Cursor;
    const own = strides[i] as number[];
    cursor.data = operand.data;
    cursor.at = operand.offset;
    cursor.column = own.pop() as number;
    cursor.row = own.pop() ?? 0;
  });
  const block = rows * columns;
  const index = sizes.map(() => 0);
  for (let at = 0; at < out.length; at += block) {
    kernel(rows, columns, out, at, params, x, y, z, w);
    advance(index, sizes, strides);
  }
}

/** Moves the cursors to the next block, as an odometer. */
function advance(index: number[], sizes: readonly number[], strides: readonly (readonly number[])[]): void {
  for (let dim = sizes.length - 1; dim >= 0; dim--) {
    const size = sizes[dim] as number;
    const next = (index[dim] as number) + 1;
    const wraps = next === size;
    index[dim] = wraps ? 0 : next;
    for (let i = 0; i < strides.length; i++) {
      const step = (strides[i] as number[])[dim] as number;
      (cursors[i] as Cursor).at += wraps ? step * (1 - size) : step;
    }
    if (!wraps) return;
  }
}

/** Fewer dims for the same walk: those of size 1 are left out, and neighbours that all operands pass evenly are one. */
function joinDims(shape: Shape, all: readonly number[][]): { sizes: number[]; strides: number[][] } {
  const sizes: number[] = [];
  const strides: number[][] = all.map(() => []);
  for (let dim = 0; dim < shape.length; dim++) {
    const size = shape[dim] as number;
    if (size === 1) continue;
    const last = sizes.length - 1;
    const joins =
      last >= 0 && all.every((own, i) => (strides[i] as number[])[last] === (own[dim] as number) * size);
    if (joins) sizes[last] = (sizes[last] as number) * size;
    else sizes.push(size);
    all.forEach((own, i) => {
      (strides[i] as number[])[joins ? last : sizes.length - 1] = own[dim] as number;
    });
  }
  if (sizes.length === 0) {
    sizes.push(1);
    for (const own of strides) own.push(0);
  }
  return { sizes, strides };
}

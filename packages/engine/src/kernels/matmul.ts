import { allocate } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { dense, type Strided, view } from "../tensor/strided.js";
import { along } from "./blocks.js";
import { gemm, type Matrix } from "./gemm.js";
import { repeated } from "./loops.js";

/** Matrix products, by gemm. */
export const matmulKernels = {
  matmul([left, right]: readonly Strided[], shape: Shape): Strided {
    const a = asRow(left as Strided);
    const b = asColumn(right as Strided);
    const [m, k] = a.shape.slice(-2) as [number, number];
    const n = b.shape.at(-1) as number;
    const out = allocate(a.dtype, sizeOf(shape));
    const result = dense(out, a.dtype, shape);
    if (out.length === 0) return result;
    // One matrix on the right of a whole batch: all rows are one matrix.
    if (b.shape.length === 2 && a.shape.length > 2 && a.contiguous) {
      gemm(out.length / n, n, k, matrix(a, a.offset, k, 1), last(b, b.offset), rows(result, 0, n));
      return result;
    }
    const batch = batchOf(a.shape, b.shape);
    const [fromA, fromB] = [places(a, batch), places(b, batch)];
    for (let i = 0; i < fromA.length; i++) {
      gemm(m, n, k, last(a, fromA[i] as number), last(b, fromB[i] as number), rows(result, i * m * n, n));
    }
    return result;
  },
  linear([x, weight, bias]: readonly Strided[], shape: Shape): Strided {
    const input = x as Strided;
    const w = weight as Strided;
    const [n, k] = w.shape as [number, number];
    const out = allocate(input.dtype, sizeOf(shape));
    const result = dense(out, input.dtype, shape);
    if (out.length === 0) return result;
    const plain = input.shape.length === 2 ? last(input, input.offset) : allRows(input, k);
    const transposed = matrix(w, w.offset, w.strides[1] as number, w.strides[0] as number);
    const row = bias ? { data: bias.data, offset: bias.offset, stride: bias.strides[0] as number } : null;
    gemm(out.length / n, n, k, plain, transposed, rows(result, 0, n), false, row);
    return result;
  },
};

const asRow = (a: Strided): Strided =>
  a.shape.length === 1 ? view(a, [1, a.size], [0, a.strides[0] as number], a.offset) : a;
const asColumn = (b: Strided): Strided =>
  b.shape.length === 1 ? view(b, [b.size, 1], [b.strides[0] as number, 0], b.offset) : b;

const matrix = ({ data }: Strided, offset: number, rowStride: number, columnStride: number): Matrix => ({
  data,
  offset,
  rowStride,
  columnStride,
});

/** The matrix of the last two dims that begins at `offset`. */
const last = (x: Strided, offset: number): Matrix =>
  matrix(x, offset, x.strides.at(-2) as number, x.strides.at(-1) as number);

const rows = (x: Strided, offset: number, n: number): Matrix => matrix(x, offset, n, 1);

/** All rows of a batch as one matrix. */
function allRows(x: Strided, k: number): Matrix {
  const { data, at } = along(x, 0, x.shape.length);
  return { data, offset: at, rowStride: k, columnStride: 1 };
}

/** The dims before the last two, as both broadcast to. */
function batchOf(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length) - 2;
  return Array.from({ length: rank }, (_, i) => {
    const fromA = a[i + a.length - 2 - rank] ?? 1;
    return fromA === 1 ? (b[i + b.length - 2 - rank] ?? 1) : fromA;
  });
}

/** Where each matrix of the batch begins. */
function places(x: Strided, batch: Shape): readonly number[] {
  if (batch.length === 0) return [x.offset];
  const shape = x.shape.slice(0, -2);
  const strides = repeated(view(x, shape, x.strides.slice(0, -2), x.offset), batch);
  let found = [x.offset];
  batch.forEach((size, dim) => {
    const step = strides[dim] as number;
    found = found.flatMap((at) => Array.from({ length: size }, (_, i) => at + i * step));
  });
  return found;
}

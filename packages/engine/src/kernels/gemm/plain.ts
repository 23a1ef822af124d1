import { run } from "./blocks.js";
import type { Matrix, Multiply, Row } from "./matrix.js";

/** A tile, and how many columns of b are copied at once. */
const tileRows = 2;
const tileColumns = 4;
const block = 512;

const rowsOfA = new Float64Array(tileRows * run);
let columnsOfB = new Float64Array(tileColumns * run);
const sums = new Float64Array(tileRows * tileColumns);

/**
 * The product in JavaScript alone, in doubles: what serves without WebAssembly, and for matrices so small that a call
 * into it costs more. The lines of a tile are copied together first, so that strides cost nothing in the inner loop.
 */
export const plainGemm: Multiply = (m, n, k, a, b, out, accumulate, bias) => {
  if (bias) repeat(bias, m, n, out);
  const adds = accumulate || Boolean(bias);
  const room = Math.min(k, run) * (Math.min(n, block) + tileColumns);
  if (columnsOfB.length < room) columnsOfB = new Float64Array(room);
  for (let p = 0; p < k || p === 0; p += run) {
    const terms = Math.min(k - p, run);
    for (let j = 0; j < n; j += block) {
      const columns = Math.min(n - j, block);
      for (let c = 0; c < columns; c += tileColumns) {
        const from = b.offset + p * b.rowStride + (j + c) * b.columnStride;
        pack(
          columnsOfB,
          c * terms,
          tileColumns,
          b.data,
          from,
          b.columnStride,
          b.rowStride,
          columns - c,
          terms,
        );
      }
      for (let i = 0; i < m; i += tileRows) {
        const from = a.offset + i * a.rowStride + p * a.columnStride;
        pack(rowsOfA, 0, tileRows, a.data, from, a.rowStride, a.columnStride, m - i, terms);
        for (let c = 0; c < columns; c += tileColumns) {
          multiply(rowsOfA, columnsOfB, c * terms, terms);
          store(out, i, Math.min(m - i, tileRows), j + c, Math.min(columns - c, tileColumns), adds || p > 0);
        }
      }
    }
  }
};

/** Writes a row to every row of out. */
function repeat(bias: Row, m: number, n: number, { data, offset, rowStride, columnStride }: Matrix): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      data[offset + i * rowStride + j * columnStride] = bias.data[bias.offset + j * bias.stride] as number;
    }
  }
}

/** Brings `width` lines together, `terms` numbers of each; where there are fewer lines, zeros. */
function pack(
  to: Float64Array,
  at: number,
  width: number,
  from: Float32Array | Float64Array,
  start: number,
  line: number,
  step: number,
  lines: number,
  terms: number,
): void {
  for (let l = 0; l < width; l++) {
    let source = start + l * line;
    for (let p = 0, target = at + l; p < terms; p++, source += step, target += width) {
      to[target] = l < lines ? (from[source] as number) : 0;
    }
  }
}

/** The product of the packed rows with the packed columns at `at`, into `sums`. */
function multiply(rows: Float64Array, columns: Float64Array, at: number, terms: number): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let t0 = 0;
  let t1 = 0;
  let t2 = 0;
  let t3 = 0;
  for (let p = 0, q = at; p < tileRows * terms; p += tileRows, q += tileColumns) {
    const a0 = rows[p] as number;
    const a1 = rows[p + 1] as number;
    const b0 = columns[q] as number;
    const b1 = columns[q + 1] as number;
    const b2 = columns[q + 2] as number;
    const b3 = columns[q + 3] as number;
    s0 += a0 * b0;
    s1 += a0 * b1;
    s2 += a0 * b2;
    s3 += a0 * b3;
    t0 += a1 * b0;
    t1 += a1 * b1;
    t2 += a1 * b2;
    t3 += a1 * b3;
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
  sums[4] = t0;
  sums[5] = t1;
  sums[6] = t2;
  sums[7] = t3;
}

/** Writes the part of `sums` that lies inside of out. */
function store(out: Matrix, i: number, rows: number, j: number, columns: number, add: boolean): void {
  const { data, rowStride, columnStride } = out;
  for (let r = 0; r < rows; r++) {
    let target = out.offset + (i + r) * rowStride + j * columnStride;
    for (let c = 0; c < columns; c++, target += columnStride) {
      const sum = sums[tileColumns * r + c] as number;
      data[target] = add ? (data[target] as number) + sum : sum;
    }
  }
}

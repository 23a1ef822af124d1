import type { Floats } from "../tensor/dtype.js";
import { allocate } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { contiguous, dense, type Strided } from "../tensor/strided.js";
import type { Pair } from "./conv/axis.js";
import { Remembered } from "./remembered.js";

/** Windows of images: window p, q has the taps p * stride - padding + k * dilation that are inside. */
export interface Windows {
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly kernel: Pair;
  readonly input: Pair;
  readonly output: Pair;
}

/** Spans of one dim: from `starts` up to but not including `ends`, and what each sum is divided by. */
export interface Spans {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly counts: readonly number[];
}

/** Means over all pairs of a span of rows and a span of columns of images of that size. */
export interface Means {
  readonly rows: Spans;
  readonly columns: Spans;
  readonly input: Pair;
}

/** For each window along a dim, its first tap that is inside, and how many are. */
function inside(windows: Windows, dim: 0 | 1): { readonly first: Int32Array; readonly count: Int32Array } {
  const size = windows.input[dim];
  const step = windows.dilation[dim];
  const first = new Int32Array(windows.output[dim]);
  const count = new Int32Array(first.length);
  for (let p = 0; p < first.length; p++) {
    const start = p * windows.stride[dim] - windows.padding[dim];
    const skipped = Math.max(0, Math.ceil(-start / step));
    const taps = Math.min(windows.kernel[dim], Math.ceil((size - start) / step));
    first[p] = start + skipped * step;
    count[p] = Math.max(0, taps - skipped);
  }
  return { first, count };
}

const known = new Remembered<Windows, Int32Array>();

const winners = (x: Strided, windows: Windows): Int32Array =>
  known.of(x, windows, () => findWinners(x, windows));

/**
 * For each window the place of its greatest number in the array: the first of several, a NaN before any number. -1 for
 * a window without taps.
 */
function findWinners({ data, offset, size }: Strided, windows: Windows): Int32Array {
  const { input, dilation } = windows;
  const rows = inside(windows, 0);
  const columns = inside(windows, 1);
  const plane = input[0] * input[1];
  const down = dilation[0] * input[1];
  const across = dilation[1];
  const planes = plane === 0 ? 0 : size / plane;
  const found = new Int32Array(planes * rows.first.length * columns.first.length);
  let to = 0;
  for (let start = offset; start < offset + size; start += plane) {
    for (let p = 0; p < rows.first.length; p++) {
      const row = start + (rows.first[p] as number) * input[1];
      const height = rows.count[p] as number;
      for (let q = 0; q < columns.first.length; q++) {
        const width = columns.count[q] as number;
        let line = row + (columns.first[q] as number);
        let place = -1;
        let best = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < height; i++, line += down) {
          for (let j = 0, at = line; j < width; j++, at += across) {
            const x = data[at] as number;
            // Written so that the first one comes in, and a NaN, which stays.
            if ((x <= best || Number.isNaN(best)) && place >= 0) continue;
            best = x;
            place = at;
          }
        }
        found[to++] = place;
      }
    }
  }
  return found;
}

/** What is at places of an array; of none, -Infinity. */
function pick(data: Floats, shift: number, places: Int32Array, out: Floats): void {
  for (let i = 0; i < places.length; i++) {
    const at = places[i] as number;
    out[i] = at < 0 ? Number.NEGATIVE_INFINITY : (data[at + shift] as number);
  }
}

export const poolKernels = {
  maxPool2d([x]: readonly Strided[], shape: Shape, windows: Windows): Strided {
    const input = contiguous(x as Strided);
    const out = allocate(input.dtype, sizeOf(shape));
    pick(input.data, 0, winners(input, windows), out);
    return dense(out, input.dtype, shape);
  },
  maxPoolGather2d([x, values]: readonly Strided[], shape: Shape, windows: Windows): Strided {
    const input = contiguous(x as Strided);
    const from = contiguous(values as Strided);
    const out = allocate(input.dtype, sizeOf(shape));
    const places = winners(input, windows);
    pick(from.data, from.offset - input.offset, places, out);
    for (let i = 0; i < places.length; i++) if ((places[i] as number) < 0) out[i] = 0;
    return dense(out, input.dtype, shape);
  },
  maxPoolScatter2d([x, g]: readonly Strided[], shape: Shape, windows: Windows): Strided {
    const input = contiguous(x as Strided);
    const from = contiguous(g as Strided);
    const out = allocate(input.dtype, input.size);
    const places = winners(input, windows);
    const { data, offset } = from;
    for (let i = 0; i < places.length; i++) {
      const at = (places[i] as number) - input.offset;
      if (at >= 0) out[at] = (out[at] as number) + (data[offset + i] as number);
    }
    return dense(out, input.dtype, shape);
  },
  avgPool2d([x]: readonly Strided[], shape: Shape, { rows, columns, input }: Means): Strided {
    const from = contiguous(x as Strided);
    const { data } = from;
    const out = allocate(from.dtype, sizeOf(shape));
    let to = 0;
    let plane = from.offset;
    for (; to < out.length; plane += input[0] * input[1]) {
      for (let p = 0; p < rows.starts.length; p++) {
        const bottom = rows.ends[p] as number;
        for (let q = 0; q < columns.starts.length; q++) {
          const left = columns.starts[q] as number;
          const right = columns.ends[q] as number;
          let sum = 0;
          for (let i = rows.starts[p] as number; i < bottom; i++) {
            const line = plane + i * input[1];
            for (let at = line + left; at < line + right; at++) sum += data[at] as number;
          }
          out[to++] = sum / ((rows.counts[p] as number) * (columns.counts[q] as number));
        }
      }
    }
    return dense(out, from.dtype, shape);
  },
  avgPoolSpread2d([g]: readonly Strided[], shape: Shape, { rows, columns, input }: Means): Strided {
    const from = contiguous(g as Strided);
    const { data } = from;
    const out = allocate(from.dtype, sizeOf(shape));
    let source = from.offset;
    let plane = 0;
    for (; plane < out.length; plane += input[0] * input[1]) {
      for (let p = 0; p < rows.starts.length; p++) {
        const bottom = rows.ends[p] as number;
        for (let q = 0; q < columns.starts.length; q++) {
          const left = columns.starts[q] as number;
          const right = columns.ends[q] as number;
          const count = (rows.counts[p] as number) * (columns.counts[q] as number);
          const share = (data[source++] as number) / count;
          for (let i = rows.starts[p] as number; i < bottom; i++) {
            const line = plane + i * input[1];
            for (let at = line + left; at < line + right; at++) out[at] = (out[at] as number) + share;
          }
        }
      }
    }
    return dense(out, from.dtype, shape);
  },
};

import type { Floats } from "../tensor/dtype.js";
import { allocate, allocateZeros } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { contiguous, dense, type Strided } from "../tensor/strided.js";
import type { Pair } from "./conv/axis.js";
import { patience } from "./patience.js";
import { WasmWinners } from "./pool/wasm.js";
import { plainWinners, type Windows } from "./pool/winners.js";
import { Remembered } from "./remembered.js";

export type { Windows } from "./pool/winners.js";

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

const known = new Remembered<Windows, Int32Array>();

const inWasm = patience(1 << 17, 256, (heap) => new WasmWinners(heap));

/** For each window the place of its greatest number; see plainWinners. */
const winners = (x: Strided, windows: Windows): Int32Array =>
  known.of(x, windows, () => inWasm(x.size)?.find(x, windows) ?? plainWinners(x, windows));

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
    const out = allocateZeros(input.dtype, input.size);
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
    const out = allocateZeros(from.dtype, sizeOf(shape));
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

import type { Strided } from "../../tensor/strided.js";
import type { Pair } from "../conv/axis.js";

/** Windows of images: window p, q has the taps p * stride - padding + k * dilation that are inside. */
export interface Windows {
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly kernel: Pair;
  readonly input: Pair;
  readonly output: Pair;
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

/**
 * The floor, in JavaScript: for each window the place of its greatest number in the array: the first of several, a NaN before any number. -1 for
 * a window without taps.
 */
export function plainWinners({ data, offset, size }: Strided, windows: Windows): Int32Array {
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

import type { Floats } from "../tensor/dtype.js";
import { allocate } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { contiguous, dense, type Strided } from "../tensor/strided.js";

/** Which numbers are taken together: those that agree in the dims from `first` up to but not including `last`. */
export interface Standard {
  readonly first: number;
  readonly last: number;
  /** Whether the mean is taken away first. */
  readonly centered: boolean;
  /** Added to the mean square, so that it is never 0. */
  readonly eps: number;
}

/** The numbers taken together lie in `outer` stretches of `inner`, each `step` after the one before. */
interface Groups {
  readonly outer: number;
  readonly kept: number;
  readonly inner: number;
  readonly step: number;
}

function groupsOf(shape: Shape, { first, last }: Standard): Groups {
  const kept = sizeOf(shape.slice(first, last));
  const inner = sizeOf(shape.slice(last));
  return { outer: sizeOf(shape.slice(0, first)), kept, inner, step: kept * inner };
}

/** The sum of one group of numbers, less a shift: by four sums at once in each stretch. */
function sum(data: Floats, at: number, { outer, inner, step }: Groups): number {
  let total = 0;
  for (let o = 0, from = at; o < outer; o++, from += step) {
    let [a, b, c, d] = [0, 0, 0, 0];
    const end = from + inner;
    let i = from;
    for (; i + 3 < end; i += 4) {
      a += data[i] as number;
      b += data[i + 1] as number;
      c += data[i + 2] as number;
      d += data[i + 3] as number;
    }
    for (; i < end; i++) a += data[i] as number;
    total += a + b + (c + d);
  }
  return total;
}

/** The sum of squares of one group, less its mean: a second pass, so that a large offset costs no digits. */
function squares(data: Floats, at: number, { outer, inner, step }: Groups, mean: number): number {
  let total = 0;
  for (let o = 0, from = at; o < outer; o++, from += step) {
    let [a, b] = [0, 0];
    const end = from + inner;
    let i = from;
    for (; i + 1 < end; i += 2) {
      const x = (data[i] as number) - mean;
      const y = (data[i + 1] as number) - mean;
      a += x * x;
      b += y * y;
    }
    if (i < end) a += ((data[i] as number) - mean) ** 2;
    total += a + b;
  }
  return total;
}

/** Calls f for each group with its start, its mean and 1 / sqrt(mean square + eps), in doubles. */
function eachGroup(
  { data, offset }: Strided,
  groups: Groups,
  { centered, eps }: Standard,
  f: (from: number, mean: number, scale: number) => void,
): void {
  const count = groups.outer * groups.inner;
  for (let k = 0; k < groups.kept; k++) {
    const at = offset + k * groups.inner;
    const mean = centered ? sum(data, at, groups) / count : 0;
    f(k * groups.inner, mean, 1 / Math.sqrt(squares(data, at, groups, mean) / count + eps));
  }
}

export const standardizeKernels = {
  standardize([x]: readonly Strided[], shape: Shape, options: Standard): Strided {
    const input = contiguous(x as Strided);
    const { data, offset } = input;
    const groups = groupsOf(shape, options);
    const { outer, inner, step } = groups;
    const out = allocate(input.dtype, input.size);
    eachGroup(input, groups, options, (from, mean, scale) => {
      for (let o = 0, start = from; o < outer; o++, start += step) {
        for (let i = start; i < start + inner; i++) out[i] = ((data[offset + i] as number) - mean) * scale;
      }
    });
    return dense(out, input.dtype, shape);
  },
  standardizeGrad([g, x]: readonly Strided[], shape: Shape, options: Standard): Strided {
    const [gradient, input] = [contiguous(g as Strided), contiguous(x as Strided)];
    const { data, offset } = input;
    const { data: slopes, offset: slopesAt } = gradient;
    const groups = groupsOf(shape, options);
    const { outer, inner, step } = groups;
    const count = outer * inner;
    const out = allocate(input.dtype, input.size);
    eachGroup(input, groups, options, (from, mean, scale) => {
      let [total, along] = [0, 0];
      for (let o = 0, start = from; o < outer; o++, start += step) {
        for (let i = start; i < start + inner; i++) {
          const slope = slopes[slopesAt + i] as number;
          total += slope;
          along += slope * ((data[offset + i] as number) - mean);
        }
      }
      const shift = options.centered ? total / count : 0;
      const tilt = (along / count) * scale * scale;
      for (let o = 0, start = from; o < outer; o++, start += step) {
        for (let i = start; i < start + inner; i++) {
          const off = (data[offset + i] as number) - mean;
          out[i] = ((slopes[slopesAt + i] as number) - shift - off * tilt) * scale;
        }
      }
    });
    return dense(out, input.dtype, shape);
  },
};

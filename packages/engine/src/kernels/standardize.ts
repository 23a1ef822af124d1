import { allocate } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { contiguous, dense, type Strided } from "../tensor/strided.js";
import { dots, type Factor, project, squares, sum, write, writeSlopes } from "./standardize/stretch.js";

/** Which numbers are taken together: those that agree in the dims from `first` up to but not including `last`. */
export interface Standard {
  readonly first: number;
  readonly last: number;
  /** Whether the mean is taken away first. */
  readonly centered: boolean;
  /** Added to the mean square, so that it is never 0. */
  readonly eps: number;
  /** The dims that weight and bias have: those that numbers agree in, or those after them. */
  readonly weighs: "kept" | "rest";
}

/** Numbers in `outer` blocks of `kept` stretches of `inner`: those of one stretch in all blocks are taken together. */
interface Layout {
  readonly outer: number;
  readonly kept: number;
  readonly inner: number;
}

const layoutOf = (shape: Shape, { first, last }: Standard): Layout => ({
  outer: sizeOf(shape.slice(0, first)),
  kept: sizeOf(shape.slice(first, last)),
  inner: sizeOf(shape.slice(last)),
});

function factorOf(given: Strided | undefined, like: Strided, { weighs }: Standard, usual: number): Factor {
  if (given === undefined) return { data: allocate(like.dtype, 1).fill(usual), at: 0, kept: 0, inner: 0 };
  const { data, offset } = contiguous(given);
  return weighs === "kept"
    ? { data, at: offset, kept: 1, inner: 0 }
    : { data, at: offset, kept: 0, inner: 1 };
}

interface Moments {
  readonly means: Float64Array;
  /** 1 / sqrt(mean square + eps) */
  readonly scales: Float64Array;
}

/** Those that were found last of these numbers, which never change: the gradients ask for them again. */
const known = new WeakMap<Strided, { readonly options: Standard; readonly moments: Moments }>();

function momentsOf(x: Strided, layout: Layout, options: Standard): Moments {
  const before = known.get(x);
  if (before?.options === options) return before.moments;
  const moments = findMoments(x, layout, options);
  known.set(x, { options, moments });
  return moments;
}

/** Of each stretch, in doubles and in two passes, so that a large offset costs no digits. */
function findMoments({ data, offset }: Strided, layout: Layout, { centered, eps }: Standard): Moments {
  const { outer, kept, inner } = layout;
  const means = new Float64Array(kept);
  const scales = new Float64Array(kept);
  const count = outer * inner;
  if (centered) {
    for (let o = 0, at = offset; o < outer; o++) {
      for (let k = 0; k < kept; k++, at += inner) means[k] = (means[k] as number) + sum(data, at, inner);
    }
    for (let k = 0; k < kept; k++) means[k] = (means[k] as number) / count;
  }
  for (let o = 0, at = offset; o < outer; o++) {
    for (let k = 0; k < kept; k++, at += inner) {
      scales[k] = (scales[k] as number) + squares(data, at, inner, means[k] as number);
    }
  }
  for (let k = 0; k < kept; k++) scales[k] = 1 / Math.sqrt((scales[k] as number) / count + eps);
  return { means, scales };
}

export const standardizeKernels = {
  standardize([x, weight, bias]: readonly Strided[], shape: Shape, options: Standard): Strided {
    const input = contiguous(x as Strided);
    const layout = layoutOf(shape, options);
    const { kept, inner } = layout;
    const { means, scales } = momentsOf(input, layout, options);
    const [w, b] = [factorOf(weight, input, options, 1), factorOf(bias, input, options, 0)];
    const out = allocate(input.dtype, input.size);
    const { data, offset } = input;
    for (let to = 0, k = 0; to < out.length; to += inner, k = k + 1 === kept ? 0 : k + 1) {
      write(out, to, data, offset + to, inner, means[k] as number, scales[k] as number, w, b, k);
    }
    return dense(out, input.dtype, shape);
  },
  standardizeGrad([g, x, weight]: readonly Strided[], shape: Shape, options: Standard): Strided {
    const [slopes, input] = [contiguous(g as Strided), contiguous(x as Strided)];
    const layout = layoutOf(shape, options);
    const { outer, kept, inner } = layout;
    const { means, scales } = momentsOf(input, layout, options);
    const w = factorOf(weight, input, options, 1);
    const out = allocate(input.dtype, input.size);
    const [from, at] = [slopes.offset, input.offset];
    const sums = new Float64Array(2 * kept);
    for (let to = 0, k = 0; to < out.length; to += inner, k = k + 1 === kept ? 0 : k + 1) {
      project(sums, slopes.data, from + to, input.data, at + to, inner, means[k] as number, w, k);
    }
    const count = outer * inner;
    for (let to = 0, k = 0; to < out.length; to += inner, k = k + 1 === kept ? 0 : k + 1) {
      const scale = scales[k] as number;
      const shift = options.centered ? (sums[2 * k] as number) / count : 0;
      const tilt = ((sums[2 * k + 1] as number) / count) * scale * scale;
      const mean = means[k] as number;
      writeSlopes(
        out,
        to,
        slopes.data,
        from + to,
        input.data,
        at + to,
        inner,
        mean,
        scale,
        shift,
        tilt,
        w,
        k,
      );
    }
    return dense(out, input.dtype, shape);
  },
  standardizeWeight([g, x]: readonly Strided[], shape: Shape, options: Standard): Strided {
    const [slopes, input] = [contiguous(g as Strided), contiguous(x as Strided)];
    const layout = layoutOf(input.shape, options);
    const { kept, inner } = layout;
    const { means, scales } = momentsOf(input, layout, options);
    const { data, offset, size } = input;
    const sums = new Float64Array(sizeOf(shape));
    const one = options.weighs === "kept" ? 1 : 0;
    for (let at = 0, k = 0; at < size; at += inner, k = k + 1 === kept ? 0 : k + 1) {
      dots(
        sums,
        k * one,
        1 - one,
        slopes.data,
        slopes.offset + at,
        data,
        offset + at,
        inner,
        means[k] as number,
        scales[k] as number,
      );
    }
    return dense(input.dtype === "float64" ? sums : Float32Array.from(sums), input.dtype, shape);
  },
};

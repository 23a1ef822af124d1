import { allocate } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { contiguous, dense, type Strided } from "../tensor/strided.js";
import { patience } from "./patience.js";
import { Remembered } from "./remembered.js";
import { type Run, WasmRows } from "./standardize/rows.js";
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

/** Of each stretch its mean and 1 / sqrt(mean square + eps), one after the other. */
type Moments = Float64Array;

const known = new Remembered<Standard, Moments>();

const momentsOf = (x: Strided, layout: Layout, options: Standard): Moments =>
  known.of(x, options, () => findMoments(x, layout, options));

/** In doubles and in two passes, so that a large offset costs no digits. */
function findMoments({ data, offset }: Strided, layout: Layout, { centered, eps }: Standard): Moments {
  const { outer, kept, inner } = layout;
  const moments = new Float64Array(2 * kept);
  const count = outer * inner;
  if (centered) {
    for (let o = 0, at = offset; o < outer; o++) {
      for (let k = 0; k < 2 * kept; k += 2, at += inner) {
        moments[k] = (moments[k] as number) + sum(data, at, inner);
      }
    }
    for (let k = 0; k < 2 * kept; k += 2) moments[k] = (moments[k] as number) / count;
  }
  for (let o = 0, at = offset; o < outer; o++) {
    for (let k = 0; k < 2 * kept; k += 2, at += inner) {
      moments[k + 1] = (moments[k + 1] as number) + squares(data, at, inner, moments[k] as number);
    }
  }
  for (let k = 1; k < 2 * kept; k += 2) moments[k] = 1 / Math.sqrt((moments[k] as number) / count + eps);
  return moments;
}

const inWasm = patience(1 << 17, 256, (heap) => new WasmRows(heap));

/** What does rows in WebAssembly, if these are some. */
const rowsFor = (x: Strided, { outer }: Layout, { weighs }: Standard): WasmRows | null =>
  outer === 1 && weighs === "rest" ? inWasm(x.size) : null;

const runOf = (x: Strided | undefined): Run | null => {
  if (x === undefined) return null;
  const { data, offset } = contiguous(x);
  return { data, at: offset };
};

export const standardizeKernels = {
  standardize([x, weight, bias]: readonly Strided[], shape: Shape, options: Standard): Strided {
    const input = contiguous(x as Strided);
    const layout = layoutOf(shape, options);
    const { kept, inner } = layout;
    const { centered, eps } = options;
    const out = allocate(input.dtype, input.size);
    const result = dense(out, input.dtype, shape);
    const { data, offset } = input;
    const rows = rowsFor(input, layout, options);
    if (rows !== null) {
      const moments = new Float64Array(2 * kept);
      const from = { data, at: offset };
      if (
        rows.run("forward", kept, inner, from, null, runOf(weight), runOf(bias), moments, out, centered, eps)
      ) {
        known.set(input, options, moments);
        return result;
      }
    }
    const moments = momentsOf(input, layout, options);
    const w = factorOf(weight, input, options, 1);
    const b = factorOf(bias, input, options, 0);
    for (let to = 0, k = 0; to < out.length; to += inner, k = k + 1 === kept ? 0 : k + 1) {
      const [mean, scale] = [moments[2 * k] as number, moments[2 * k + 1] as number];
      write(out, to, data, offset + to, inner, mean, scale, w, b, k);
    }
    return result;
  },
  standardizeGrad([g, x, weight]: readonly Strided[], shape: Shape, options: Standard): Strided {
    const slopes = contiguous(g as Strided);
    const input = contiguous(x as Strided);
    const layout = layoutOf(shape, options);
    const { outer, kept, inner } = layout;
    const moments = momentsOf(input, layout, options);
    const out = allocate(input.dtype, input.size);
    const result = dense(out, input.dtype, shape);
    const { centered, eps } = options;
    const given = [{ data: input.data, at: input.offset }, runOf(slopes)] as const;
    const rows = rowsFor(input, layout, options);
    if (rows?.run("backward", kept, inner, ...given, runOf(weight), null, moments, out, centered, eps))
      return result;
    const w = factorOf(weight, input, options, 1);
    const from = slopes.offset;
    const at = input.offset;
    const sums = new Float64Array(2 * kept);
    for (let to = 0, k = 0; to < out.length; to += inner, k = k + 1 === kept ? 0 : k + 1) {
      project(sums, slopes.data, from + to, input.data, at + to, inner, moments[2 * k] as number, w, k);
    }
    const count = outer * inner;
    for (let to = 0, k = 0; to < out.length; to += inner, k = k + 1 === kept ? 0 : k + 1) {
      const [mean, scale] = [moments[2 * k] as number, moments[2 * k + 1] as number];
      const shift = centered ? (sums[2 * k] as number) / count : 0;
      const tilt = ((sums[2 * k + 1] as number) / count) * scale * scale;
      const row = { to, from: from + to, at: at + to, n: inner, mean, scale, shift, tilt };
      writeSlopes(out, slopes.data, input.data, row, w, k);
    }
    return result;
  },
  standardizeWeight([g, x]: readonly Strided[], shape: Shape, options: Standard): Strided {
    const slopes = contiguous(g as Strided);
    const input = contiguous(x as Strided);
    const layout = layoutOf(input.shape, options);
    const { kept, inner } = layout;
    const moments = momentsOf(input, layout, options);
    const { data, offset, size } = input;
    const sums = new Float64Array(sizeOf(shape));
    const result = (): Strided =>
      dense(input.dtype === "float64" ? sums : Float32Array.from(sums), input.dtype, shape);
    const given = [{ data, at: offset }, runOf(slopes)] as const;
    const rows = rowsFor(input, layout, options);
    if (
      rows?.run("weight", kept, inner, ...given, null, null, moments, sums, options.centered, options.eps)
    ) {
      return result();
    }
    const one = options.weighs === "kept" ? 1 : 0;
    for (let at = 0, k = 0; at < size; at += inner, k = k + 1 === kept ? 0 : k + 1) {
      const [mean, scale] = [moments[2 * k] as number, moments[2 * k + 1] as number];
      dots(sums, k * one, 1 - one, slopes.data, slopes.offset + at, data, offset + at, inner, mean, scale);
    }
    return result();
  },
};

import { elementwiseOps } from "../generated/elementwise-ops.js";
import type { Floats } from "../tensor/dtype.js";
import { allocate } from "../tensor/memory.js";
import type { Shape } from "../tensor/shape.js";
import { dense, type Strided } from "../tensor/strided.js";
import { along, type Blocks } from "./blocks.js";
import { kernelsOf } from "./elementwise.js";
import { runLoops } from "./loops.js";

// What softmax and its logarithm hand back, in one pass over the numbers where ops on Tensors would take four.

interface Along {
  readonly dim: number;
}

const expCode = elementwiseOps.findIndex(({ name }) => name === "exp");

/** For the column from `first` on: y * (g - sum of g * y). */
function softmaxColumn(out: Floats, g: Floats, y: Floats, at: Places): void {
  const { first, step, end, g: fromG, y: fromY } = at;
  let sum = 0;
  for (let k = first; k < end; k += step) sum += (g[fromG + k] as number) * (y[fromY + k] as number);
  for (let k = first; k < end; k += step) {
    out[k] = (y[fromY + k] as number) * ((g[fromG + k] as number) - sum);
  }
}

/** For the column from `first` on: g - e ** y * sum of g, where `out` holds e ** y. */
function logSoftmaxColumn(out: Floats, g: Floats, _y: Floats, at: Places): void {
  const { first, step, end, g: fromG } = at;
  let sum = 0;
  for (let k = first; k < end; k += step) sum += g[fromG + k] as number;
  for (let k = first; k < end; k += step) out[k] = (g[fromG + k] as number) - (out[k] as number) * sum;
}

/** Where a column is in the result, and how much further in the operands. */
interface Places {
  first: number;
  step: number;
  end: number;
  g: number;
  y: number;
}

function eachColumn(out: Floats, gs: Blocks, ys: Blocks, column: typeof softmaxColumn): void {
  const { outer, count, inner } = gs;
  const block = count * inner;
  const places: Places = { first: 0, step: inner, end: 0, g: gs.at, y: ys.at };
  for (let o = 0; o < outer; o++) {
    places.end = o * block + block;
    for (let i = 0; i < inner; i++) {
      places.first = o * block + i;
      column(out, gs.data, ys.data, places);
    }
  }
}

export const softmaxGradientKernels = {
  softmaxGradient([g, y]: readonly Strided[], shape: Shape, { dim }: Along): Strided {
    const { dtype, size } = g as Strided;
    const out = allocate(dtype, size);
    eachColumn(out, along(g as Strided, dim), along(y as Strided, dim), softmaxColumn);
    return dense(out, dtype, shape);
  },
  logSoftmaxGradient([g, y]: readonly Strided[], shape: Shape, { dim }: Along): Strided {
    const { dtype, size } = g as Strided;
    const out = allocate(dtype, size);
    runLoops(kernelsOf(expCode, dtype).value, out, shape, [], y as Strided);
    const gs = along(g as Strided, dim);
    eachColumn(out, gs, gs, logSoftmaxColumn);
    return dense(out, dtype, shape);
  },
};

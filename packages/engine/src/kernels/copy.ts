import type { Floats } from "../tensor/dtype.js";
import type { Shape } from "../tensor/shape.js";
import type { Strided } from "../tensor/strided.js";
import { type LoopKernel, runLoops } from "./loops.js";

// The same loop for each pair of dtypes, so that each sees arrays of one kind only.
const kernels: Record<string, LoopKernel> = {
  "float64 float64": (m, n, out, at, _p, { data, at: from, row, column }) => {
    for (let r = 0, k = at; r < m; r++)
      for (let c = 0; c < n; c++) out[k++] = data[from + r * row + c * column] as number;
  },
  "float32 float32": (m, n, out, at, _p, { data, at: from, row, column }) => {
    for (let r = 0, k = at; r < m; r++)
      for (let c = 0; c < n; c++) out[k++] = data[from + r * row + c * column] as number;
  },
  "float64 float32": (m, n, out, at, _p, { data, at: from, row, column }) => {
    for (let r = 0, k = at; r < m; r++)
      for (let c = 0; c < n; c++) out[k++] = data[from + r * row + c * column] as number;
  },
  "float32 float64": (m, n, out, at, _p, { data, at: from, row, column }) => {
    for (let r = 0, k = at; r < m; r++)
      for (let c = 0; c < n; c++) out[k++] = data[from + r * row + c * column] as number;
  },
};

/** Writes the elements of x, repeated to fill `shape`, one after the other; rounds them if `out` is float32. */
export function copyTo(out: Floats, x: Strided, shape: Shape): void {
  const to = out instanceof Float64Array ? "float64" : "float32";
  runLoops(kernels[`${to} ${x.dtype}`] as LoopKernel, out, shape, [], x);
}

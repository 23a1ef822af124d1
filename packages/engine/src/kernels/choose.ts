import { allocate } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { dense, type Strided } from "../tensor/strided.js";
import { type LoopKernel, runLoops } from "./loops.js";

// One loop for each dtype, so that each sees arrays of one kind only.
const float64: LoopKernel = (rows, columns, out, start, _params, condition, a, b) => {
  for (let r = 0, to = start; r < rows; r++) {
    let at = condition.at + r * condition.row;
    let atA = a.at + r * a.row;
    let atB = b.at + r * b.row;
    for (const end = to + columns; to < end; to++) {
      out[to] = (condition.data[at] !== 0 ? a.data[atA] : b.data[atB]) as number;
      at += condition.column;
      atA += a.column;
      atB += b.column;
    }
  }
};
const float32: LoopKernel = (rows, columns, out, start, _params, condition, a, b) => {
  for (let r = 0, to = start; r < rows; r++) {
    let at = condition.at + r * condition.row;
    let atA = a.at + r * a.row;
    let atB = b.at + r * b.row;
    for (const end = to + columns; to < end; to++) {
      out[to] = (condition.data[at] !== 0 ? a.data[atA] : b.data[atB]) as number;
      at += condition.column;
      atA += a.column;
      atB += b.column;
    }
  }
};

export const chooseKernels = {
  where([condition, a, b]: readonly Strided[], shape: Shape): Strided {
    const { dtype } = a as Strided;
    const out = allocate(dtype, sizeOf(shape));
    runLoops(dtype === "float64" ? float64 : float32, out, shape, [], condition as Strided, a, b);
    return dense(out, dtype, shape);
  },
};

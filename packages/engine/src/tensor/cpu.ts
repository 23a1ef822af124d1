import { fuseSteps } from "../kernels/elementwise/fused.js";
import { kernelsOf } from "../kernels/elementwise.js";
import { type LoopKernel, runLoops } from "../kernels/loops.js";
import { kernelOf } from "../kernels/shape-kernels.js";
import type { Backend } from "./backend.js";
import { allocate } from "./memory.js";
import type { Shape } from "./shape.js";
import { copyOf, dense, type Strided } from "./strided.js";

/** The backend that every machine has: loops in JavaScript, and what the kernels bring in WebAssembly. */
export const cpu: Backend = {
  name: "cpu",
  elementwise(code, shape, params, a, b) {
    const like = a.shape === shape ? a : b?.shape === shape ? b : undefined;
    const out = allocate(a.dtype, like?.size ?? product(shape));
    runLoops(kernelsOf(code, a.dtype).value, out, shape, params, a, b);
    return dense(out, a.dtype, shape, like);
  },
  partial(code, i, shape, params, g, reads) {
    const like = g.shape === shape ? g : undefined;
    const out = allocate(g.dtype, like?.size ?? product(shape));
    const kernel = kernelsOf(code, g.dtype).partials[i] as LoopKernel;
    runLoops(kernel, out, shape, params, g, reads[0], reads[1], reads[2]);
    return dense(out, g.dtype, shape, like);
  },
  run(name, inputs, shape, options) {
    return kernelOf(name)(inputs, shape, options as never) as Strided;
  },
  fuse: fuseSteps,
  numbers: copyOf,
  read: async (x) => copyOf(x),
};

const product = (shape: Shape): number => shape.reduce((size, length) => size * length, 1);

// Who multiplies on the GPU; contestants.mjs says what the fields mean.
export const gpuContestants = [
  { name: "jax-js", peer: "@jax-js/jax", note: "`jit`", module: "jax-js" },
  { name: "outgrad", note: "tiles in workgroup memory", module: "outgrad" },
  {
    name: "gpu.js",
    peer: "gpu.js",
    note: "a thread for each number, as its documentation has it",
    module: "gpujs",
  },
];

/** Whose time is 1. */
export const gpuReference = "jax-js";

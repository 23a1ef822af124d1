/// <reference types="vite/client" />

type Files = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * The tests of Tensors' ops, of the losses and of the layers. Nowhere: what throws before it computes (errors.test.ts), what
 * brings a backend of its own (remote.test.ts, elsewhere), loops that only the CPU fuses (fuse.test.ts), and tests of
 * Values alone.
 */
export const files: Files = {
  ...import.meta.glob([
    "../../../engine/test/tensor/*.test.ts",
    "!**/{errors,remote,fuse}.test.ts",
    "!**/{compile,compile-ops,graph-traps,provenance}.test.ts",
    "!**/*golden.test.ts",
  ]),
  ...import.meta.glob("../../../losses/test/{awkward,cross-entropy,golden,gradient,traps}.test.ts"),
  ...import.meta.glob([
    "../../../nn/test/layers/*.test.ts",
    "../../../nn/test/{clip,fit,lbfgs,module-state}.test.ts",
    "!**/{compile,golden}.test.ts",
  ]),
};

/** In Node alone: what reads files, and what is about graphs and recordings, which stay with the CPU. */
export const nodeFiles: Files = {
  ...import.meta.glob("../../../engine/test/tensor/*golden.test.ts"),
  ...import.meta.glob("../../../engine/test/tensor/{compile,compile-ops,graph-traps,provenance}.test.ts"),
  ...import.meta.glob("../../../losses/test/compiled.test.ts"),
  ...import.meta.glob("../../../nn/test/layers/{compile,golden}.test.ts"),
};

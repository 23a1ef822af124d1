/// <reference types="vite/client" />

type Files = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * The tests of Tensors' ops, of the losses and of the layers. Not here: what throws before it computes (errors.test.ts), what
 * brings a backend of its own (remote.test.ts, elsewhere), what a GPU does not do (fuse.test.ts: loops of the CPU), and
 * tests of Values alone.
 */
export const files: Files = {
  ...import.meta.glob([
    "../../../engine/test/tensor/*.test.ts",
    "!**/{errors,remote,fuse}.test.ts",
    "!**/*golden.test.ts",
  ]),
  ...import.meta.glob("../../../losses/test/{awkward,compiled,cross-entropy,gradient,traps}.test.ts"),
  ...import.meta.glob("../../../losses/test/golden.test.ts"),
  ...import.meta.glob([
    "../../../nn/test/layers/*.test.ts",
    "../../../nn/test/{clip,fit,lbfgs,module-state}.test.ts",
    "!**/golden.test.ts",
  ]),
};

/** Those that read files, which only Node can. */
export const goldenFiles: Files = {
  ...import.meta.glob("../../../engine/test/tensor/*golden.test.ts"),
  ...import.meta.glob("../../../nn/test/layers/golden.test.ts"),
};

import { ops } from "../packages/ops/dist/index.js";

/** The ops as functions: with them a page of Values has all that there is. */
const functions = Object.keys(ops).join(", ");

const besideEngine = { besides: ["@outgrad/engine", "@outgrad/ops"], about: "beside the engine" };

/**
 * What a page may take to import something and use it: bytes after minifying and gzip, everything included that it needs.
 * Every entry point of every package has a line for all of its names ("*"); the other lines are what a page imports that
 * needs a part. `besides` names packages that are left out: the page has them anyway. A KB is 1000 bytes.
 */
export const budgets = [
  // Pages of Values: below 12 KB with every op as a method, the portable mathematics, backward, noGrad and detach.
  { from: "@outgrad/engine", names: "Value, value, noGrad", bytes: 12_000 },
  {
    from: "@outgrad/engine",
    names: `Value, value, noGrad, ${functions}`,
    bytes: 13_300,
    about: "with every op as a function",
  },
  { from: "@outgrad/engine", names: "value, expression", bytes: 20_800 },
  { from: "@outgrad/engine", names: "value, compile", bytes: 58_900, about: "with WebAssembly" },
  // Pages of Tensors: creation, every method, backward, the fast kernels; and with compile what it does for Values too.
  { from: "@outgrad/engine", names: "tensor", bytes: 78_700 },
  { from: "@outgrad/engine", names: "tensor, compile", bytes: 104_600, about: "with WebAssembly" },
  { from: "@outgrad/engine", names: "*", bytes: 120_900 },
  { from: "@outgrad/engine/micro", names: "*", bytes: 16_100 },
  {
    from: "@outgrad/engine/micro",
    names: "*",
    bytes: 3_000,
    besides: ["@outgrad/ops"],
    about: "beside its table",
  },
  { from: "@outgrad/engine/backend", names: "*", bytes: 82_500 },
  { from: "@outgrad/engine/export", names: "*", bytes: 50_300 },
  { from: "@outgrad/engine/random", names: "*", bytes: 1_600 },
  { from: "@outgrad/engine/threads", names: "*", bytes: 10_300 },
  { from: "@outgrad/ops", names: "*", bytes: 22_300 },
  { from: "@outgrad/ops/intrinsics", names: "*", bytes: 7_100 },
  { from: "@outgrad/ops/intrinsics/float32", names: "*", bytes: 1_400 },
  { from: "@outgrad/ops/gpu", names: "*", bytes: 10_900 },
  { from: "@outgrad/ops/source", names: "*", bytes: 26_000 },
  { from: "@outgrad/ops/wasm", names: "*", bytes: 16_900 },
  // A page that has the engine pays for the losses and layers that it uses, and for no others.
  { from: "@outgrad/losses", names: "*", bytes: 20_200 },
  { from: "@outgrad/losses", names: "*", bytes: 7_300, ...besideEngine },
  { from: "@outgrad/losses", names: "mse", bytes: 1_600, ...besideEngine },
  { from: "@outgrad/losses", names: "maxMargin", bytes: 1_700, ...besideEngine },
  { from: "@outgrad/losses", names: "crossEntropy", bytes: 3_100, ...besideEngine },
  { from: "@outgrad/losses", names: "huber", bytes: 1_700, ...besideEngine },
  { from: "@outgrad/losses", names: "mse", bytes: 14_400, about: "of Values, with the engine" },
  { from: "@outgrad/nn", names: "*", bytes: 111_200 },
  { from: "@outgrad/nn", names: "*", bytes: 31_100, ...besideEngine },
  { from: "@outgrad/nn", names: "Linear", bytes: 4_100, ...besideEngine },
  { from: "@outgrad/nn", names: "Conv2d", bytes: 4_800, ...besideEngine },
  { from: "@outgrad/nn", names: "SGD", bytes: 4_100, ...besideEngine },
  { from: "@outgrad/nn", names: "Adam", bytes: 4_300, ...besideEngine },
  { from: "@outgrad/nn", names: "Linear, SGD", bytes: 7_300, ...besideEngine },
  { from: "@outgrad/nn", names: "MLP", bytes: 3_700, ...besideEngine },
  { from: "@outgrad/nn", names: "Module", bytes: 2_500, ...besideEngine },
  { from: "@outgrad/nn", names: "StepLR", bytes: 1_100, ...besideEngine },
  { from: "@outgrad/nn", names: "readSafetensors", bytes: 2_500, ...besideEngine },
  { from: "@outgrad/nn", names: "fit", bytes: 9_500, ...besideEngine },
  { from: "@outgrad/nn", names: "MLP, SGD", bytes: 23_200, about: "of Values, with the engine" },
  { from: "@outgrad/nn/onnx", names: "*", bytes: 104_300 },
  { from: "@outgrad/nn/pytorch", names: "*", bytes: 9_100 },
  { from: "@outgrad/nn/to-function", names: "*", bytes: 106_000 },
  { from: "@outgrad/gpu", names: "*", bytes: 124_100 },
  { from: "@outgrad/gradcheck", names: "*", bytes: 25_000 },
  { from: "@outgrad/datasets", names: "*", bytes: 14_500 },
  { from: "@outgrad/datasets/digits", names: "*", bytes: 36_500 },
  { from: "@outgrad/exercises", names: "*", bytes: 169_200 },
  { from: "@outgrad/exercises/track", names: "*", bytes: 20_500 },
  { from: "@outgrad/exercises/typescript", names: "*", bytes: 118_500 },
  { from: "@outgrad/exercises/python", names: "*", bytes: 104_000 },
  { from: "@outgrad/exercises/check", names: "*", bytes: 196_000 },
  { from: "@outgrad/exercises/catalogue", names: "*", bytes: 19_900 },
  { from: "@outgrad/viz", names: "*", bytes: 68_500 },
  { from: "@outgrad/viz/elements", names: "*", bytes: 79_700 },
];

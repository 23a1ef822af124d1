// Everybody who takes part in the races of tensors; contestants.mjs says what the fields mean.
import { node, python } from "./lib/tools.mjs";

/** Lets WebAssembly fuse products and sums where Node has that behind a flag only. */
const fused = "--experimental-wasm-relaxed-simd";

/** The program of the scalar race on points, that of tensors on all else. */
const either = (module, option) => (workload) =>
  (workload === "points" ? node(module, option) : node(`${module}-tensors`))(workload);

const pytorch = {
  name: "PyTorch",
  note: "one thread",
  start: python("torch_training", "torch"),
};
const jaxJs = {
  name: "jax-js",
  peer: "@jax-js/jax",
  note: "`jit`",
  relative: 1e-4,
  start: either("jax-js", "float32"),
};
const tfjs = {
  name: "tfjs-wasm",
  peer: "@tensorflow/tfjs",
  note: "one thread",
  relative: 1e-4,
  start: either("tfjs-wasm"),
};
const withDefaults = (list) => list.map((contestant) => ({ relative: 1e-5, ...contestant }));

/** Of training steps, and of softmax with its gradient. */
const nets = withDefaults([
  pytorch,
  {
    name: "outgrad compiled",
    note: "the step recorded once by `compile`",
    start: node("outgrad-tensors", "compiled"),
  },
  {
    name: "outgrad compiled, FMA",
    note: "the same with relaxed SIMD switched on in Node",
    start: node("outgrad-tensors", "compiled", fused),
  },
  { name: "outgrad", note: "define by run", start: node("outgrad-tensors", "eager") },
  { name: "JavaScript loops", note: "by hand, in float64", only: ["points"], start: node("loops") },
  jaxJs,
  tfjs,
  {
    name: "convnetjs",
    peer: "convnetjs",
    note: "float64, sample by sample",
    only: ["mlp", "convnet"],
    start: node("convnetjs"),
  },
  {
    name: "js-pytorch",
    peer: "js-pytorch",
    note: "nested arrays of float64",
    only: ["mlp", "points"],
    start: either("js-pytorch"),
  },
  {
    name: "brain.js",
    start: () => {
      throw new Error("sample by sample on squared error: no such step");
    },
  },
]);

/** Of products of matrices. */
const products = withDefaults([
  pytorch,
  { name: "outgrad gemm", note: "the kernel, on arrays", start: node("outgrad-tensors", "kernel") },
  {
    name: "outgrad gemm, FMA",
    note: "the same with relaxed SIMD switched on in Node",
    start: node("outgrad-tensors", "kernel", fused),
  },
  { name: "outgrad", note: "`a.matmul(b)`, a new Tensor", start: node("outgrad-tensors", "tensor") },
  jaxJs,
  tfjs,
]);

export const tensorContestants = { nets, products };

/** Whose losses everybody's are compared with, and whose time is 1. */
export const tensorReference = pytorch.name;

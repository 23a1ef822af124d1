// Everybody who takes part: a name, how to start it on a workload, and what is known to be missing.
import { native, node, python } from "./lib/tools.mjs";

const notOnNpm = () => {
  throw new Error("not on npm");
};

/**
 * `relative` is the largest relative difference from the reference's losses that passes; float32 contestants and those
 * whose own functions are that coarse get more. Workloads on which a
 * contestant is `slow`, seconds a step, are run with `--slow` only.
 */
export const contestants = [
  {
    name: "C",
    note: "gcc -O3 -march=native, plain loops, sample by sample",
    start: native("-march=native"),
  },
  {
    name: "C, any processor",
    note: "gcc -O3: vectors of 128 bits on x86-64, as WebAssembly's, and no fused multiply-add",
    start: native(),
  },
  { name: "JavaScript loops", note: "by hand, over Float64Array", start: node("loops") },
  { name: "outgrad wasm", start: node("outgrad-compiled", "wasm") },
  { name: "outgrad vector", start: node("outgrad-compiled", "vector") },
  { name: "outgrad replay", start: node("outgrad-compiled", "replay") },
  { name: "outgrad arena", start: node("outgrad-arena") },
  { name: "outgrad Value", start: node("outgrad-eager") },
  { name: "outgrad micro", slow: ["moons64", "chain", "wide"], start: node("outgrad-micro") },
  {
    name: "Penrose",
    peer: "@penrose/core",
    note: "compiled to WebAssembly with its gradient, one function a point",
    start: node("penrose"),
  },
  {
    name: "jax-js float64",
    peer: "@jax-js/jax",
    note: "jit on tensors; its tanh is right to 1e-7",
    relative: 1e-6,
    start: node("jax-js", "float64"),
  },
  {
    name: "jax-js float32",
    peer: "@jax-js/jax",
    note: "jit on tensors",
    relative: 1e-4,
    start: node("jax-js", "float32"),
  },
  {
    name: "tfjs-wasm float32",
    peer: "@tensorflow/tfjs",
    note: "tensors, one thread",
    relative: 1e-4,
    start: node("tfjs-wasm"),
  },
  {
    name: "js-pytorch",
    peer: "js-pytorch",
    note: "tensors",
    slow: ["moons64", "wide"],
    start: node("js-pytorch"),
  },
  { name: "PyTorch tensors", note: "float64, one thread", start: python("torch_tensors", "torch") },
  {
    name: "PyTorch scalars",
    note: "one 0-dimensional float64 tensor a number",
    only: ["moons", "tiny"],
    start: python("torch_scalars", "torch"),
  },
  {
    name: "convnetjs",
    peer: "convnetjs",
    note: "layers, sample by sample",
    only: ["tiny", "sample"],
    start: node("convnetjs-scalars"),
  },
  {
    name: "brain.js",
    peer: "brain.js",
    note: "float32; descends after each sample",
    relative: 1e-4,
    only: ["sample"],
    start: node("brain"),
  },
  {
    name: "micrograd-ts",
    note: "not on npm: its engine.ts as JavaScript, which MICROGRAD_TS names",
    slow: ["moons64"],
    start(workload) {
      if (!process.env.MICROGRAD_TS) throw new Error("not on npm, and MICROGRAD_TS is not set");
      return node("micrograd-ts")(workload);
    },
  },
  { name: "ScalarAutograd", start: notOnNpm },
  {
    name: "textbook JavaScript, good mode",
    note: "the same class under --no-allocation-site-pretenuring",
    slow: ["moons64"],
    start: node("textbook", undefined, "--no-allocation-site-pretenuring"),
  },
  {
    name: "textbook JavaScript",
    note: "closure per node, Set, recursion; V8's default flags",
    slow: ["moons64"],
    start: node("textbook"),
  },
  {
    name: "micrograd",
    note: "0.1.0, in Python; it has no tanh",
    only: ["moons"],
    start: python("micrograd_scalars", "micrograd"),
  },
  {
    name: "textbook Python",
    note: "the same class in Python",
    slow: ["moons64", "chain", "wide"],
    start: python("textbook"),
  },
].map((contestant) => ({ relative: 1e-9, ...contestant }));

/** Whose losses everybody's are compared with, and whose time is 1 where there is no C compiler. */
export const reference = "JavaScript loops";

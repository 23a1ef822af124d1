// Who is audited: a name, where its version comes from, how to start its process and what it is asked.
import { fileURLToPath } from "node:url";
import { pythonWith } from "../lib/tools.mjs";
import { recorded } from "./lib/record-program.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A module of peers/, asked by the ids of cases. */
const node = (module) => ({
  start: () => ({
    command: process.execPath,
    args: ["--max-old-space-size=3000", `${here}child.mjs`, module],
  }),
  ask: ({ id }) => id,
});

/** A module of python/, asked by recorded programs. */
const python = (library, module) => ({
  start() {
    const command = pythonWith(module);
    if (!command) throw new Error(`no python3 with ${module}`);
    return { command, args: ["-B", `${here}python/audit.py`, library] };
  },
  ask: (audited) => JSON.stringify(recorded(audited)),
});

const needs = (variable, peer) => ({
  ...peer,
  start() {
    if (!process.env[variable]) throw new Error(`${variable} is not set`);
    return peer.start();
  },
});

export const peers = [
  { name: "outgrad", note: "Value for single numbers, Tensor for arrays; float64", ...node("outgrad") },
  {
    name: "PyTorch",
    note: "float64; its answers are those asked for, unless a case says better",
    ...python("torch", "torch"),
  },
  {
    name: "micrograd",
    note: "Python, pip install micrograd",
    link: "https://github.com/karpathy/micrograd",
    version: "0.1.0",
    ...python("micrograd", "micrograd"),
  },
  {
    name: "micrograd-ts",
    note: "not on npm: from its repository",
    link: "https://github.com/trekhleb/micrograd-ts",
    version: "commit 41b228f",
    ...needs("MICROGRAD_TS", node("micrograd-ts")),
  },
  {
    name: "jax-js",
    peer: "@jax-js/jax",
    note: "float32, its default, on WebAssembly",
    link: "https://github.com/ekzhang/jax-js",
    ...node("jax-js"),
  },
  {
    name: "TensorFlow.js",
    peer: "@tensorflow/tfjs",
    note: "float32, on its CPU backend, which has all its kernels",
    link: "https://github.com/tensorflow/tfjs",
    ...node("tfjs"),
  },
  {
    name: "js-pytorch",
    peer: "js-pytorch",
    note: "float64",
    link: "https://github.com/eduardoleao052/js-pytorch",
    ...node("js-pytorch"),
  },
  {
    name: "brain.js",
    peer: "brain.js",
    note: "float32; nets only, so a neuron at a time",
    link: "https://github.com/BrainJS/brain.js",
    ...node("brain"),
  },
  {
    name: "convnetjs",
    peer: "convnetjs",
    note: "float64; layers only, one at a time",
    link: "https://github.com/karpathy/convnetjs",
    ...node("convnetjs"),
  },
  {
    name: "Penrose",
    peer: "@penrose/core",
    note: "float64; the automatic differentiation of its optimiser",
    link: "https://github.com/penrose/penrose",
    ...node("penrose"),
  },
];

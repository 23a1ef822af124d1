import { confusions } from "./confusions.ts";
import { learn } from "./learn.ts";
import { reference } from "./reference.ts";

const guides = [
  { text: "Values: engine", link: "/guide/engine" },
  { text: "Tensors", link: "/guide/tensors" },
  { text: "Near the speed of C: compile", link: "/guide/compile" },
  { text: "The table: ops", link: "/guide/ops" },
  { text: "Networks: nn", link: "/guide/nn" },
  { text: "Finding a minimum", link: "/guide/minimize" },
  { text: "Losses: losses", link: "/guide/losses" },
  { text: "Checks: gradcheck", link: "/guide/gradcheck" },
  { text: "Pictures: viz", link: "/guide/viz" },
  { text: "Data: datasets", link: "/guide/datasets" },
  { text: "On the GPU: gpu", link: "/guide/gpu" },
  { text: "Exercises: exercises", link: "/guide/exercises" },
];

const cookbook = [
  { text: "All recipes", link: "/cookbook/" },
  { text: "Fit a curve", link: "/cookbook/fit-a-curve" },
  { text: "Solve an equation", link: "/cookbook/solve-an-equation" },
  { text: "Newton with a Hessian", link: "/cookbook/newton" },
  { text: "Motion from an energy", link: "/cookbook/physics" },
  { text: "Train two moons", link: "/cookbook/train-moons" },
  { text: "Recognise digits", link: "/cookbook/train-digits" },
  { text: "Stop and go on", link: "/cookbook/checkpoint" },
  { text: "Take a model elsewhere: ONNX", link: "/cookbook/onnx" },
  { text: "Export a program: C, Python, GLSL, WGSL", link: "/cookbook/export" },
  { text: "Export a picture", link: "/cookbook/picture" },
  { text: "Find a NaN", link: "/cookbook/find-a-nan" },
  { text: "Check another's gradient", link: "/cookbook/check-another" },
  { text: "An op of your own", link: "/cookbook/own-op" },
];

const from = [
  { text: "Python", link: "/from/python" },
  { text: "micrograd", link: "/from/micrograd" },
  { text: "PyTorch", link: "/from/pytorch" },
  { text: "TensorFlow.js", link: "/from/tfjs" },
];

const pages = [
  { text: "Getting started", link: "/start" },
  { text: "The learning path", collapsed: false, items: learn },
  { text: "Classic confusions", collapsed: true, items: confusions },
  { text: "Guides", collapsed: true, items: guides },
  { text: "Cookbook", collapsed: true, items: cookbook },
  { text: "Coming from", collapsed: true, items: from },
  { text: "The op table", link: "/ops" },
  { text: "Glossary", link: "/glossary" },
  { text: "How we know it is right", link: "/trust" },
  { text: "The same bits everywhere", link: "/reproducibility" },
  { text: "What keeps code in", link: "/security" },
  { text: "How fast it is", link: "/fast" },
  { text: "Beside others", link: "/compare" },
  { text: "The same gradients, asked of all", link: "/audit" },
  { text: "How it is built", link: "/architecture" },
  { text: "Reference", link: "/api/" },
];

export const sidebar = { ...reference, "/": pages };

/** The bar above every page; the demo is served beside the docs, one folder up. */
export const nav = [
  { text: "Start", link: "/start" },
  { text: "Learn", link: learn[0]?.link ?? "/start", activeMatch: "/learn/|/confusions/" },
  { text: "Guides", link: "/guide/engine", activeMatch: "/guide/|/from/" },
  { text: "Cookbook", link: "/cookbook/", activeMatch: "/cookbook/" },
  { text: "Ops", link: "/ops" },
  { text: "Reference", link: "/api/", activeMatch: "/api/" },
  { text: "Demo", link: "/../", target: "_self" },
];

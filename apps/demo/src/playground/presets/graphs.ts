import type { Preset } from "./preset.ts";

/** Sums and products, and what happens where a value is used more than once. */
export const firstGraphs = [
  {
    id: "graph",
    name: "A first graph: L = (a·b + c)·f",
    text: "e = a * b\nd = e + c\nL = d * f",
    leaves: { a: 2, b: -3, c: 10, f: -2 },
    lesson:
      "+ hands its gradient on unchanged; × hands each input the other one's value. A step of 0.01 along the gradient takes L from −8 to −7.286496.",
  },
  {
    id: "twice",
    name: "The same leaf twice: a + a",
    text: "b = a + a",
    leaves: { a: 3 },
    lesson: "Two arrows lead from a to b, and each brings a 1: the gradient is 2. Overwriting would leave 1.",
  },
  {
    id: "reuse",
    name: "Used three times: x·x + x",
    text: "y = x * x + x",
    leaves: { x: 3 },
    lesson: "x is used three times, so three contributions arrive and add up: that is why gradients use +=.",
  },
  {
    id: "branches",
    name: "Two branches that meet: (a·b)·(a + b)",
    text: "d = a * b\ne = a + b\nf = d * e",
    leaves: { a: -2, b: 3 },
    lesson: "a and b each feed both branches. Their gradients, −3 and −8, are sums over both ways to f.",
  },
  {
    id: "sanity",
    name: "A check with ReLU: 46",
    text: "z = 2*x + 2 + x\nq = relu(z) + z*x\nh = relu(z * z)\ny = h + q + q*x",
    leaves: { x: -4 },
    lesson: "x reaches y on many ways, and one relu is switched off: y is −20 and the gradient of x is 46.",
  },
  {
    id: "readme",
    name: "The README expression of micrograd",
    text: [
      "c = a + b",
      "d = a*b + b**3",
      "c1 = c + (c + 1)",
      "c2 = c1 + (1 + c1 + -a)",
      "d1 = d + (d*2 + relu(b + a))",
      "d2 = d1 + (3*d1 + relu(b - a))",
      "e = c2 - d2",
      "f = e**2",
      "g = f/2 + 10/f",
    ].join("\n"),
    leaves: { a: -4, b: 2 },
    lesson: "Two leaves, many paths: backward adds up all of them in one walk, to 138.8338 and 645.5773.",
  },
] as const satisfies readonly Preset[];

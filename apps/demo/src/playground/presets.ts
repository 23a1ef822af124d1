/** A ready expression with the numbers of its leaves, and what to look for in it. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly leaves: Readonly<Record<string, number>>;
  readonly lesson: string;
}

const neuronLeaves = { x1: 2, w1: -3, x2: 0, w2: 1, b: 6.8813735870195432 };

/** The first one is what a fresh page shows. */
export const presets = [
  {
    id: "graph",
    name: "A first graph: L = (a·b + c)·f",
    text: "e = a * b\nd = e + c\nL = d * f",
    leaves: { a: 2, b: -3, c: 10, f: -2 },
    lesson: "+ hands its gradient on unchanged; × hands each input the other one's value.",
  },
  {
    id: "reuse",
    name: "Used twice: x·x + x",
    text: "y = x * x + x",
    leaves: { x: 3 },
    lesson: "x is used three times, so three contributions arrive and add up: that is why gradients use +=.",
  },
  {
    id: "neuron",
    name: "One neuron with tanh",
    text: "n = x1*w1 + x2*w2 + b\no = tanh(n)",
    leaves: neuronLeaves,
    lesson: "tanh lets only 1 − o² = 0.5 of the gradient through; w2 gets 0, because its input x2 is 0.",
  },
  {
    id: "atoms",
    name: "The same neuron, tanh in atoms",
    text: "n = x1*w1 + x2*w2 + b\ne = exp(2 * n)\no = (e - 1) / (e + 1)",
    leaves: neuronLeaves,
    lesson: "A big op or many small ones: the gradients at the leaves are the same.",
  },
  {
    id: "saturated",
    name: "A saturated neuron",
    text: "n = w*x + b\no = tanh(n)",
    leaves: { w: 4, x: 2, b: 1 },
    lesson: "Far from 0 tanh is flat: almost nothing of the gradient gets through, and learning stops.",
  },
  {
    id: "softmax",
    name: "Softmax and negative log-likelihood",
    text: "e0 = exp(z0)\ne1 = exp(z1)\ne2 = exp(z2)\ne3 = exp(z3)\ns = e0 + e1 + e2 + e3\np = e3 / s\nloss = -log(p)",
    leaves: { z0: 0, z1: 3, z2: -2, z3: 1 },
    lesson: "The gradient of each logit is its probability, minus 1 for the right class: they add up to 0.",
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
    lesson: "Two leaves, many paths: backward adds up all of them in one walk.",
  },
  {
    id: "seed",
    name: "f(a, b, c) = −a³ + sin 3b − 1/c + b^2.5 − √a",
    text: "f = -a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5",
    leaves: { a: 2, b: 3, c: 4 },
    lesson: "Move h in the nudge check: smaller is better only down to about 1e−8.",
  },
  {
    id: "kink",
    name: "A kink: |x| at 0",
    text: "y = abs(x)",
    leaves: { x: 0 },
    lesson: "At 0 the slope jumps from −1 to 1. backward says 0; a nudge to the right says 1.",
  },
  {
    id: "nan",
    name: "A log of a negative number",
    text: "d = a - b\nl = log(d)\nL = w * l + c",
    leaves: { a: 1, b: 3, w: 2, c: 5 },
    lesson: "The red trail shows where NaN was born and what it reaches.",
  },
] as const satisfies readonly Preset[];

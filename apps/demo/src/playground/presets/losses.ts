import type { Preset } from "./preset.ts";

const logits = { z0: 0, z1: 3, z2: -2, z3: 1 };

/** One number that says how wrong a prediction is. */
export const losses = [
  {
    id: "squares",
    name: "Squared error of two samples",
    text: "y1 = w*2 + b\ny2 = w*3 + b\nloss = (y1 - 1)**2 + (y2 + 1)**2",
    leaves: { w: 0.5, b: 0 },
    lesson:
      "w and b serve both samples, so both samples add to their gradients, 15 and 5. A step against them makes the loss smaller.",
  },
  {
    id: "softmax",
    name: "Softmax and negative log-likelihood",
    text: "e0 = exp(z0)\ne1 = exp(z1)\ne2 = exp(z2)\ne3 = exp(z3)\ns = e0 + e1 + e2 + e3\np = e3 / s\nloss = -log(p)",
    leaves: logits,
    lesson: "The gradient of each logit is its probability, minus 1 for the right class: they add up to 0.",
  },
  {
    id: "stable",
    name: "The same, safe for large logits",
    text: "m = max(max(z0, z1), max(z2, z3))\ns = exp(z0 - m) + exp(z1 - m) + exp(z2 - m) + exp(z3 - m)\nloss = m + log(s) - z3",
    leaves: logits,
    lesson:
      "Take the largest logit off first and no exp can overflow; what m adds in one place it takes off in another. Try z0 = 1000.",
  },
  {
    id: "overflow",
    name: "Softmax that overflows",
    text: "e0 = exp(z0)\ne1 = exp(z1)\np = e0 / (e0 + e1)\nloss = -log(p)",
    leaves: { z0: 1000, z1: 0 },
    lesson:
      "exp(1000) is Infinity, and Infinity / Infinity is NaN, although the right answer is just p = 1. Follow the trail back.",
  },
] as const satisfies readonly Preset[];

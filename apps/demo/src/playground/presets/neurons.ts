import { net } from "./net.ts";
import type { Preset } from "./preset.ts";

const neuronLeaves = { x1: 2, w1: -3, x2: 0, w2: 1, b: 6.8813735870195432 };

/** One neuron in several forms, and a small network of them. */
export const neurons = [
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
    id: "dead",
    name: "A dead ReLU",
    text: "n = w*x + b\no = relu(n)",
    leaves: { w: -1, x: 2, b: 1 },
    lesson:
      "Below 0 relu is 0 and flat: no gradient passes, so no update can wake this neuron for this input.",
  },
  net,
] as const satisfies readonly Preset[];

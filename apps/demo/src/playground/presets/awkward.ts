import type { Preset } from "./preset.ts";

/** Places where slopes jump, are infinite, or are lost. */
export const awkward = [
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
  {
    id: "root",
    name: "A root at 0",
    text: "y = sqrt(x)",
    leaves: { x: 0 },
    lesson:
      "The curve starts upright: its slope at 0 is infinite, and to the left there is nothing to nudge.",
  },
  {
    id: "big-tanh",
    name: "tanh in atoms, far out",
    text: "e = exp(2 * n)\no = (e - 1) / (e + 1)",
    leaves: { n: 400 },
    lesson:
      "exp(800) is Infinity, so o is NaN instead of 1. A tanh of its own, as in tanh(n), has no such limit.",
  },
  {
    id: "cancel",
    name: "Digits that cancel: (1 − cos x) / x²",
    text: "y = (1 - cos(x)) / x**2",
    leaves: { x: 0.0001 },
    lesson:
      "1 − cos x has lost its digits: backward says 4.4e−5 where the slope is −x/12 = −8.3e−6. Nudges with a large h do better.",
  },
] as const satisfies readonly Preset[];

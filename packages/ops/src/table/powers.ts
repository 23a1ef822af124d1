import type { OpDef } from "./entry.js";

/** Powers, roots, exponentials and logarithms. */
export const powers = {
  pow: {
    doc: "Power, a ** b; real, so NaN for a negative a and a fractional b. As in PyTorch, pow(a, 0) has derivative 0 with respect to a everywhere, pow(0, b) has derivative 0 with respect to b for b >= 0, and for a negative a that derivative is NaN. pow(1, b) and pow(a, 0) are 1 even for NaN (IEEE 754, unlike Math.pow).",

    args: ["a", "b"],
    value: "pow(a, b)",
    partials: ["b == 0 ? 0 : b * pow(a, b - 1)", "a != 0 ? y * log(a) : b >= 0 ? 0 : y * log(a)"],
    label: "**",
    domain: [
      [0.2, 3],
      [-3, 3],
    ],
  },
  sqrt: {
    doc: "Square root; NaN below 0. The derivative at 0 is Infinity, by continuity.",
    args: ["a"],
    value: "sqrt(a)",
    partials: ["0.5 / y"],
    label: "√",
    domain: [[0.1, 5]],
  },
  exp: {
    doc: "Exponential, e ** a. Above 709.78 it is Infinity, and so is its derivative.",
    args: ["a"],
    value: "exp(a)",
    partials: ["y"],
  },
  expm1: {
    doc: "e ** a - 1, with all its digits near 0. The derivative is e ** a itself: y + 1 has none left at -40.",
    args: ["a"],
    value: "expm1(a)",
    partials: ["exp(a)"],
  },
  log: {
    doc: "Natural logarithm: -Infinity at 0, NaN below. The derivative is 1 / a on both sides, as in PyTorch.",
    args: ["a"],
    value: "log(a)",
    partials: ["1 / a"],
    domain: [[0.1, 5]],
  },
  log1p: {
    doc: "log(1 + a), with all its digits near 0.",
    args: ["a"],
    value: "log1p(a)",
    partials: ["1 / (1 + a)"],
    domain: [[-0.9, 5]],
  },
} as const satisfies Record<string, OpDef>;

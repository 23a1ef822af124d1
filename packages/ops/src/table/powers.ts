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
  rsqrt: {
    doc: "Reciprocal square root, 1 / √a: Infinity at 0, NaN below.",
    args: ["a"],
    value: "1 / sqrt(a)",
    partials: ["-0.5 * y / a"],
    label: "1/√",
    domain: [[0.1, 5]],
  },
  xlogy: {
    doc: "a * log(b), and 0 where a is 0, whatever b is but NaN: the term of an entropy. With respect to a the derivative is log(b), and 0 where a is 0 and b is not positive; with respect to b it is a / b, so NaN at (0, 0). As in PyTorch.",
    args: ["a", "b"],
    value: "a == 0 ? b == b ? 0 : b : a * log(b)",
    partials: ["a == 0 ? b <= 0 ? 0 : log(b) : log(b)", "a / b"],
    domain: [
      [-3, 3],
      [0.1, 5],
    ],
  },
  logaddexp: {
    doc: "log(e ** a + e ** b), without overflow.",
    args: ["a", "b"],
    value: "a == b ? a + 0.6931471805599453 : (a > b ? a : b) + log1p(exp(-abs(a - b)))",
    partials: ["1 / (1 + exp(b - a))", "1 / (1 + exp(a - b))"],
  },
} as const satisfies Record<string, OpDef>;

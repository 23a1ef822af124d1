import type { OpDef } from "./entry.js";

/** Circular and hyperbolic functions; angles in radians. */
export const trigonometry = {
  sin: {
    doc: "Sine of a, in radians.",
    args: ["a"],
    value: "sin(a)",
    partials: ["cos(a)"],
  },
  cos: {
    doc: "Cosine of a, in radians.",
    args: ["a"],
    value: "cos(a)",
    partials: ["-sin(a)"],
  },
  tan: {
    doc: "Tangent of a, in radians.",
    args: ["a"],
    value: "tan(a)",
    partials: ["1 + y * y"],
    domain: [[-1.2, 1.2]],
  },
  tanh: {
    doc: "Hyperbolic tangent. The derivative uses y alone, as PyTorch's does, so only y is kept; its absolute error is below 3e-16, but few of its digits are right where it is itself tiny (|a| above about 10).",
    args: ["a"],
    value: "tanh(a)",
    partials: ["1 - y * y"],
  },
  sinh: {
    doc: "Hyperbolic sine.",
    args: ["a"],
    value: "sinh(a)",
    partials: ["cosh(a)"],
  },
  cosh: {
    doc: "Hyperbolic cosine.",
    args: ["a"],
    value: "cosh(a)",
    partials: ["sinh(a)"],
  },
} as const satisfies Record<string, OpDef>;

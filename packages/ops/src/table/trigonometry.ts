import type { OpDef } from "./entry.js";

/** Circular and hyperbolic functions; angles in radians. */
export const trigonometry = {
  /** Sine of a, in radians. */
  sin: { args: ["a"], value: "sin(a)", partials: ["cos(a)"] },
  /** Cosine of a, in radians. */
  cos: { args: ["a"], value: "cos(a)", partials: ["-sin(a)"] },
  /** Tangent of a, in radians. */
  tan: { args: ["a"], value: "tan(a)", partials: ["1 + y * y"], domain: [[-1.2, 1.2]] },
  /**
   * Hyperbolic tangent. The derivative uses y alone, as PyTorch's does, so only y is kept; its absolute error
   * is below 3e-16, but few of its digits are right where it is itself tiny (|a| above about 10).
   */
  tanh: { args: ["a"], value: "tanh(a)", partials: ["1 - y * y"] },
} as const satisfies Record<string, OpDef>;

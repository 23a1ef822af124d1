import type { OpDef } from "./entry.js";

/** Ops that pick: continuous, with kinks where the choice changes. NaN is never hidden. */
export const selection = {
  abs: {
    doc: "Absolute value; the derivative at 0 is 0, as in PyTorch.",
    args: ["a"],
    value: "abs(a)",
    partials: ["a > 0 ? 1 : a < 0 ? -1 : 0"],
    label: "|·|",
    kinks: ["a"],
  },
  max: {
    doc: "The greater of a and b, NaN if either is NaN. At a tie each gets half of the gradient, so max(a, a) has derivative 1 in all; next to a NaN both get all of it. Both as in PyTorch's maximum.",

    args: ["a", "b"],
    value: "a > b ? a : b > a ? b : a == b ? a : a + b",
    partials: ["a < b ? 0 : a == b ? 0.5 : 1", "b < a ? 0 : a == b ? 0.5 : 1"],
    kinks: ["a - b"],
  },
  min: {
    doc: "The smaller of a and b; ties and NaN as in max.",

    args: ["a", "b"],
    value: "a < b ? a : b < a ? b : a == b ? a : a + b",
    partials: ["a > b ? 0 : a == b ? 0.5 : 1", "b > a ? 0 : a == b ? 0.5 : 1"],
    kinks: ["a - b"],
  },
} as const satisfies Record<string, OpDef>;

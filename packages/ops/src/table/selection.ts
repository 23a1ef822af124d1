import type { OpDef } from "./entry.js";

/** Ops that pick: continuous, with kinks where the choice changes. NaN is never hidden. */
export const selection = {
  abs: {
    doc: "Absolute value; the derivative at 0 is 0, as in PyTorch.",
    args: ["a"],
    value: "abs(a)",
    partials: ["a > 0 ? 1 : a < 0 ? -1 : 0"],
    ulp: [0.5, 0.5],
    label: "|·|",
    kinks: ["a"],
  },
  max: {
    doc: "The greater of a and b, NaN if either is NaN. At a tie each gets half of the gradient, so max(a, a) has derivative 1 in all; next to a NaN both get all of it. Both as in PyTorch's maximum.",
    args: ["a", "b"],
    value: "a > b ? a : b > a ? b : a == b ? a : a + b",
    partials: ["a < b ? 0 : a == b ? 0.5 : 1", "b < a ? 0 : a == b ? 0.5 : 1"],
    ulp: [0.5, 0.5, 0.5],
    kinks: ["a - b"],
  },
  min: {
    doc: "The smaller of a and b; ties and NaN as in max.",
    args: ["a", "b"],
    value: "a < b ? a : b < a ? b : a == b ? a : a + b",
    partials: ["a > b ? 0 : a == b ? 0.5 : 1", "b > a ? 0 : a == b ? 0.5 : 1"],
    ulp: [0.5, 0.5, 0.5],
    kinks: ["a - b"],
  },
  clamp: {
    doc: "a limited to [min, max]; max wins where min is greater. The derivative is 1 on the bounds, as in PyTorch.",
    args: ["a"],
    params: { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
    value: "(a < min ? min : a) > max ? max : a < min ? min : a",
    partials: ["a >= min ? a <= max ? 1 : 0 : 0"],
    ulp: [0.5, 0.5],
    kinks: ["a - min", "a - max"],
  },
  hardtanh: {
    doc: "a limited to [min, max], -1 and 1 if not given. The derivative is 0 on the bounds, as in PyTorch.",
    args: ["a"],
    params: { min: -1, max: 1 },
    value: "a <= min ? min : a >= max ? max : a",
    partials: ["a <= min ? 0 : a >= max ? 0 : 1"],
    ulp: [0.5, 0.5],
    kinks: ["a - min", "a - max"],
  },
  select: {
    doc: "a where the condition holds (is not 0), b elsewhere: PyTorch's where, for a condition that is a number. Only the chosen one gets the gradient.",
    args: ["a", "b"],
    params: { condition: 1 },
    value: "condition != 0 ? a : b",
    partials: ["condition != 0 ? 1 : 0", "condition != 0 ? 0 : 1"],
    ulp: [0.5, 0.5, 0.5],
    label: "where",
  },
} as const satisfies Record<string, OpDef>;

import type { OpDef } from "./entry.js";

/** Piecewise constant ops: their derivative is 0 wherever it exists, and 0 is what is passed on at the steps too. */
export const steps = {
  sign: {
    doc: "-1, 0 or 1 by the sign of a; NaN stays NaN.",
    args: ["a"],
    value: "a > 0 ? 1 : a < 0 ? -1 : a",
    partials: ["0"],
    kinks: ["a"],
  },
  lt: {
    doc: "1 where a < b, else 0. No gradient.",
    args: ["a", "b"],
    value: "a < b ? 1 : 0",
    partials: ["0", "0"],
    label: "<",
    kinks: ["a - b"],
  },
  le: {
    doc: "1 where a <= b, else 0. No gradient.",
    args: ["a", "b"],
    value: "a <= b ? 1 : 0",
    partials: ["0", "0"],
    label: "≤",
    kinks: ["a - b"],
  },
  gt: {
    doc: "1 where a > b, else 0. No gradient.",
    args: ["a", "b"],
    value: "a > b ? 1 : 0",
    partials: ["0", "0"],
    label: ">",
    kinks: ["a - b"],
  },
  ge: {
    doc: "1 where a >= b, else 0. No gradient.",
    args: ["a", "b"],
    value: "a >= b ? 1 : 0",
    partials: ["0", "0"],
    label: "≥",
    kinks: ["a - b"],
  },
  eq: {
    doc: "1 where a equals b, else 0; NaN equals nothing. No gradient.",
    args: ["a", "b"],
    value: "a == b ? 1 : 0",
    partials: ["0", "0"],
    label: "=",
    kinks: ["a - b"],
  },
  ne: {
    doc: "1 where a differs from b, else 0; NaN differs from everything. No gradient.",
    args: ["a", "b"],
    value: "a != b ? 1 : 0",
    partials: ["0", "0"],
    label: "≠",
    kinks: ["a - b"],
  },
} as const satisfies Record<string, OpDef>;

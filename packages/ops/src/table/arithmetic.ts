import type { OpDef } from "./entry.js";

/** The four operations and their relatives. */
export const arithmetic = {
  /** Sum, a + b. */
  add: { args: ["a", "b"], value: "a + b", partials: ["1", "1"], label: "+" },
  /** Difference, a - b. */
  sub: { args: ["a", "b"], value: "a - b", partials: ["1", "-1"], label: "-" },
  /** Product, a * b. */
  mul: { args: ["a", "b"], value: "a * b", partials: ["b", "a"], label: "*" },
  /** Quotient, a / b. IEEE division: 1 / 0 is Infinity with derivative -Infinity, 0 / 0 is NaN. */
  div: {
    args: ["a", "b"],
    value: "a / b",
    partials: ["1 / b", "-y / b"],
    label: "/",
    domain: [
      [-3, 3],
      [0.5, 3],
    ],
  },
  /** Negation, -a. */
  neg: { args: ["a"], value: "-a", partials: ["-1"], label: "-" },
  /** Reciprocal, 1 / a. */
  reciprocal: { args: ["a"], value: "1 / a", partials: ["-y * y"], label: "1/", domain: [[0.5, 3]] },
  /** Square, a * a. */
  square: { args: ["a"], value: "a * a", partials: ["2 * a"], label: "²" },
} as const satisfies Record<string, OpDef>;

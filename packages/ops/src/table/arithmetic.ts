import type { OpDef } from "./entry.js";

/** The four operations and their relatives. */
export const arithmetic = {
  add: {
    doc: "Sum, a + b.",
    args: ["a", "b"],
    value: "a + b",
    partials: ["1", "1"],
    ulp: [0.5, 0.5, 0.5],
    label: "+",
  },
  sub: {
    doc: "Difference, a - b.",
    args: ["a", "b"],
    value: "a - b",
    partials: ["1", "-1"],
    ulp: [0.5, 0.5, 0.5],
    label: "-",
  },
  mul: {
    doc: "Product, a * b.",
    args: ["a", "b"],
    value: "a * b",
    partials: ["b", "a"],
    ulp: [0.5, 0.5, 0.5],
    label: "*",
  },
  div: {
    doc: "Quotient, a / b. IEEE division: 1 / 0 is Infinity with derivative -Infinity, 0 / 0 is NaN.",
    args: ["a", "b"],
    value: "a / b",
    partials: ["1 / b", "-y / b"],
    ulp: [0.5, 0.5, 1.1],
    label: "/",
    domain: [
      [-3, 3],
      [0.5, 3],
    ],
  },
  neg: {
    doc: "Negation, -a.",
    args: ["a"],
    value: "-a",
    partials: ["-1"],
    ulp: [0.5, 0.5],
    label: "-",
  },
  reciprocal: {
    doc: "Reciprocal, 1 / a.",
    args: ["a"],
    value: "1 / a",
    partials: ["-y * y"],
    ulp: [0.5, 1.5],
    label: "1/",
    domain: [[0.5, 3]],
  },
  square: {
    doc: "Square, a * a.",
    args: ["a"],
    value: "a * a",
    partials: ["2 * a"],
    ulp: [0.5, 0.5],
    label: "²",
  },
} as const satisfies Record<string, OpDef>;

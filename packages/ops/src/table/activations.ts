import type { OpDef } from "./entry.js";

/** What neurons pass their sums through. Written so that NaN passes and nothing overflows. */
export const activations = {
  sigmoid: {
    doc: "Logistic function, 1 / (1 + e ** -a). The derivative keeps its digits at both ends.",
    args: ["a"],
    value: "1 / (1 + exp(-a))",
    partials: ["y / (1 + exp(a))"],
    label: "σ",
  },
  relu: {
    doc: "The greater of a and 0; the derivative at 0 is 0, as in PyTorch.",
    args: ["a"],
    value: "a < 0 ? 0 : a",
    partials: ["a <= 0 ? 0 : 1"],
    label: "ReLU",
    kinks: ["a"],
  },
  leakyRelu: {
    doc: "a where positive, slope * a elsewhere; the derivative at 0 is the slope, as in PyTorch.",

    args: ["a"],
    params: { slope: 0.01 },
    value: "a > 0 ? a : slope * a",
    partials: ["a > 0 ? 1 : slope"],
    label: "LeakyReLU",
    kinks: ["a"],
  },
  softplus: {
    doc: "log(1 + e ** a), a smooth ReLU; neither end overflows. The derivative is the logistic function.",

    args: ["a"],
    value: "(a > 0 ? a : 0) + log1p(exp(-abs(a)))",
    partials: ["1 / (1 + exp(-a))"],
  },
} as const satisfies Record<string, OpDef>;

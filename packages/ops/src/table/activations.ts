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
  elu: {
    doc: "Exponential linear unit: a where positive, alpha * (e ** a - 1) elsewhere (Clevert et al., 2015). The derivative at 0 is alpha, as in PyTorch.",
    args: ["a"],
    params: { alpha: 1 },
    value: "a > 0 ? a : alpha * expm1(a)",
    partials: ["a > 0 ? 1 : alpha * exp(a)"],
    label: "ELU",
    kinks: ["a"],
  },
  selu: {
    doc: "Scaled exponential linear unit, with the constants that keep mean 0 and variance 1 (Klambauer et al., 2017). The derivative at 0 is that of the negative side, as in PyTorch.",
    args: ["a"],
    value: "1.0507009873554805 * (a > 0 ? a : 1.6732632423543772 * expm1(a))",
    partials: ["1.0507009873554805 * (a > 0 ? 1 : 1.6732632423543772 * exp(a))"],
    label: "SELU",
    kinks: ["a"],
  },
  silu: {
    doc: "a times the logistic function of a, also called swish (Elfwing et al., 2017). NaN at -Infinity, as in PyTorch.",
    args: ["a"],
    value: "a / (1 + exp(-a))",
    partials: ["1 / (1 + exp(-a)) + y / (1 + exp(a))"],
    label: "SiLU",
  },
  geluTanh: {
    doc: "The tanh form of the Gaussian error linear unit, a * (1 + tanh(u)) / 2 with u = √(2/π) * (a + 0.044715 * a³), written as a times the logistic function of 2u, which does not cancel (Hendrycks and Gimpel, 2016).",
    args: ["a"],
    value: "a / (1 + exp(-1.5957691216057308 * (a + 0.044715 * a * a * a)))",
    partials: [
      "abs(a) > 100 ? a > 0 ? 1 : 0 : 1 / (1 + exp(-1.5957691216057308 * (a + 0.044715 * a * a * a))) + y * (1.5957691216057308 + 0.2140644488178007 * a * a) / (1 + exp(1.5957691216057308 * (a + 0.044715 * a * a * a)))",
    ],
    label: "GELU",
  },
  mish: {
    doc: "a * tanh(softplus(a)) (Misra, 2019).",
    args: ["a"],
    value: "a * tanh((a > 0 ? a : 0) + log1p(exp(-abs(a))))",
    partials: [
      "tanh((a > 0 ? a : 0) + log1p(exp(-abs(a)))) + a / (1 + exp(-a)) / cosh((a > 0 ? a : 0) + log1p(exp(-abs(a)))) / cosh((a > 0 ? a : 0) + log1p(exp(-abs(a))))",
    ],
    label: "Mish",
  },
} as const satisfies Record<string, OpDef>;

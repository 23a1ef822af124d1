import type { OpName } from "../table/index.js";

/** What computing on a GPU means for the ops of the table. */
export interface GpuPolicy {
  /** What holds for all of them: sentences. */
  readonly rules: readonly string[];
  /** Bounds of the relative error of the functions that formulas call, where the value is a normal number of float32. */
  readonly functions: Readonly<Record<string, number>>;
  /** What differs from the CPU beyond that, by op: sentences. */
  readonly ops: Readonly<Partial<Record<OpName, string>>>;
}

const far = "In gpu.js's JavaScript NaN for |a| above 12,800; WGSL and GLSL reduce every angle.";
const small = "What is below 1e-35 may be 0.";

/** What the formulas that GpuPrinter prints keep of the CPU's answers, and what they do not. */
export const gpuPolicy: GpuPolicy = {
  rules: [
    "Numbers are float32. A function is right to 7e-7 of its value, and a formula to what such errors of its steps make of it.",
    "NaN in an argument gives NaN wherever it does on the CPU, and a comparison with NaN is false, also where a driver assumes that there is no NaN.",
    "Infinite arguments and results are those of the CPU; what is above 3.4e38 is infinite.",
    "Subnormal numbers, below 1.18e-38, may be taken as 0, in arguments and in results.",
    "The sign of 0 may be lost.",
  ],
  functions: {
    abs: 0,
    acos: 1.4e-7,
    acosh: 2.1e-7,
    asin: 2.5e-7,
    asinh: 2.3e-7,
    atan: 2e-7,
    atan2: 2e-7,
    atanh: 2.1e-7,
    cbrt: 1e-7,
    cos: 1.8e-7,
    cosh: 1.3e-7,
    erf: 2.4e-7,
    erfc: 4.1e-7,
    exp: 8e-8,
    exp2: 8e-8,
    expm1: 1.2e-7,
    floor: 0,
    log: 8.5e-8,
    log10: 1.4e-7,
    log1p: 2e-7,
    log2: 1.4e-7,
    ndtr: 4e-7,
    normpdf: 1.6e-7,
    pow: 3e-7,
    round: 0,
    sin: 1.8e-7,
    sinh: 1.4e-7,
    sqrt: 6e-8,
    tan: 2.9e-7,
    tanh: 1.4e-7,
  },
  ops: {
    pow: "The derivative with respect to a negative a is that of the power b - 1 rounded to float32, which for |b| below 6e-8 or above 1.6e7 may be a whole number where b - 1 is none, or an even one where it is odd.",
    atan2:
      "The derivatives are 0, infinite or NaN where a * a + b * b leaves float32: for both sides below 1e-19, or one above 1.8e19.",
    asinh: "The derivative is 0 for |a| above 1.8e19, where it is below 5.5e-20.",
    sin: far,
    cos: far,
    tan: far,
    selu: small,
    silu: small,
    gelu: small,
    mish: small,
  },
};

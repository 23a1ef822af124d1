// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// The methods of Value as functions, for lists, map and tree shaking.
import { lift } from "../lift.js";
import type { Scalar, Value } from "../value.js";

/** Sum, a + b. */
export const add = (a: Scalar, b: Scalar): Value => lift(a, "add").add(b);

/** Difference, a - b. */
export const sub = (a: Scalar, b: Scalar): Value => lift(a, "sub").sub(b);

/** Product, a * b. */
export const mul = (a: Scalar, b: Scalar): Value => lift(a, "mul").mul(b);

/** Quotient, a / b. IEEE division: 1 / 0 is Infinity with derivative -Infinity, 0 / 0 is NaN. */
export const div = (a: Scalar, b: Scalar): Value => lift(a, "div").div(b);

/** Negation, -a. */
export const neg = (a: Scalar): Value => lift(a, "neg").neg();

/** Reciprocal, 1 / a. */
export const reciprocal = (a: Scalar): Value => lift(a, "reciprocal").reciprocal();

/** Square, a * a. */
export const square = (a: Scalar): Value => lift(a, "square").square();

/**
 * Power, a ** b; real, so NaN for a negative a and a fractional b. As in PyTorch, pow(a, 0) has
 * derivative 0 with respect to a everywhere, pow(0, b) has derivative 0 with respect to b for b >= 0,
 * and for a negative a that derivative is NaN. pow(1, b) and pow(a, 0) are 1 even for NaN (IEEE 754,
 * unlike Math.pow).
 */
export const pow = (a: Scalar, b: Scalar): Value => lift(a, "pow").pow(b);

/** Square root; NaN below 0. The derivative at 0 is Infinity, by continuity. */
export const sqrt = (a: Scalar): Value => lift(a, "sqrt").sqrt();

/** Exponential, e ** a. Above 709.78 it is Infinity, and so is its derivative. */
export const exp = (a: Scalar): Value => lift(a, "exp").exp();

/** e ** a - 1, with all its digits near 0. The derivative is e ** a itself: y + 1 has none left at -40. */
export const expm1 = (a: Scalar): Value => lift(a, "expm1").expm1();

/** Natural logarithm: -Infinity at 0, NaN below. The derivative is 1 / a on both sides, as in PyTorch. */
export const log = (a: Scalar): Value => lift(a, "log").log();

/** log(1 + a), with all its digits near 0. */
export const log1p = (a: Scalar): Value => lift(a, "log1p").log1p();

/** Sine of a, in radians. */
export const sin = (a: Scalar): Value => lift(a, "sin").sin();

/** Cosine of a, in radians. */
export const cos = (a: Scalar): Value => lift(a, "cos").cos();

/** Tangent of a, in radians. */
export const tan = (a: Scalar): Value => lift(a, "tan").tan();

/**
 * Hyperbolic tangent. The derivative uses y alone, as PyTorch's does, so only y is kept; its absolute
 * error is below 3e-16, but few of its digits are right where it is itself tiny (|a| above about 10).
 */
export const tanh = (a: Scalar): Value => lift(a, "tanh").tanh();

/** Logistic function, 1 / (1 + e ** -a). The derivative keeps its digits at both ends. */
export const sigmoid = (a: Scalar): Value => lift(a, "sigmoid").sigmoid();

/** The greater of a and 0; the derivative at 0 is 0, as in PyTorch. */
export const relu = (a: Scalar): Value => lift(a, "relu").relu();

/** a where positive, slope * a elsewhere; the derivative at 0 is the slope, as in PyTorch. */
export const leakyRelu = (a: Scalar, slope?: number): Value => lift(a, "leakyRelu").leakyRelu(slope);

/** log(1 + e ** a), a smooth ReLU; neither end overflows. The derivative is the logistic function. */
export const softplus = (a: Scalar): Value => lift(a, "softplus").softplus();

/** Absolute value; the derivative at 0 is 0, as in PyTorch. */
export const abs = (a: Scalar): Value => lift(a, "abs").abs();

/**
 * The greater of a and b, NaN if either is NaN. At a tie each gets half of the gradient, so max(a, a)
 * has derivative 1 in all; next to a NaN both get all of it. Both as in PyTorch's maximum.
 */
export const max = (a: Scalar, b: Scalar): Value => lift(a, "max").max(b);

/** The smaller of a and b; ties and NaN as in max. */
export const min = (a: Scalar, b: Scalar): Value => lift(a, "min").min(b);

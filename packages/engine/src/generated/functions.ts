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

/** Reciprocal square root, 1 / √a: Infinity at 0, NaN below. */
export const rsqrt = (a: Scalar): Value => lift(a, "rsqrt").rsqrt();

/**
 * a * log(b), and 0 where a is 0, whatever b is but NaN: the term of an entropy. With respect to a the
 * derivative is log(b), and 0 where a is 0 and b is not positive; with respect to b it is a / b, so
 * NaN at (0, 0). As in PyTorch.
 */
export const xlogy = (a: Scalar, b: Scalar): Value => lift(a, "xlogy").xlogy(b);

/** log(e ** a + e ** b), without overflow. */
export const logaddexp = (a: Scalar, b: Scalar): Value => lift(a, "logaddexp").logaddexp(b);

/** Cube root, of negative numbers too. The derivative at 0 is Infinity. */
export const cbrt = (a: Scalar): Value => lift(a, "cbrt").cbrt();

/** 2 ** a. */
export const exp2 = (a: Scalar): Value => lift(a, "exp2").exp2();

/** Logarithm to base 2; exact for powers of 2. */
export const log2 = (a: Scalar): Value => lift(a, "log2").log2();

/** Logarithm to base 10; exact for powers of 10. */
export const log10 = (a: Scalar): Value => lift(a, "log10").log10();

/** √(a² + b²), without overflow. The derivatives at (0, 0) are NaN, as in PyTorch. */
export const hypot = (a: Scalar, b: Scalar): Value => lift(a, "hypot").hypot(b);

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

/** Hyperbolic sine. */
export const sinh = (a: Scalar): Value => lift(a, "sinh").sinh();

/** Hyperbolic cosine. */
export const cosh = (a: Scalar): Value => lift(a, "cosh").cosh();

/**
 * Inverse sine, from -π/2 to π/2; NaN beyond [-1, 1]. The derivative keeps its digits near ±1, where
 * it is infinite.
 */
export const asin = (a: Scalar): Value => lift(a, "asin").asin();

/** Inverse cosine, from 0 to π; NaN beyond [-1, 1]. */
export const acos = (a: Scalar): Value => lift(a, "acos").acos();

/** Inverse tangent, from -π/2 to π/2. */
export const atan = (a: Scalar): Value => lift(a, "atan").atan();

/**
 * The angle of the point (b, a) from the positive b axis, from -π to π. At (0, 0) it is 0 and its
 * derivatives are NaN, as in PyTorch.
 */
export const atan2 = (a: Scalar, b: Scalar): Value => lift(a, "atan2").atan2(b);

/** Inverse hyperbolic sine. */
export const asinh = (a: Scalar): Value => lift(a, "asinh").asinh();

/** Inverse hyperbolic cosine, at least 0; NaN below 1. */
export const acosh = (a: Scalar): Value => lift(a, "acosh").acosh();

/** Inverse hyperbolic tangent; infinite at ±1, NaN beyond. */
export const atanh = (a: Scalar): Value => lift(a, "atanh").atanh();

/** Logistic function, 1 / (1 + e ** -a). The derivative keeps its digits at both ends. */
export const sigmoid = (a: Scalar): Value => lift(a, "sigmoid").sigmoid();

/** The greater of a and 0; the derivative at 0 is 0, as in PyTorch. */
export const relu = (a: Scalar): Value => lift(a, "relu").relu();

/** a where positive, slope * a elsewhere; the derivative at 0 is the slope, as in PyTorch. */
export const leakyRelu = (a: Scalar, slope?: number): Value => lift(a, "leakyRelu").leakyRelu(slope);

/** log(1 + e ** a), a smooth ReLU; neither end overflows. The derivative is the logistic function. */
export const softplus = (a: Scalar): Value => lift(a, "softplus").softplus();

/**
 * Exponential linear unit: a where positive, alpha * (e ** a - 1) elsewhere (Clevert et al., 2015).
 * The derivative at 0 is alpha, as in PyTorch.
 */
export const elu = (a: Scalar, alpha?: number): Value => lift(a, "elu").elu(alpha);

/**
 * Scaled exponential linear unit, with the constants that keep mean 0 and variance 1 (Klambauer et
 * al., 2017). The derivative at 0 is that of the negative side, as in PyTorch.
 */
export const selu = (a: Scalar): Value => lift(a, "selu").selu();

/**
 * a times the logistic function of a, also called swish (Elfwing et al., 2017). NaN at -Infinity, as
 * in PyTorch.
 */
export const silu = (a: Scalar): Value => lift(a, "silu").silu();

/** The error function, 2 / √π times the integral of e ** -t² from 0 to a. */
export const erf = (a: Scalar): Value => lift(a, "erf").erf();

/** The complementary error function, 1 - erf(a), without cancellation where erf(a) nears 1. */
export const erfc = (a: Scalar): Value => lift(a, "erfc").erfc();

/**
 * The probability that a standard normal number is below a, erfc(-a / √2) / 2, with all its digits
 * where a is far below 0.
 */
export const ndtr = (a: Scalar): Value => lift(a, "ndtr").ndtr();

/** The density of the standard normal distribution, e ** (-a² / 2) / √(2π): the derivative of ndtr. */
export const normpdf = (a: Scalar): Value => lift(a, "normpdf").normpdf();

/**
 * Gaussian error linear unit: a times the probability that a standard normal number is below a, a *
 * ndtr(a) (Hendrycks and Gimpel, 2016). Unlike 1 + erf, ndtr keeps its digits where a is far below 0;
 * -0 at -Infinity.
 */
export const gelu = (a: Scalar): Value => lift(a, "gelu").gelu();

/**
 * The tanh form of the Gaussian error linear unit, a * (1 + tanh(u)) / 2 with u = √(2/π) * (a +
 * 0.044715 * a³), written as a times the logistic function of 2u, which does not cancel (Hendrycks and
 * Gimpel, 2016).
 */
export const geluTanh = (a: Scalar): Value => lift(a, "geluTanh").geluTanh();

/** a * tanh(softplus(a)) (Misra, 2019). */
export const mish = (a: Scalar): Value => lift(a, "mish").mish();

/** Absolute value; the derivative at 0 is 0, as in PyTorch. */
export const abs = (a: Scalar): Value => lift(a, "abs").abs();

/**
 * The greater of a and b, NaN if either is NaN. At a tie each gets half of the gradient, so max(a, a)
 * has derivative 1 in all; next to a NaN both get all of it. Both as in PyTorch's maximum.
 */
export const max = (a: Scalar, b: Scalar): Value => lift(a, "max").max(b);

/** The smaller of a and b; ties and NaN as in max. */
export const min = (a: Scalar, b: Scalar): Value => lift(a, "min").min(b);

/**
 * a limited to [min, max]; max wins where min is greater. The derivative is 1 on the bounds, as in
 * PyTorch.
 */
export const clamp = (a: Scalar, min?: number, max?: number): Value => lift(a, "clamp").clamp(min, max);

/** a limited to [min, max], -1 and 1 if not given. The derivative is 0 on the bounds, as in PyTorch. */
export const hardtanh = (a: Scalar, min?: number, max?: number): Value =>
  lift(a, "hardtanh").hardtanh(min, max);

/**
 * a where the condition holds (is not 0), b elsewhere: PyTorch's where, for a condition that is a
 * number. Only the chosen one gets the gradient.
 */
export const select = (a: Scalar, b: Scalar, condition?: number): Value =>
  lift(a, "select").select(b, condition);

/** -1, 0 or 1 by the sign of a; NaN stays NaN. */
export const sign = (a: Scalar): Value => lift(a, "sign").sign();

/** The greatest integer that is not above a. */
export const floor = (a: Scalar): Value => lift(a, "floor").floor();

/** The least integer that is not below a. */
export const ceil = (a: Scalar): Value => lift(a, "ceil").ceil();

/** The nearest integer; a half goes to the even one, as in PyTorch and unlike Math.round. */
export const round = (a: Scalar): Value => lift(a, "round").round();

/** 1 where a < b, else 0. No gradient. */
export const lt = (a: Scalar, b: Scalar): Value => lift(a, "lt").lt(b);

/** 1 where a <= b, else 0. No gradient. */
export const le = (a: Scalar, b: Scalar): Value => lift(a, "le").le(b);

/** 1 where a > b, else 0. No gradient. */
export const gt = (a: Scalar, b: Scalar): Value => lift(a, "gt").gt(b);

/** 1 where a >= b, else 0. No gradient. */
export const ge = (a: Scalar, b: Scalar): Value => lift(a, "ge").ge(b);

/** 1 where a equals b, else 0; NaN equals nothing. No gradient. */
export const eq = (a: Scalar, b: Scalar): Value => lift(a, "eq").eq(b);

/** 1 where a differs from b, else 0; NaN differs from everything. No gradient. */
export const ne = (a: Scalar, b: Scalar): Value => lift(a, "ne").ne(b);

// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// The methods of Value and Tensor as functions, for lists, map and tree shaking.
import { self } from "../lift.js";
import type { OneTensor } from "../tensor/is-tensor.js";
import type { Tensor, TensorLike } from "../tensor/tensor.js";
import type { Broadcast, Fits, ShapeOf } from "../tensor/types.js";
import type { Scalar, Value } from "../value.js";

/** Sum, a + b. */
export function add<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"add", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function add(a: Scalar, b: Scalar): Value;
export function add(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).add(b);
}

/** Difference, a - b. */
export function sub<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"sub", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function sub(a: Scalar, b: Scalar): Value;
export function sub(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).sub(b);
}

/** Product, a * b. */
export function mul<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"mul", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function mul(a: Scalar, b: Scalar): Value;
export function mul(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).mul(b);
}

/** Quotient, a / b. IEEE division: 1 / 0 is Infinity with derivative -Infinity, 0 / 0 is NaN. */
export function div<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"div", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function div(a: Scalar, b: Scalar): Value;
export function div(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).div(b);
}

/** Negation, -a. */
export function neg<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function neg(a: Scalar): Value;
export function neg(a: Scalar | Tensor): Value | Tensor {
  return self(a).neg();
}

/** Reciprocal, 1 / a. */
export function reciprocal<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function reciprocal(a: Scalar): Value;
export function reciprocal(a: Scalar | Tensor): Value | Tensor {
  return self(a).reciprocal();
}

/** Square, a * a. */
export function square<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function square(a: Scalar): Value;
export function square(a: Scalar | Tensor): Value | Tensor {
  return self(a).square();
}

/**
 * Power, a ** b; real, so NaN for a negative a and a fractional b. As in PyTorch, pow(a, 0) has
 * derivative 0 with respect to a everywhere, pow(0, b) has derivative 0 with respect to b for b >= 0,
 * and for a negative a that derivative is NaN. pow(1, b) and pow(a, 0) are 1 even for NaN (IEEE 754,
 * unlike Math.pow).
 */
export function pow<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"pow", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function pow(a: Scalar, b: Scalar): Value;
export function pow(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).pow(b);
}

/** Square root; NaN below 0. The derivative at 0 is Infinity, by continuity. */
export function sqrt<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function sqrt(a: Scalar): Value;
export function sqrt(a: Scalar | Tensor): Value | Tensor {
  return self(a).sqrt();
}

/** Exponential, e ** a. Above 709.78 it is Infinity, and so is its derivative. */
export function exp<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function exp(a: Scalar): Value;
export function exp(a: Scalar | Tensor): Value | Tensor {
  return self(a).exp();
}

/** e ** a - 1, with all its digits near 0. The derivative is e ** a itself: y + 1 has none left at -40. */
export function expm1<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function expm1(a: Scalar): Value;
export function expm1(a: Scalar | Tensor): Value | Tensor {
  return self(a).expm1();
}

/** Natural logarithm: -Infinity at 0, NaN below. The derivative is 1 / a on both sides, as in PyTorch. */
export function log<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function log(a: Scalar): Value;
export function log(a: Scalar | Tensor): Value | Tensor {
  return self(a).log();
}

/** log(1 + a), with all its digits near 0. */
export function log1p<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function log1p(a: Scalar): Value;
export function log1p(a: Scalar | Tensor): Value | Tensor {
  return self(a).log1p();
}

/** Reciprocal square root, 1 / √a: Infinity at 0, NaN below. */
export function rsqrt<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function rsqrt(a: Scalar): Value;
export function rsqrt(a: Scalar | Tensor): Value | Tensor {
  return self(a).rsqrt();
}

/**
 * a * log(b), and 0 where a is 0, whatever b is but NaN: the term of an entropy. With respect to a the
 * derivative is log(b), and 0 where a is 0 and b is not positive; with respect to b it is a / b, so
 * NaN at (0, 0). As in PyTorch.
 */
export function xlogy<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"xlogy", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function xlogy(a: Scalar, b: Scalar): Value;
export function xlogy(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).xlogy(b);
}

/** log(e ** a + e ** b), without overflow. */
export function logaddexp<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"logaddexp", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function logaddexp(a: Scalar, b: Scalar): Value;
export function logaddexp(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).logaddexp(b);
}

/** Cube root, of negative numbers too. The derivative at 0 is Infinity. */
export function cbrt<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function cbrt(a: Scalar): Value;
export function cbrt(a: Scalar | Tensor): Value | Tensor {
  return self(a).cbrt();
}

/** 2 ** a. */
export function exp2<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function exp2(a: Scalar): Value;
export function exp2(a: Scalar | Tensor): Value | Tensor {
  return self(a).exp2();
}

/** Logarithm to base 2; exact for powers of 2. */
export function log2<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function log2(a: Scalar): Value;
export function log2(a: Scalar | Tensor): Value | Tensor {
  return self(a).log2();
}

/** Logarithm to base 10; exact for powers of 10. */
export function log10<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function log10(a: Scalar): Value;
export function log10(a: Scalar | Tensor): Value | Tensor {
  return self(a).log10();
}

/** √(a² + b²), without overflow. The derivatives at (0, 0) are NaN, as in PyTorch. */
export function hypot<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"hypot", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function hypot(a: Scalar, b: Scalar): Value;
export function hypot(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).hypot(b);
}

/** Sine of a, in radians. */
export function sin<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function sin(a: Scalar): Value;
export function sin(a: Scalar | Tensor): Value | Tensor {
  return self(a).sin();
}

/** Cosine of a, in radians. */
export function cos<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function cos(a: Scalar): Value;
export function cos(a: Scalar | Tensor): Value | Tensor {
  return self(a).cos();
}

/** Tangent of a, in radians. */
export function tan<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function tan(a: Scalar): Value;
export function tan(a: Scalar | Tensor): Value | Tensor {
  return self(a).tan();
}

/**
 * Hyperbolic tangent. The derivative uses y alone, as PyTorch's does, so only y is kept; its absolute
 * error is below 3e-16, but few of its digits are right where it is itself tiny (|a| above about 10).
 */
export function tanh<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function tanh(a: Scalar): Value;
export function tanh(a: Scalar | Tensor): Value | Tensor {
  return self(a).tanh();
}

/** Hyperbolic sine. */
export function sinh<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function sinh(a: Scalar): Value;
export function sinh(a: Scalar | Tensor): Value | Tensor {
  return self(a).sinh();
}

/** Hyperbolic cosine. */
export function cosh<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function cosh(a: Scalar): Value;
export function cosh(a: Scalar | Tensor): Value | Tensor {
  return self(a).cosh();
}

/**
 * Inverse sine, from -π/2 to π/2; NaN beyond [-1, 1]. The derivative keeps its digits near ±1, where
 * it is infinite.
 */
export function asin<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function asin(a: Scalar): Value;
export function asin(a: Scalar | Tensor): Value | Tensor {
  return self(a).asin();
}

/** Inverse cosine, from 0 to π; NaN beyond [-1, 1]. */
export function acos<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function acos(a: Scalar): Value;
export function acos(a: Scalar | Tensor): Value | Tensor {
  return self(a).acos();
}

/** Inverse tangent, from -π/2 to π/2. */
export function atan<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function atan(a: Scalar): Value;
export function atan(a: Scalar | Tensor): Value | Tensor {
  return self(a).atan();
}

/**
 * The angle of the point (b, a) from the positive b axis, from -π to π. At (0, 0) it is 0 and its
 * derivatives are NaN, as in PyTorch.
 */
export function atan2<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"atan2", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function atan2(a: Scalar, b: Scalar): Value;
export function atan2(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).atan2(b);
}

/** Inverse hyperbolic sine. */
export function asinh<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function asinh(a: Scalar): Value;
export function asinh(a: Scalar | Tensor): Value | Tensor {
  return self(a).asinh();
}

/** Inverse hyperbolic cosine, at least 0; NaN below 1. */
export function acosh<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function acosh(a: Scalar): Value;
export function acosh(a: Scalar | Tensor): Value | Tensor {
  return self(a).acosh();
}

/** Inverse hyperbolic tangent; infinite at ±1, NaN beyond. */
export function atanh<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function atanh(a: Scalar): Value;
export function atanh(a: Scalar | Tensor): Value | Tensor {
  return self(a).atanh();
}

/** Logistic function, 1 / (1 + e ** -a). The derivative keeps its digits at both ends. */
export function sigmoid<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function sigmoid(a: Scalar): Value;
export function sigmoid(a: Scalar | Tensor): Value | Tensor {
  return self(a).sigmoid();
}

/** The greater of a and 0; the derivative at 0 is 0, as in PyTorch. */
export function relu<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function relu(a: Scalar): Value;
export function relu(a: Scalar | Tensor): Value | Tensor {
  return self(a).relu();
}

/** a where positive, slope * a elsewhere; the derivative at 0 is the slope, as in PyTorch. */
export function leakyRelu<A extends Tensor>(a: A, slope?: number): Tensor<ShapeOf<A>>;
export function leakyRelu(a: Scalar, slope?: number): Value;
export function leakyRelu(a: Scalar | Tensor, slope?: number): Value | Tensor {
  return self(a).leakyRelu(slope);
}

/** log(1 + e ** a), a smooth ReLU; neither end overflows. The derivative is the logistic function. */
export function softplus<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function softplus(a: Scalar): Value;
export function softplus(a: Scalar | Tensor): Value | Tensor {
  return self(a).softplus();
}

/**
 * Exponential linear unit: a where positive, alpha * (e ** a - 1) elsewhere (Clevert et al., 2015).
 * The derivative at 0 is alpha, as in PyTorch.
 */
export function elu<A extends Tensor>(a: A, alpha?: number): Tensor<ShapeOf<A>>;
export function elu(a: Scalar, alpha?: number): Value;
export function elu(a: Scalar | Tensor, alpha?: number): Value | Tensor {
  return self(a).elu(alpha);
}

/**
 * Scaled exponential linear unit, with the constants that keep mean 0 and variance 1 (Klambauer et
 * al., 2017). The derivative at 0 is that of the negative side, as in PyTorch.
 */
export function selu<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function selu(a: Scalar): Value;
export function selu(a: Scalar | Tensor): Value | Tensor {
  return self(a).selu();
}

/**
 * a times the logistic function of a, also called swish (Elfwing et al., 2017). NaN at -Infinity, as
 * in PyTorch.
 */
export function silu<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function silu(a: Scalar): Value;
export function silu(a: Scalar | Tensor): Value | Tensor {
  return self(a).silu();
}

/** The error function, 2 / √π times the integral of e ** -t² from 0 to a. */
export function erf<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function erf(a: Scalar): Value;
export function erf(a: Scalar | Tensor): Value | Tensor {
  return self(a).erf();
}

/** The complementary error function, 1 - erf(a), without cancellation where erf(a) nears 1. */
export function erfc<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function erfc(a: Scalar): Value;
export function erfc(a: Scalar | Tensor): Value | Tensor {
  return self(a).erfc();
}

/**
 * The probability that a standard normal number is below a, erfc(-a / √2) / 2, with all its digits
 * where a is far below 0.
 */
export function ndtr<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function ndtr(a: Scalar): Value;
export function ndtr(a: Scalar | Tensor): Value | Tensor {
  return self(a).ndtr();
}

/** The density of the standard normal distribution, e ** (-a² / 2) / √(2π): the derivative of ndtr. */
export function normpdf<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function normpdf(a: Scalar): Value;
export function normpdf(a: Scalar | Tensor): Value | Tensor {
  return self(a).normpdf();
}

/**
 * Gaussian error linear unit: a times the probability that a standard normal number is below a, a *
 * ndtr(a) (Hendrycks and Gimpel, 2016). Unlike 1 + erf, ndtr keeps its digits where a is far below 0;
 * -0 at -Infinity.
 */
export function gelu<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function gelu(a: Scalar): Value;
export function gelu(a: Scalar | Tensor): Value | Tensor {
  return self(a).gelu();
}

/**
 * The tanh form of the Gaussian error linear unit, a * (1 + tanh(u)) / 2 with u = √(2/π) * (a +
 * 0.044715 * a³), written as a times the logistic function of 2u, which does not cancel (Hendrycks and
 * Gimpel, 2016).
 */
export function geluTanh<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function geluTanh(a: Scalar): Value;
export function geluTanh(a: Scalar | Tensor): Value | Tensor {
  return self(a).geluTanh();
}

/** a * tanh(softplus(a)) (Misra, 2019). */
export function mish<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function mish(a: Scalar): Value;
export function mish(a: Scalar | Tensor): Value | Tensor {
  return self(a).mish();
}

/** Absolute value; the derivative at 0 is 0, as in PyTorch. */
export function abs<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function abs(a: Scalar): Value;
export function abs(a: Scalar | Tensor): Value | Tensor {
  return self(a).abs();
}

/**
 * The greater of a and b, NaN if either is NaN. At a tie each gets half of the gradient, so max(a, a)
 * has derivative 1 in all; next to a NaN both get all of it. Both as in PyTorch's maximum.
 */
export function max<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"max", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function max(a: Scalar, b: Scalar): Value;
export function max(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).max(b);
}

/** The smaller of a and b; ties and NaN as in max. */
export function min<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"min", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function min(a: Scalar, b: Scalar): Value;
export function min(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).min(b);
}

/**
 * a limited to [min, max]; max wins where min is greater. The derivative is 1 on the bounds, as in
 * PyTorch.
 */
export function clamp<A extends Tensor>(a: A, min?: number, max?: number): Tensor<ShapeOf<A>>;
export function clamp(a: Scalar, min?: number, max?: number): Value;
export function clamp(a: Scalar | Tensor, min?: number, max?: number): Value | Tensor {
  return self(a).clamp(min, max);
}

/** a limited to [min, max], -1 and 1 if not given. The derivative is 0 on the bounds, as in PyTorch. */
export function hardtanh<A extends Tensor>(a: A, min?: number, max?: number): Tensor<ShapeOf<A>>;
export function hardtanh(a: Scalar, min?: number, max?: number): Value;
export function hardtanh(a: Scalar | Tensor, min?: number, max?: number): Value | Tensor {
  return self(a).hardtanh(min, max);
}

/**
 * a where the condition holds (is not 0), b elsewhere: PyTorch's where, for a condition that is a
 * number. Only the chosen one gets the gradient.
 */
export function select<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"select", ShapeOf<A>, ShapeOf<B>>,
  condition?: number,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function select(a: Scalar, b: Scalar, condition?: number): Value;
export function select(a: Scalar | Tensor, b: Scalar | Tensor, condition?: number): Value | Tensor {
  return self(a, b).select(b, condition);
}

/** -1, 0 or 1 by the sign of a; NaN stays NaN. */
export function sign<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function sign(a: Scalar): Value;
export function sign(a: Scalar | Tensor): Value | Tensor {
  return self(a).sign();
}

/** The greatest integer that is not above a. */
export function floor<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function floor(a: Scalar): Value;
export function floor(a: Scalar | Tensor): Value | Tensor {
  return self(a).floor();
}

/** The least integer that is not below a. */
export function ceil<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function ceil(a: Scalar): Value;
export function ceil(a: Scalar | Tensor): Value | Tensor {
  return self(a).ceil();
}

/** The nearest integer; a half goes to the even one, as in PyTorch and unlike Math.round. */
export function round<A extends Tensor>(a: A): Tensor<ShapeOf<A>>;
export function round(a: Scalar): Value;
export function round(a: Scalar | Tensor): Value | Tensor {
  return self(a).round();
}

/** 1 where a < b, else 0. No gradient. */
export function lt<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"lt", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function lt(a: Scalar, b: Scalar): Value;
export function lt(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).lt(b);
}

/** 1 where a <= b, else 0. No gradient. */
export function le<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"le", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function le(a: Scalar, b: Scalar): Value;
export function le(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).le(b);
}

/** 1 where a > b, else 0. No gradient. */
export function gt<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"gt", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function gt(a: Scalar, b: Scalar): Value;
export function gt(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).gt(b);
}

/** 1 where a >= b, else 0. No gradient. */
export function ge<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"ge", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function ge(a: Scalar, b: Scalar): Value;
export function ge(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).ge(b);
}

/** 1 where a equals b, else 0; NaN equals nothing. No gradient. */
export function eq<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"eq", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function eq(a: Scalar, b: Scalar): Value;
export function eq(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).eq(b);
}

/** 1 where a differs from b, else 0; NaN differs from everything. No gradient. */
export function ne<A extends TensorLike, B extends TensorLike>(
  a: A,
  b: B & OneTensor<A, B> & Fits<"ne", ShapeOf<A>, ShapeOf<B>>,
): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
export function ne(a: Scalar, b: Scalar): Value;
export function ne(a: Scalar | Tensor, b: Scalar | Tensor): Value | Tensor {
  return self(a, b).ne(b);
}

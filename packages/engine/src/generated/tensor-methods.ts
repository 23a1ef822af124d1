// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// The elementwise ops of Tensor.
import { binary, unary } from "../tensor/elementwise.js";
import type { Tensor, TensorLike } from "../tensor/tensor.js";
import type { Broadcast, Fits, ShapeOf } from "../tensor/types.js";

/** One method per op of the table; shapes broadcast as in NumPy. */
export interface TensorElementwise {
  /** Sum, a + b. */
  add<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"add", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** Difference, a - b. */
  sub<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"sub", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** Product, a * b. */
  mul<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"mul", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** Quotient, a / b. IEEE division: 1 / 0 is Infinity with derivative -Infinity, 0 / 0 is NaN. */
  div<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"div", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** Negation, -a. */
  neg<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Reciprocal, 1 / a. */
  reciprocal<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Square, a * a. */
  square<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * Power, a ** b; real, so NaN for a negative a and a fractional b. As in PyTorch, pow(a, 0) has
   * derivative 0 with respect to a everywhere, pow(0, b) has derivative 0 with respect to b for b >= 0,
   * and for a negative a that derivative is NaN. pow(1, b) and pow(a, 0) are 1 even for NaN (IEEE 754,
   * unlike Math.pow).
   */
  pow<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"pow", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** Square root; NaN below 0. The derivative at 0 is Infinity, by continuity. */
  sqrt<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Exponential, e ** a. Above 709.78 it is Infinity, and so is its derivative. */
  exp<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** e ** a - 1, with all its digits near 0. The derivative is e ** a itself: y + 1 has none left at -40. */
  expm1<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Natural logarithm: -Infinity at 0, NaN below. The derivative is 1 / a on both sides, as in PyTorch. */
  log<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** log(1 + a), with all its digits near 0. */
  log1p<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Reciprocal square root, 1 / √a: Infinity at 0, NaN below. */
  rsqrt<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * a * log(b), and 0 where a is 0, whatever b is but NaN: the term of an entropy. With respect to a the
   * derivative is log(b), and 0 where a is 0 and b is not positive; with respect to b it is a / b, so
   * NaN at (0, 0). As in PyTorch.
   */
  xlogy<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"xlogy", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** log(e ** a + e ** b), without overflow. */
  logaddexp<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"logaddexp", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** Cube root, of negative numbers too. The derivative at 0 is Infinity. */
  cbrt<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** 2 ** a. */
  exp2<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Logarithm to base 2; exact for powers of 2. */
  log2<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Logarithm to base 10; exact for powers of 10. */
  log10<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** √(a² + b²), without overflow. The derivatives at (0, 0) are NaN, as in PyTorch. */
  hypot<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"hypot", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** Sine of a, in radians. */
  sin<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Cosine of a, in radians. */
  cos<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Tangent of a, in radians. */
  tan<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * Hyperbolic tangent. The derivative uses y alone, as PyTorch's does, so only y is kept; its absolute
   * error is below 3e-16, but few of its digits are right where it is itself tiny (|a| above about 10).
   */
  tanh<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Hyperbolic sine. */
  sinh<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Hyperbolic cosine. */
  cosh<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * Inverse sine, from -π/2 to π/2; NaN beyond [-1, 1]. The derivative keeps its digits near ±1, where
   * it is infinite.
   */
  asin<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Inverse cosine, from 0 to π; NaN beyond [-1, 1]. */
  acos<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Inverse tangent, from -π/2 to π/2. */
  atan<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * The angle of the point (b, a) from the positive b axis, from -π to π. At (0, 0) it is 0 and its
   * derivatives are NaN, as in PyTorch.
   */
  atan2<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"atan2", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** Inverse hyperbolic sine. */
  asinh<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Inverse hyperbolic cosine, at least 0; NaN below 1. */
  acosh<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Inverse hyperbolic tangent; infinite at ±1, NaN beyond. */
  atanh<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Logistic function, 1 / (1 + e ** -a). The derivative keeps its digits at both ends. */
  sigmoid<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** The greater of a and 0; the derivative at 0 is 0, as in PyTorch. */
  relu<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** a where positive, slope * a elsewhere; the derivative at 0 is the slope, as in PyTorch. */
  leakyRelu<A extends Tensor>(this: A, slope?: number): Tensor<ShapeOf<A>>;
  /** log(1 + e ** a), a smooth ReLU; neither end overflows. The derivative is the logistic function. */
  softplus<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * Exponential linear unit: a where positive, alpha * (e ** a - 1) elsewhere (Clevert et al., 2015).
   * The derivative at 0 is alpha, as in PyTorch.
   */
  elu<A extends Tensor>(this: A, alpha?: number): Tensor<ShapeOf<A>>;
  /**
   * Scaled exponential linear unit, with the constants that keep mean 0 and variance 1 (Klambauer et
   * al., 2017). The derivative at 0 is that of the negative side, as in PyTorch.
   */
  selu<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * a times the logistic function of a, also called swish (Elfwing et al., 2017). NaN at -Infinity, as
   * in PyTorch.
   */
  silu<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** The error function, 2 / √π times the integral of e ** -t² from 0 to a. */
  erf<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** The complementary error function, 1 - erf(a), without cancellation where erf(a) nears 1. */
  erfc<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * The probability that a standard normal number is below a, erfc(-a / √2) / 2, with all its digits
   * where a is far below 0.
   */
  ndtr<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** The density of the standard normal distribution, e ** (-a² / 2) / √(2π): the derivative of ndtr. */
  normpdf<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * Gaussian error linear unit: a times the probability that a standard normal number is below a, a *
   * ndtr(a) (Hendrycks and Gimpel, 2016). Unlike 1 + erf, ndtr keeps its digits where a is far below 0;
   * -0 at -Infinity.
   */
  gelu<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * The tanh form of the Gaussian error linear unit, a * (1 + tanh(u)) / 2 with u = √(2/π) * (a +
   * 0.044715 * a³), written as a times the logistic function of 2u, which does not cancel (Hendrycks and
   * Gimpel, 2016).
   */
  geluTanh<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** a * tanh(softplus(a)) (Misra, 2019). */
  mish<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** Absolute value; the derivative at 0 is 0, as in PyTorch. */
  abs<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /**
   * The greater of a and b, NaN if either is NaN. At a tie each gets half of the gradient, so max(a, a)
   * has derivative 1 in all; next to a NaN both get all of it. Both as in PyTorch's maximum.
   */
  max<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"max", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** The smaller of a and b; ties and NaN as in max. */
  min<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"min", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /**
   * a limited to [min, max]; max wins where min is greater. The derivative is 1 on the bounds, as in
   * PyTorch.
   */
  clamp<A extends Tensor>(this: A, min?: number, max?: number): Tensor<ShapeOf<A>>;
  /** a limited to [min, max], -1 and 1 if not given. The derivative is 0 on the bounds, as in PyTorch. */
  hardtanh<A extends Tensor>(this: A, min?: number, max?: number): Tensor<ShapeOf<A>>;
  /**
   * a where the condition holds (is not 0), b elsewhere: PyTorch's where, for a condition that is a
   * number. Only the chosen one gets the gradient.
   */
  select<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"select", ShapeOf<A>, ShapeOf<B>>,
    condition?: number,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** -1, 0 or 1 by the sign of a; NaN stays NaN. */
  sign<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** The greatest integer that is not above a. */
  floor<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** The least integer that is not below a. */
  ceil<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** The nearest integer; a half goes to the even one, as in PyTorch and unlike Math.round. */
  round<A extends Tensor>(this: A): Tensor<ShapeOf<A>>;
  /** 1 where a < b, else 0. No gradient. */
  lt<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"lt", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** 1 where a <= b, else 0. No gradient. */
  le<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"le", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** 1 where a > b, else 0. No gradient. */
  gt<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"gt", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** 1 where a >= b, else 0. No gradient. */
  ge<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"ge", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** 1 where a equals b, else 0; NaN equals nothing. No gradient. */
  eq<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"eq", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
  /** 1 where a differs from b, else 0; NaN differs from everything. No gradient. */
  ne<A extends Tensor, B extends TensorLike>(
    this: A,
    b: B & Fits<"ne", ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;
}

export const tensorMethods: Record<string, (this: Tensor, ...rest: never[]) => Tensor> = {
  add(this: Tensor, other: TensorLike) {
    return binary(0, this, other);
  },
  sub(this: Tensor, other: TensorLike) {
    return binary(1, this, other);
  },
  mul(this: Tensor, other: TensorLike) {
    return binary(2, this, other);
  },
  div(this: Tensor, other: TensorLike) {
    return binary(3, this, other);
  },
  neg(this: Tensor) {
    return unary(4, this);
  },
  reciprocal(this: Tensor) {
    return unary(5, this);
  },
  square(this: Tensor) {
    return unary(6, this);
  },
  pow(this: Tensor, other: TensorLike) {
    return binary(7, this, other);
  },
  sqrt(this: Tensor) {
    return unary(8, this);
  },
  exp(this: Tensor) {
    return unary(9, this);
  },
  expm1(this: Tensor) {
    return unary(10, this);
  },
  log(this: Tensor) {
    return unary(11, this);
  },
  log1p(this: Tensor) {
    return unary(12, this);
  },
  rsqrt(this: Tensor) {
    return unary(13, this);
  },
  xlogy(this: Tensor, other: TensorLike) {
    return binary(14, this, other);
  },
  logaddexp(this: Tensor, other: TensorLike) {
    return binary(15, this, other);
  },
  cbrt(this: Tensor) {
    return unary(16, this);
  },
  exp2(this: Tensor) {
    return unary(17, this);
  },
  log2(this: Tensor) {
    return unary(18, this);
  },
  log10(this: Tensor) {
    return unary(19, this);
  },
  hypot(this: Tensor, other: TensorLike) {
    return binary(20, this, other);
  },
  sin(this: Tensor) {
    return unary(21, this);
  },
  cos(this: Tensor) {
    return unary(22, this);
  },
  tan(this: Tensor) {
    return unary(23, this);
  },
  tanh(this: Tensor) {
    return unary(24, this);
  },
  sinh(this: Tensor) {
    return unary(25, this);
  },
  cosh(this: Tensor) {
    return unary(26, this);
  },
  asin(this: Tensor) {
    return unary(27, this);
  },
  acos(this: Tensor) {
    return unary(28, this);
  },
  atan(this: Tensor) {
    return unary(29, this);
  },
  atan2(this: Tensor, other: TensorLike) {
    return binary(30, this, other);
  },
  asinh(this: Tensor) {
    return unary(31, this);
  },
  acosh(this: Tensor) {
    return unary(32, this);
  },
  atanh(this: Tensor) {
    return unary(33, this);
  },
  sigmoid(this: Tensor) {
    return unary(34, this);
  },
  relu(this: Tensor) {
    return unary(35, this);
  },
  leakyRelu(this: Tensor, slope = 0.01) {
    return unary(36, this, [slope]);
  },
  softplus(this: Tensor) {
    return unary(37, this);
  },
  elu(this: Tensor, alpha = 1) {
    return unary(38, this, [alpha]);
  },
  selu(this: Tensor) {
    return unary(39, this);
  },
  silu(this: Tensor) {
    return unary(40, this);
  },
  erf(this: Tensor) {
    return unary(41, this);
  },
  erfc(this: Tensor) {
    return unary(42, this);
  },
  ndtr(this: Tensor) {
    return unary(43, this);
  },
  normpdf(this: Tensor) {
    return unary(44, this);
  },
  gelu(this: Tensor) {
    return unary(45, this);
  },
  geluTanh(this: Tensor) {
    return unary(46, this);
  },
  mish(this: Tensor) {
    return unary(47, this);
  },
  abs(this: Tensor) {
    return unary(48, this);
  },
  max(this: Tensor, other: TensorLike) {
    return binary(49, this, other);
  },
  min(this: Tensor, other: TensorLike) {
    return binary(50, this, other);
  },
  clamp(this: Tensor, min = -Infinity, max = Infinity) {
    return unary(51, this, [min, max]);
  },
  hardtanh(this: Tensor, min = -1, max = 1) {
    return unary(52, this, [min, max]);
  },
  select(this: Tensor, other: TensorLike, condition = 1) {
    return binary(53, this, other, [condition]);
  },
  sign(this: Tensor) {
    return unary(54, this);
  },
  floor(this: Tensor) {
    return unary(55, this);
  },
  ceil(this: Tensor) {
    return unary(56, this);
  },
  round(this: Tensor) {
    return unary(57, this);
  },
  lt(this: Tensor, other: TensorLike) {
    return binary(58, this, other);
  },
  le(this: Tensor, other: TensorLike) {
    return binary(59, this, other);
  },
  gt(this: Tensor, other: TensorLike) {
    return binary(60, this, other);
  },
  ge(this: Tensor, other: TensorLike) {
    return binary(61, this, other);
  },
  eq(this: Tensor, other: TensorLike) {
    return binary(62, this, other);
  },
  ne(this: Tensor, other: TensorLike) {
    return binary(63, this, other);
  },
};

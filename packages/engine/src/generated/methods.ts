// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// Each method brings its operands into the open segment, computes y, and records itself.
import type { OpName } from "@outgrad/ops";
import {
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cbrt,
  cos,
  cosh,
  erf,
  erfc,
  exp,
  exp2,
  expm1,
  floor,
  log,
  log10,
  log1p,
  log2,
  ndtr,
  normpdf,
  pow,
  round,
  sin,
  sinh,
  sqrt,
  tan,
  tanh,
} from "@outgrad/ops/intrinsics";
import { data, enter, operand, parameter, record } from "../tape.js";
import type { Scalar, Value } from "../value.js";

/** One method per op of the table. */
export interface OpMethods {
  /** Sum, a + b. */
  add(b: Scalar): Value;
  /** Difference, a - b. */
  sub(b: Scalar): Value;
  /** Product, a * b. */
  mul(b: Scalar): Value;
  /** Quotient, a / b. IEEE division: 1 / 0 is Infinity with derivative -Infinity, 0 / 0 is NaN. */
  div(b: Scalar): Value;
  /** Negation, -a. */
  neg(): Value;
  /** Reciprocal, 1 / a. */
  reciprocal(): Value;
  /** Square, a * a. */
  square(): Value;
  /**
   * Power, a ** b; real, so NaN for a negative a and a fractional b. As in PyTorch, pow(a, 0) has
   * derivative 0 with respect to a everywhere, pow(0, b) has derivative 0 with respect to b for b >= 0,
   * and for a negative a that derivative is NaN. pow(1, b) and pow(a, 0) are 1 even for NaN (IEEE 754,
   * unlike Math.pow).
   */
  pow(b: Scalar): Value;
  /** Square root; NaN below 0. The derivative at 0 is Infinity, by continuity. */
  sqrt(): Value;
  /** Exponential, e ** a. Above 709.78 it is Infinity, and so is its derivative. */
  exp(): Value;
  /** e ** a - 1, with all its digits near 0. The derivative is e ** a itself: y + 1 has none left at -40. */
  expm1(): Value;
  /** Natural logarithm: -Infinity at 0, NaN below. The derivative is 1 / a on both sides, as in PyTorch. */
  log(): Value;
  /** log(1 + a), with all its digits near 0. */
  log1p(): Value;
  /** Reciprocal square root, 1 / √a: Infinity at 0, NaN below. */
  rsqrt(): Value;
  /**
   * a * log(b), and 0 where a is 0, whatever b is but NaN: the term of an entropy. With respect to a the
   * derivative is log(b), and 0 where a is 0 and b is not positive; with respect to b it is a / b, so
   * NaN at (0, 0). As in PyTorch.
   */
  xlogy(b: Scalar): Value;
  /** log(e ** a + e ** b), without overflow. */
  logaddexp(b: Scalar): Value;
  /** Cube root, of negative numbers too. The derivative at 0 is Infinity. */
  cbrt(): Value;
  /** 2 ** a. */
  exp2(): Value;
  /** Logarithm to base 2; exact for powers of 2. */
  log2(): Value;
  /** Logarithm to base 10; exact for powers of 10. */
  log10(): Value;
  /** √(a² + b²), without overflow. The derivatives at (0, 0) are NaN, as in PyTorch. */
  hypot(b: Scalar): Value;
  /** Sine of a, in radians. */
  sin(): Value;
  /** Cosine of a, in radians. */
  cos(): Value;
  /** Tangent of a, in radians. */
  tan(): Value;
  /**
   * Hyperbolic tangent. The derivative uses y alone, as PyTorch's does, so only y is kept; its absolute
   * error is below 3e-16, but few of its digits are right where it is itself tiny (|a| above about 10).
   */
  tanh(): Value;
  /** Hyperbolic sine. */
  sinh(): Value;
  /** Hyperbolic cosine. */
  cosh(): Value;
  /**
   * Inverse sine, from -π/2 to π/2; NaN beyond [-1, 1]. The derivative keeps its digits near ±1, where
   * it is infinite.
   */
  asin(): Value;
  /** Inverse cosine, from 0 to π; NaN beyond [-1, 1]. */
  acos(): Value;
  /** Inverse tangent, from -π/2 to π/2. */
  atan(): Value;
  /**
   * The angle of the point (b, a) from the positive b axis, from -π to π. At (0, 0) it is 0 and its
   * derivatives are NaN, as in PyTorch.
   */
  atan2(b: Scalar): Value;
  /** Inverse hyperbolic sine. */
  asinh(): Value;
  /** Inverse hyperbolic cosine, at least 0; NaN below 1. */
  acosh(): Value;
  /** Inverse hyperbolic tangent; infinite at ±1, NaN beyond. */
  atanh(): Value;
  /** Logistic function, 1 / (1 + e ** -a). The derivative keeps its digits at both ends. */
  sigmoid(): Value;
  /** The greater of a and 0; the derivative at 0 is 0, as in PyTorch. */
  relu(): Value;
  /** a where positive, slope * a elsewhere; the derivative at 0 is the slope, as in PyTorch. */
  leakyRelu(slope?: number): Value;
  /** log(1 + e ** a), a smooth ReLU; neither end overflows. The derivative is the logistic function. */
  softplus(): Value;
  /**
   * Exponential linear unit: a where positive, alpha * (e ** a - 1) elsewhere (Clevert et al., 2015).
   * The derivative at 0 is alpha, as in PyTorch.
   */
  elu(alpha?: number): Value;
  /**
   * Scaled exponential linear unit, with the constants that keep mean 0 and variance 1 (Klambauer et
   * al., 2017). The derivative at 0 is that of the negative side, as in PyTorch.
   */
  selu(): Value;
  /**
   * a times the logistic function of a, also called swish (Elfwing et al., 2017). NaN at -Infinity, as
   * in PyTorch.
   */
  silu(): Value;
  /** The error function, 2 / √π times the integral of e ** -t² from 0 to a. */
  erf(): Value;
  /** The complementary error function, 1 - erf(a), without cancellation where erf(a) nears 1. */
  erfc(): Value;
  /**
   * The probability that a standard normal number is below a, erfc(-a / √2) / 2, with all its digits
   * where a is far below 0.
   */
  ndtr(): Value;
  /** The density of the standard normal distribution, e ** (-a² / 2) / √(2π): the derivative of ndtr. */
  normpdf(): Value;
  /**
   * Gaussian error linear unit: a times the probability that a standard normal number is below a, a *
   * ndtr(a) (Hendrycks and Gimpel, 2016). Unlike 1 + erf, ndtr keeps its digits where a is far below 0;
   * -0 at -Infinity.
   */
  gelu(): Value;
  /**
   * The tanh form of the Gaussian error linear unit, a * (1 + tanh(u)) / 2 with u = √(2/π) * (a +
   * 0.044715 * a³), written as a times the logistic function of 2u, which does not cancel (Hendrycks and
   * Gimpel, 2016).
   */
  geluTanh(): Value;
  /** a * tanh(softplus(a)) (Misra, 2019). */
  mish(): Value;
  /** Absolute value; the derivative at 0 is 0, as in PyTorch. */
  abs(): Value;
  /**
   * The greater of a and b, NaN if either is NaN. At a tie each gets half of the gradient, so max(a, a)
   * has derivative 1 in all; next to a NaN both get all of it. Both as in PyTorch's maximum.
   */
  max(b: Scalar): Value;
  /** The smaller of a and b; ties and NaN as in max. */
  min(b: Scalar): Value;
  /**
   * a limited to [min, max]; max wins where min is greater. The derivative is 1 on the bounds, as in
   * PyTorch.
   */
  clamp(min?: number, max?: number): Value;
  /** a limited to [min, max], -1 and 1 if not given. The derivative is 0 on the bounds, as in PyTorch. */
  hardtanh(min?: number, max?: number): Value;
  /**
   * a where the condition holds (is not 0), b elsewhere: PyTorch's where, for a condition that is a
   * number. Only the chosen one gets the gradient.
   */
  select(b: Scalar, condition?: number): Value;
  /** -1, 0 or 1 by the sign of a; NaN stays NaN. */
  sign(): Value;
  /** The greatest integer that is not above a. */
  floor(): Value;
  /** The least integer that is not below a. */
  ceil(): Value;
  /** The nearest integer; a half goes to the even one, as in PyTorch and unlike Math.round. */
  round(): Value;
  /** 1 where a < b, else 0. No gradient. */
  lt(b: Scalar): Value;
  /** 1 where a <= b, else 0. No gradient. */
  le(b: Scalar): Value;
  /** 1 where a > b, else 0. No gradient. */
  gt(b: Scalar): Value;
  /** 1 where a >= b, else 0. No gradient. */
  ge(b: Scalar): Value;
  /** 1 where a equals b, else 0; NaN equals nothing. No gradient. */
  eq(b: Scalar): Value;
  /** 1 where a differs from b, else 0; NaN differs from everything. No gradient. */
  ne(b: Scalar): Value;
}

export const methods: OpMethods & ThisType<Value> = {
  add(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "add");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(3, a + b, i, j);
  },
  sub(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "sub");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(4, a - b, i, j);
  },
  mul(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "mul");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(5, a * b, i, j);
  },
  div(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "div");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(6, a / b, i, j);
  },
  neg(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(7, -a, i, i);
  },
  reciprocal(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(8, 1 / a, i, i);
  },
  square(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(9, a * a, i, i);
  },
  pow(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "pow");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(10, pow(a, b), i, j);
  },
  sqrt(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(11, sqrt(a), i, i);
  },
  exp(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(12, exp(a), i, i);
  },
  expm1(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(13, expm1(a), i, i);
  },
  log(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(14, log(a), i, i);
  },
  log1p(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(15, log1p(a), i, i);
  },
  rsqrt(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(16, 1 / sqrt(a), i, i);
  },
  xlogy(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "xlogy");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(17, a === 0 ? (b === b ? 0 : b) : a * log(b), i, j);
  },
  logaddexp(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "logaddexp");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(18, a === b ? a + 0.6931471805599453 : (a > b ? a : b) + log1p(exp(-abs(a - b))), i, j);
  },
  cbrt(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(19, cbrt(a), i, i);
  },
  exp2(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(20, exp2(a), i, i);
  },
  log2(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(21, log2(a), i, i);
  },
  log10(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(22, log10(a), i, i);
  },
  hypot(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "hypot");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(
      23,
      abs(a) === 1 / 0
        ? abs(a)
        : abs(b) === 1 / 0
          ? abs(b)
          : abs(a) > abs(b)
            ? abs(a) * sqrt(1 + (b / a) * (b / a))
            : b === 0
              ? abs(a)
              : abs(b) * sqrt(1 + (a / b) * (a / b)),
      i,
      j,
    );
  },
  sin(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(24, sin(a), i, i);
  },
  cos(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(25, cos(a), i, i);
  },
  tan(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(26, tan(a), i, i);
  },
  tanh(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(27, tanh(a), i, i);
  },
  sinh(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(28, sinh(a), i, i);
  },
  cosh(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(29, cosh(a), i, i);
  },
  asin(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(30, asin(a), i, i);
  },
  acos(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(31, acos(a), i, i);
  },
  atan(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(32, atan(a), i, i);
  },
  atan2(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "atan2");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(33, atan2(a, b), i, j);
  },
  asinh(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(34, asinh(a), i, i);
  },
  acosh(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(35, acosh(a), i, i);
  },
  atanh(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(36, atanh(a), i, i);
  },
  sigmoid(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(37, 1 / (1 + exp(-a)), i, i);
  },
  relu(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(38, a < 0 ? 0 : a, i, i);
  },
  leakyRelu(this: Value, slope = 0.01): Value {
    const i = enter(this);
    parameter(slope, "leakyRelu", "slope");
    const a = data[i] as number;
    return record(39, a > 0 ? a : slope * a, i, i);
  },
  softplus(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(40, (a > 0 ? a : 0) + log1p(exp(-abs(a))), i, i);
  },
  elu(this: Value, alpha = 1): Value {
    const i = enter(this);
    parameter(alpha, "elu", "alpha");
    const a = data[i] as number;
    return record(41, a > 0 ? a : alpha * expm1(a), i, i);
  },
  selu(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(42, 1.0507009873554805 * (a > 0 ? a : 1.6732632423543772 * expm1(a)), i, i);
  },
  silu(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(43, a / (1 + exp(-a)), i, i);
  },
  erf(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(44, erf(a), i, i);
  },
  erfc(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(45, erfc(a), i, i);
  },
  ndtr(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(46, ndtr(a), i, i);
  },
  normpdf(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(47, normpdf(a), i, i);
  },
  gelu(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(48, a < -40 ? -0 : a * ndtr(a), i, i);
  },
  geluTanh(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(49, a / (1 + exp(-1.5957691216057308 * (a + 0.044715 * a * a * a))), i, i);
  },
  mish(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(50, a * tanh((a > 0 ? a : 0) + log1p(exp(-abs(a)))), i, i);
  },
  abs(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(51, abs(a), i, i);
  },
  max(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "max");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(52, a > b ? a : b > a ? b : a === b ? a : a + b, i, j);
  },
  min(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "min");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(53, a < b ? a : b < a ? b : a === b ? a : a + b, i, j);
  },
  clamp(this: Value, min = -Infinity, max = Infinity): Value {
    const i = enter(this);
    parameter(min, "clamp", "min");
    parameter(max, "clamp", "max");
    const a = data[i] as number;
    return record(54, (a < min ? min : a) > max ? max : a < min ? min : a, i, i);
  },
  hardtanh(this: Value, min = -1, max = 1): Value {
    const i = enter(this);
    parameter(min, "hardtanh", "min");
    parameter(max, "hardtanh", "max");
    const a = data[i] as number;
    return record(55, a <= min ? min : a >= max ? max : a, i, i);
  },
  select(this: Value, other: Scalar, condition = 1): Value {
    const i = enter(this);
    const j = operand(other, "select");
    parameter(condition, "select", "condition");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(56, condition !== 0 ? a : b, i, j);
  },
  sign(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(57, a > 0 ? 1 : a < 0 ? -1 : a, i, i);
  },
  floor(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(58, floor(a), i, i);
  },
  ceil(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(59, -floor(-a), i, i);
  },
  round(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(60, round(a), i, i);
  },
  lt(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "lt");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(61, a < b ? 1 : 0, i, j);
  },
  le(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "le");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(62, a <= b ? 1 : 0, i, j);
  },
  gt(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "gt");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(63, a > b ? 1 : 0, i, j);
  },
  ge(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "ge");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(64, a >= b ? 1 : 0, i, j);
  },
  eq(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "eq");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(65, a === b ? 1 : 0, i, j);
  },
  ne(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "ne");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(66, a !== b ? 1 : 0, i, j);
  },
};

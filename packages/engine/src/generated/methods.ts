// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// Each method brings its operands into the open segment, computes y, and records itself.
import type { OpName } from "@outgrad/ops";
import { abs, cos, exp, expm1, log, log1p, pow, sin, sqrt, tan, tanh } from "@outgrad/ops/intrinsics";
import type { Shape } from "../shapes.js";
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
  /** Logistic function, 1 / (1 + e ** -a). The derivative keeps its digits at both ends. */
  sigmoid(): Value;
  /** The greater of a and 0; the derivative at 0 is 0, as in PyTorch. */
  relu(): Value;
  /** a where positive, slope * a elsewhere; the derivative at 0 is the slope, as in PyTorch. */
  leakyRelu(slope?: number): Value;
  /** log(1 + e ** a), a smooth ReLU; neither end overflows. The derivative is the logistic function. */
  softplus(): Value;
  /** Absolute value; the derivative at 0 is 0, as in PyTorch. */
  abs(): Value;
  /**
   * The greater of a and b, NaN if either is NaN. At a tie each gets half of the gradient, so max(a, a)
   * has derivative 1 in all; next to a NaN both get all of it. Both as in PyTorch's maximum.
   */
  max(b: Scalar): Value;
  /** The smaller of a and b; ties and NaN as in max. */
  min(b: Scalar): Value;
}

export const methods: OpMethods & ThisType<Value> = {
  add(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "add");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(2, a + b, i, j);
  },
  sub(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "sub");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(3, a - b, i, j);
  },
  mul(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "mul");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(4, a * b, i, j);
  },
  div(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "div");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(5, a / b, i, j);
  },
  neg(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(6, -a, i, i);
  },
  reciprocal(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(7, 1 / a, i, i);
  },
  square(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(8, a * a, i, i);
  },
  pow(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "pow");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(9, pow(a, b), i, j);
  },
  sqrt(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(10, sqrt(a), i, i);
  },
  exp(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(11, exp(a), i, i);
  },
  expm1(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(12, expm1(a), i, i);
  },
  log(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(13, log(a), i, i);
  },
  log1p(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(14, log1p(a), i, i);
  },
  sin(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(15, sin(a), i, i);
  },
  cos(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(16, cos(a), i, i);
  },
  tan(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(17, tan(a), i, i);
  },
  tanh(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(18, tanh(a), i, i);
  },
  sigmoid(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(19, 1 / (1 + exp(-a)), i, i);
  },
  relu(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(20, a < 0 ? 0 : a, i, i);
  },
  leakyRelu(this: Value, slope = 0.01): Value {
    const i = enter(this);
    parameter(slope, "leakyRelu", "slope");
    const a = data[i] as number;
    return record(21, a > 0 ? a : slope * a, i, i);
  },
  softplus(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(22, (a > 0 ? a : 0) + log1p(exp(-abs(a))), i, i);
  },
  abs(this: Value): Value {
    const i = enter(this);
    const a = data[i] as number;
    return record(23, abs(a), i, i);
  },
  max(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "max");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(24, a > b ? a : b > a ? b : a === b ? a : a + b, i, j);
  },
  min(this: Value, other: Scalar): Value {
    const i = enter(this);
    const j = operand(other, "min");
    const a = data[i] as number;
    const b = data[j] as number;
    return record(25, a < b ? a : b < a ? b : a === b ? a : a + b, i, j);
  },
};

/** What the codes stand for, in their order. */
export const tableShapes: readonly Shape[] = [
  { op: "", args: 0, params: 0 },
  { op: "", args: 0, params: 0 },
  { op: "add", args: 2, params: 0 },
  { op: "sub", args: 2, params: 0 },
  { op: "mul", args: 2, params: 0 },
  { op: "div", args: 2, params: 0 },
  { op: "neg", args: 1, params: 0 },
  { op: "reciprocal", args: 1, params: 0 },
  { op: "square", args: 1, params: 0 },
  { op: "pow", args: 2, params: 0 },
  { op: "sqrt", args: 1, params: 0 },
  { op: "exp", args: 1, params: 0 },
  { op: "expm1", args: 1, params: 0 },
  { op: "log", args: 1, params: 0 },
  { op: "log1p", args: 1, params: 0 },
  { op: "sin", args: 1, params: 0 },
  { op: "cos", args: 1, params: 0 },
  { op: "tan", args: 1, params: 0 },
  { op: "tanh", args: 1, params: 0 },
  { op: "sigmoid", args: 1, params: 0 },
  { op: "relu", args: 1, params: 0 },
  { op: "leakyRelu", args: 1, params: 1 },
  { op: "softplus", args: 1, params: 0 },
  { op: "abs", args: 1, params: 0 },
  { op: "max", args: 2, params: 0 },
  { op: "min", args: 2, params: 0 },
];

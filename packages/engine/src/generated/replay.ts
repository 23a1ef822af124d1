// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// A recorded program computed again: records of [code, k, i, j, count], forward and backward.
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
import { CONSTANT, STOP } from "../segment.js";

/** The code of a run of products, each added to the sum so far by the node after it: a dot product. */
export const DOT = 0;
/** The numbers in a record. */
export const RECORD = 5;

/** A program as replay reads it. */
export interface Records {
  /** One after the other: [code, k, i, j, 0], or [DOT, first k, sum before, place in factors, number of products]. */
  readonly records: Int32Array;
  /** The operands of the products of all runs. */
  readonly factors: Int32Array;
  readonly data: Float64Array;
  readonly grad: Float64Array;
  readonly code: Uint16Array;
  /** What a user's op does: the table's switch does not know it. */
  readonly compute: (code: number, k: number, i: number, j: number) => void;
  readonly hand: (code: number, k: number, i: number, j: number) => void;
}

export function forward(program: Records): void {
  const { records, factors, data } = program;
  for (let r = 0; r < records.length; r += RECORD) {
    let k = records[r + 1]!;
    const i = records[r + 2]!;
    const j = records[r + 3]!;
    switch (records[r]) {
      case DOT: {
        let sum = data[i]!;
        const end = j + 2 * records[r + 4]!;
        for (let f = j; f < end; f += 2) {
          const i = factors[f]!;
          const j = factors[f + 1]!;
          const product = data[i]! * data[j]!;
          data[k] = product;
          sum = sum + product;
          data[k + 1] = sum;
          k += 2;
        }
        break;
      }
      case STOP:
        data[k] = data[i]!;
        break;
      case 3: // add
        data[k] = data[i]! + data[j]!;
        break;
      case 4: // sub
        data[k] = data[i]! - data[j]!;
        break;
      case 5: // mul
        data[k] = data[i]! * data[j]!;
        break;
      case 6: // div
        data[k] = data[i]! / data[j]!;
        break;
      case 7: // neg
        data[k] = -data[i]!;
        break;
      case 8: // reciprocal
        data[k] = 1 / data[i]!;
        break;
      case 9: // square
        data[k] = data[i]! * data[i]!;
        break;
      case 38: // relu
        data[k] = data[i]! < 0 ? 0 : data[i]!;
        break;
      case 39: // leakyRelu
        data[k] = data[i]! > 0 ? data[i]! : data[k - 1]! * data[i]!;
        break;
      case 52: // max
        data[k] =
          data[i]! > data[j]!
            ? data[i]!
            : data[j]! > data[i]!
              ? data[j]!
              : data[i]! === data[j]!
                ? data[i]!
                : data[i]! + data[j]!;
        break;
      case 53: // min
        data[k] =
          data[i]! < data[j]!
            ? data[i]!
            : data[j]! < data[i]!
              ? data[j]!
              : data[i]! === data[j]!
                ? data[i]!
                : data[i]! + data[j]!;
        break;
      case 54: // clamp
        data[k] =
          (data[i]! < data[k - 2]! ? data[k - 2]! : data[i]!) > data[k - 1]!
            ? data[k - 1]!
            : data[i]! < data[k - 2]!
              ? data[k - 2]!
              : data[i]!;
        break;
      case 55: // hardtanh
        data[k] =
          data[i]! <= data[k - 2]! ? data[k - 2]! : data[i]! >= data[k - 1]! ? data[k - 1]! : data[i]!;
        break;
      case 56: // select
        data[k] = data[k - 1]! !== 0 ? data[i]! : data[j]!;
        break;
      case 57: // sign
        data[k] = data[i]! > 0 ? 1 : data[i]! < 0 ? -1 : data[i]!;
        break;
      case 61: // lt
        data[k] = data[i]! < data[j]! ? 1 : 0;
        break;
      case 62: // le
        data[k] = data[i]! <= data[j]! ? 1 : 0;
        break;
      case 63: // gt
        data[k] = data[i]! > data[j]! ? 1 : 0;
        break;
      case 64: // ge
        data[k] = data[i]! >= data[j]! ? 1 : 0;
        break;
      case 65: // eq
        data[k] = data[i]! === data[j]! ? 1 : 0;
        break;
      case 66: // ne
        data[k] = data[i]! !== data[j]! ? 1 : 0;
        break;
      default:
        compute(program, records[r]!, k, i, j);
    }
  }
}

/** The ops that call functions: apart, so that the loop above stays small. */
function compute(program: Records, code: number, k: number, i: number, j: number): void {
  const { data } = program;
  switch (code) {
    case 10: // pow
      data[k] = pow(data[i]!, data[j]!);
      break;
    case 11: // sqrt
      data[k] = sqrt(data[i]!);
      break;
    case 12: // exp
      data[k] = exp(data[i]!);
      break;
    case 13: // expm1
      data[k] = expm1(data[i]!);
      break;
    case 14: // log
      data[k] = log(data[i]!);
      break;
    case 15: // log1p
      data[k] = log1p(data[i]!);
      break;
    case 16: // rsqrt
      data[k] = 1 / sqrt(data[i]!);
      break;
    case 17: // xlogy
      data[k] = data[i]! === 0 ? (data[j]! === data[j]! ? 0 : data[j]!) : data[i]! * log(data[j]!);
      break;
    case 18: // logaddexp
      data[k] =
        data[i]! === data[j]!
          ? data[i]! + 0.6931471805599453
          : (data[i]! > data[j]! ? data[i]! : data[j]!) + log1p(exp(-abs(data[i]! - data[j]!)));
      break;
    case 19: // cbrt
      data[k] = cbrt(data[i]!);
      break;
    case 20: // exp2
      data[k] = exp2(data[i]!);
      break;
    case 21: // log2
      data[k] = log2(data[i]!);
      break;
    case 22: // log10
      data[k] = log10(data[i]!);
      break;
    case 23: // hypot
      data[k] =
        abs(data[i]!) === 1 / 0
          ? abs(data[i]!)
          : abs(data[j]!) === 1 / 0
            ? abs(data[j]!)
            : abs(data[i]!) > abs(data[j]!)
              ? abs(data[i]!) * sqrt(1 + (data[j]! / data[i]!) * (data[j]! / data[i]!))
              : data[j]! === 0
                ? abs(data[i]!)
                : abs(data[j]!) * sqrt(1 + (data[i]! / data[j]!) * (data[i]! / data[j]!));
      break;
    case 24: // sin
      data[k] = sin(data[i]!);
      break;
    case 25: // cos
      data[k] = cos(data[i]!);
      break;
    case 26: // tan
      data[k] = tan(data[i]!);
      break;
    case 27: // tanh
      data[k] = tanh(data[i]!);
      break;
    case 28: // sinh
      data[k] = sinh(data[i]!);
      break;
    case 29: // cosh
      data[k] = cosh(data[i]!);
      break;
    case 30: // asin
      data[k] = asin(data[i]!);
      break;
    case 31: // acos
      data[k] = acos(data[i]!);
      break;
    case 32: // atan
      data[k] = atan(data[i]!);
      break;
    case 33: // atan2
      data[k] = atan2(data[i]!, data[j]!);
      break;
    case 34: // asinh
      data[k] = asinh(data[i]!);
      break;
    case 35: // acosh
      data[k] = acosh(data[i]!);
      break;
    case 36: // atanh
      data[k] = atanh(data[i]!);
      break;
    case 37: // sigmoid
      data[k] = 1 / (1 + exp(-data[i]!));
      break;
    case 40: // softplus
      data[k] = (data[i]! > 0 ? data[i]! : 0) + log1p(exp(-abs(data[i]!)));
      break;
    case 41: // elu
      data[k] = data[i]! > 0 ? data[i]! : data[k - 1]! * expm1(data[i]!);
      break;
    case 42: // selu
      data[k] = 1.0507009873554805 * (data[i]! > 0 ? data[i]! : 1.6732632423543772 * expm1(data[i]!));
      break;
    case 43: // silu
      data[k] = data[i]! / (1 + exp(-data[i]!));
      break;
    case 44: // erf
      data[k] = erf(data[i]!);
      break;
    case 45: // erfc
      data[k] = erfc(data[i]!);
      break;
    case 46: // ndtr
      data[k] = ndtr(data[i]!);
      break;
    case 47: // normpdf
      data[k] = normpdf(data[i]!);
      break;
    case 48: // gelu
      data[k] = data[i]! < -40 ? -0 : data[i]! * ndtr(data[i]!);
      break;
    case 49: // geluTanh
      data[k] =
        data[i]! / (1 + exp(-1.5957691216057308 * (data[i]! + 0.044715 * data[i]! * data[i]! * data[i]!)));
      break;
    case 50: // mish
      data[k] = data[i]! * tanh((data[i]! > 0 ? data[i]! : 0) + log1p(exp(-abs(data[i]!))));
      break;
    case 51: // abs
      data[k] = abs(data[i]!);
      break;
    case 58: // floor
      data[k] = floor(data[i]!);
      break;
    case 59: // ceil
      data[k] = -floor(-data[i]!);
      break;
    case 60: // round
      data[k] = round(data[i]!);
      break;
    default:
      program.compute(code, k, i, j);
  }
}

export function backward(program: Records): void {
  const { records, factors, data, grad } = program;
  for (let r = records.length - RECORD; r >= 0; r -= RECORD) {
    let k = records[r + 1]!;
    const i = records[r + 2]!;
    const j = records[r + 3]!;
    if (records[r] === DOT) {
      // Each sum hands its gradient on to its product and to the sum before.
      const count = records[r + 4]!;
      const start = i;
      const begin = j;
      k += 2 * (count - 1);
      const g = 0 + grad[k + 1]!;
      for (let f = begin + 2 * (count - 1); f >= begin; f -= 2) {
        const i = factors[f]!;
        const j = factors[f + 1]!;
        grad[k + 1] = g;
        if (f === begin) grad[start]! += g;
        grad[k] = g;
        grad[i]! += g * data[j]!;
        grad[j]! += g * data[i]!;
        k -= 2;
      }
      continue;
    }
    const g = grad[k]!;
    switch (records[r]) {
      case STOP:
        break;
      case 3: // add
        grad[i]! += g;
        grad[j]! += g;
        break;
      case 4: // sub
        grad[i]! += g;
        grad[j]! += -g;
        break;
      case 5: // mul
        grad[i]! += g * data[j]!;
        grad[j]! += g * data[i]!;
        break;
      case 6: // div
        grad[i]! += g * (1 / data[j]!);
        grad[j]! += g * (-data[k]! / data[j]!);
        break;
      case 7: // neg
        grad[i]! += -g;
        break;
      case 8: // reciprocal
        grad[i]! += g * (-data[k]! * data[k]!);
        break;
      case 9: // square
        grad[i]! += g * (2 * data[i]!);
        break;
      case 11: // sqrt
        grad[i]! += g * (0.5 / data[k]!);
        break;
      case 12: // exp
        grad[i]! += g * data[k]!;
        break;
      case 14: // log
        grad[i]! += g * (1 / data[i]!);
        break;
      case 15: // log1p
        grad[i]! += g * (1 / (1 + data[i]!));
        break;
      case 16: // rsqrt
        grad[i]! += g * ((-0.5 * data[k]!) / data[i]!);
        break;
      case 19: // cbrt
        grad[i]! += g * (1 / (3 * data[k]! * data[k]!));
        break;
      case 20: // exp2
        grad[i]! += g * (0.6931471805599453 * data[k]!);
        break;
      case 21: // log2
        grad[i]! += g * (1.4426950408889634 / data[i]!);
        break;
      case 22: // log10
        grad[i]! += g * (0.4342944819032518 / data[i]!);
        break;
      case 23: // hypot
        grad[i]! += g * (data[i]! / data[k]!);
        grad[j]! += g * (data[j]! / data[k]!);
        break;
      case 26: // tan
        grad[i]! += g * (1 + data[k]! * data[k]!);
        break;
      case 27: // tanh
        grad[i]! += g * (1 - data[k]! * data[k]!);
        break;
      case 32: // atan
        grad[i]! += g * (1 / (1 + data[i]! * data[i]!));
        break;
      case 33: // atan2
        grad[i]! += g * (data[j]! / (data[i]! * data[i]! + data[j]! * data[j]!));
        grad[j]! += g * (-data[i]! / (data[i]! * data[i]! + data[j]! * data[j]!));
        break;
      case 36: // atanh
        grad[i]! += g * (1 / ((1 - data[i]!) * (1 + data[i]!)));
        break;
      case 38: // relu
        grad[i]! += g * (data[i]! <= 0 ? 0 : 1);
        break;
      case 39: // leakyRelu
        grad[i]! += g * (data[i]! > 0 ? 1 : data[k - 1]!);
        break;
      case 47: // normpdf
        grad[i]! += g * (-data[i]! * data[k]!);
        break;
      case 51: // abs
        grad[i]! += g * (data[i]! > 0 ? 1 : data[i]! < 0 ? -1 : 0);
        break;
      case 52: // max
        grad[i]! += g * (data[i]! < data[j]! ? 0 : data[i]! === data[j]! ? 0.5 : 1);
        grad[j]! += g * (data[j]! < data[i]! ? 0 : data[i]! === data[j]! ? 0.5 : 1);
        break;
      case 53: // min
        grad[i]! += g * (data[i]! > data[j]! ? 0 : data[i]! === data[j]! ? 0.5 : 1);
        grad[j]! += g * (data[j]! > data[i]! ? 0 : data[i]! === data[j]! ? 0.5 : 1);
        break;
      case 54: // clamp
        grad[i]! += g * (data[i]! >= data[k - 2]! ? (data[i]! <= data[k - 1]! ? 1 : 0) : 0);
        break;
      case 55: // hardtanh
        grad[i]! += g * (data[i]! <= data[k - 2]! ? 0 : data[i]! >= data[k - 1]! ? 0 : 1);
        break;
      case 56: // select
        grad[i]! += g * (data[k - 1]! !== 0 ? 1 : 0);
        grad[j]! += g * (data[k - 1]! !== 0 ? 0 : 1);
        break;
      case 57: // sign
      case 58: // floor
      case 59: // ceil
      case 60: // round
        grad[i]! += g * 0;
        break;
      case 61: // lt
      case 62: // le
      case 63: // gt
      case 64: // ge
      case 65: // eq
      case 66: // ne
        grad[i]! += g * 0;
        grad[j]! += g * 0;
        break;
      default:
        hand(program, records[r]!, k, i, j);
    }
  }
}

function hand(program: Records, op: number, k: number, i: number, j: number): void {
  const { data, grad, code } = program;
  const g = grad[k]!;
  switch (op) {
    case 10: // pow
      if (code[i] !== CONSTANT) grad[i]! += g * (data[j]! === 0 ? 0 : data[j]! * pow(data[i]!, data[j]! - 1));
      if (code[j] !== CONSTANT)
        grad[j]! +=
          g * (data[i]! !== 0 ? data[k]! * log(data[i]!) : data[j]! >= 0 ? 0 : data[k]! * log(data[i]!));
      break;
    case 13: // expm1
      grad[i]! += g * exp(data[i]!);
      break;
    case 17: // xlogy
      if (code[i] !== CONSTANT)
        grad[i]! += g * (data[i]! === 0 ? (data[j]! <= 0 ? 0 : log(data[j]!)) : log(data[j]!));
      grad[j]! += g * (data[i]! / data[j]!);
      break;
    case 18: // logaddexp
      if (code[i] !== CONSTANT) grad[i]! += g * (1 / (1 + exp(data[j]! - data[i]!)));
      if (code[j] !== CONSTANT) grad[j]! += g * (1 / (1 + exp(data[i]! - data[j]!)));
      break;
    case 24: // sin
      grad[i]! += g * cos(data[i]!);
      break;
    case 25: // cos
      grad[i]! += g * -sin(data[i]!);
      break;
    case 28: // sinh
      grad[i]! += g * cosh(data[i]!);
      break;
    case 29: // cosh
      grad[i]! += g * sinh(data[i]!);
      break;
    case 30: // asin
      grad[i]! += g * (1 / sqrt((1 - data[i]!) * (1 + data[i]!)));
      break;
    case 31: // acos
      grad[i]! += g * (-1 / sqrt((1 - data[i]!) * (1 + data[i]!)));
      break;
    case 34: // asinh
      grad[i]! += g * (1 / sqrt(data[i]! * data[i]! + 1));
      break;
    case 35: // acosh
      grad[i]! += g * (1 / (sqrt(data[i]! - 1) * sqrt(data[i]! + 1)));
      break;
    case 37: // sigmoid
      grad[i]! += g * (data[k]! / (1 + exp(data[i]!)));
      break;
    case 40: // softplus
      grad[i]! += g * (1 / (1 + exp(-data[i]!)));
      break;
    case 41: // elu
      grad[i]! += g * (data[i]! > 0 ? 1 : data[k - 1]! * exp(data[i]!));
      break;
    case 42: // selu
      grad[i]! += g * (1.0507009873554805 * (data[i]! > 0 ? 1 : 1.6732632423543772 * exp(data[i]!)));
      break;
    case 43: // silu
      grad[i]! += g * (1 / (1 + exp(-data[i]!)) + data[k]! / (1 + exp(data[i]!)));
      break;
    case 44: // erf
      grad[i]! += g * (1.1283791670955126 * exp(-data[i]! * data[i]!));
      break;
    case 45: // erfc
      grad[i]! += g * (-1.1283791670955126 * exp(-data[i]! * data[i]!));
      break;
    case 46: // ndtr
      grad[i]! += g * normpdf(data[i]!);
      break;
    case 48: // gelu
      grad[i]! +=
        g * (abs(data[i]!) > 40 ? (data[i]! > 0 ? 1 : 0) : ndtr(data[i]!) + data[i]! * normpdf(data[i]!));
      break;
    case 49: // geluTanh
      grad[i]! +=
        g *
        (abs(data[i]!) > 100
          ? data[i]! > 0
            ? 1
            : 0
          : 1 / (1 + exp(-1.5957691216057308 * (data[i]! + 0.044715 * data[i]! * data[i]! * data[i]!))) +
            (data[k]! * (1.5957691216057308 + 0.2140644488178007 * data[i]! * data[i]!)) /
              (1 + exp(1.5957691216057308 * (data[i]! + 0.044715 * data[i]! * data[i]! * data[i]!))));
      break;
    case 50: // mish
      grad[i]! +=
        g *
        (tanh((data[i]! > 0 ? data[i]! : 0) + log1p(exp(-abs(data[i]!)))) +
          data[i]! /
            (1 + exp(-data[i]!)) /
            cosh((data[i]! > 0 ? data[i]! : 0) + log1p(exp(-abs(data[i]!)))) /
            cosh((data[i]! > 0 ? data[i]! : 0) + log1p(exp(-abs(data[i]!)))));
      break;
    default:
      program.hand(op, k, i, j);
  }
}

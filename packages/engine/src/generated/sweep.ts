// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// Backward over one segment: each node hands g times its local derivatives to its operands.
import {
  abs,
  cos,
  cosh,
  exp,
  log,
  log1p,
  ndtr,
  normpdf,
  pow,
  sin,
  sinh,
  sqrt,
  tanh,
} from "@outgrad/ops/intrinsics";
import { CONSTANT, IMPORT, type Segment, STOP } from "../segment.js";

/** What a sweep asks of its pass: where a gradient starts, where an import's goes, what a user's op does. */
interface Pass {
  readonly number: number;
  begin(segment: Segment, index: number): number;
  leave(segment: Segment, index: number): void;
  handOn(segment: Segment, index: number): void;
}

export function sweep(segment: Segment, pass: Pass): void {
  const { data, grad, code, first, second, reached } = segment;
  const { number } = pass;
  let lowest = segment.lowest;
  for (let k = segment.highest; k >= lowest; k--) {
    if (reached[k] !== number) continue;
    const op = code[k]!;
    if (op <= STOP) {
      if (op === IMPORT) pass.leave(segment, k);
      continue;
    }
    const g = grad[k]!;
    const i = first[k]!;
    const j = second[k]!;
    if (reached[i] !== number) {
      reached[i] = number;
      grad[i] = code[i] === IMPORT ? pass.begin(segment, i) : 0;
      if (i < lowest) lowest = i;
    }
    if (reached[j] !== number) {
      reached[j] = number;
      grad[j] = code[j] === IMPORT ? pass.begin(segment, j) : 0;
      if (j < lowest) lowest = j;
    }
    switch (op) {
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
      case 10: // pow
        if (code[i] !== CONSTANT)
          grad[i]! += g * (data[j]! === 0 ? 0 : data[j]! * pow(data[i]!, data[j]! - 1));
        if (code[j] !== CONSTANT)
          grad[j]! +=
            g * (data[i]! !== 0 ? data[k]! * log(data[i]!) : data[j]! >= 0 ? 0 : data[k]! * log(data[i]!));
        break;
      case 11: // sqrt
        grad[i]! += g * (0.5 / data[k]!);
        break;
      case 12: // exp
        grad[i]! += g * data[k]!;
        break;
      case 13: // expm1
        grad[i]! += g * exp(data[i]!);
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
      case 17: // xlogy
        if (code[i] !== CONSTANT)
          grad[i]! += g * (data[i]! === 0 ? (data[j]! <= 0 ? 0 : log(data[j]!)) : log(data[j]!));
        grad[j]! += g * (data[i]! / data[j]!);
        break;
      case 18: // logaddexp
        if (code[i] !== CONSTANT) grad[i]! += g * (1 / (1 + exp(data[j]! - data[i]!)));
        if (code[j] !== CONSTANT) grad[j]! += g * (1 / (1 + exp(data[i]! - data[j]!)));
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
      case 24: // sin
        grad[i]! += g * cos(data[i]!);
        break;
      case 25: // cos
        grad[i]! += g * -sin(data[i]!);
        break;
      case 26: // tan
        grad[i]! += g * (1 + data[k]! * data[k]!);
        break;
      case 27: // tanh
        grad[i]! += g * (1 - data[k]! * data[k]!);
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
      case 32: // atan
        grad[i]! += g * (1 / (1 + data[i]! * data[i]!));
        break;
      case 33: // atan2
        grad[i]! += g * (data[j]! / (data[i]! * data[i]! + data[j]! * data[j]!));
        grad[j]! += g * (-data[i]! / (data[i]! * data[i]! + data[j]! * data[j]!));
        break;
      case 34: // asinh
        grad[i]! += g * (1 / sqrt(data[i]! * data[i]! + 1));
        break;
      case 35: // acosh
        grad[i]! += g * (1 / (sqrt(data[i]! - 1) * sqrt(data[i]! + 1)));
        break;
      case 36: // atanh
        grad[i]! += g * (1 / ((1 - data[i]!) * (1 + data[i]!)));
        break;
      case 37: // sigmoid
        grad[i]! += g * (data[k]! / (1 + exp(data[i]!)));
        break;
      case 38: // relu
        grad[i]! += g * (data[i]! <= 0 ? 0 : 1);
        break;
      case 39: // leakyRelu
        grad[i]! += g * (data[i]! > 0 ? 1 : data[k - 1]!);
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
      case 47: // normpdf
        grad[i]! += g * (-data[i]! * data[k]!);
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
        pass.handOn(segment, k);
    }
  }
}

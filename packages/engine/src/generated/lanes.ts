// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// The ops on rows of numbers, and the chain rule over rows.
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

/** The code of the first op in these lists. */
export const FIRST_OP = 3;

/**
 * For n lanes k: the result at o + k of the operands at a + da k and b + db k in v, where da and db are 1 for a row and
 * 0 for one number, and of the parameters from p[at] on.
 */
export type Compute = (
  v: Float64Array,
  n: number,
  o: number,
  a: number,
  da: number,
  b: number,
  db: number,
  p: Float64Array,
  at: number,
) => void;

/** Adds each lane's gradient, d[o + k] times the local derivative, to d[t + k]. */
export type Hand = (
  v: Float64Array,
  d: Float64Array,
  n: number,
  o: number,
  a: number,
  da: number,
  b: number,
  db: number,
  p: Float64Array,
  at: number,
  t: number,
) => void;

/** The sum of the lanes' gradients for an operand that all share, added up as laneSum does. */
export type Total = (
  v: Float64Array,
  d: Float64Array,
  n: number,
  o: number,
  a: number,
  da: number,
  b: number,
  db: number,
  p: Float64Array,
  at: number,
) => number;

export const compute: readonly Compute[] = [
  // add
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! + v[b]!;
  },
  // sub
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! - v[b]!;
  },
  // mul
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! * v[b]!;
  },
  // div
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! / v[b]!;
  },
  // neg
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = -v[a]!;
  },
  // reciprocal
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = 1 / v[a]!;
  },
  // square
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! * v[a]!;
  },
  // pow
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = pow(v[a]!, v[b]!);
  },
  // sqrt
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = sqrt(v[a]!);
  },
  // exp
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = exp(v[a]!);
  },
  // expm1
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = expm1(v[a]!);
  },
  // log
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = log(v[a]!);
  },
  // log1p
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = log1p(v[a]!);
  },
  // rsqrt
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = 1 / sqrt(v[a]!);
  },
  // xlogy
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] = v[a]! === 0 ? (v[b]! === v[b]! ? 0 : v[b]!) : v[a]! * log(v[b]!);
  },
  // logaddexp
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] =
        v[a]! === v[b]!
          ? v[a]! + 0.6931471805599453
          : (v[a]! > v[b]! ? v[a]! : v[b]!) + log1p(exp(-abs(v[a]! - v[b]!)));
  },
  // cbrt
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = cbrt(v[a]!);
  },
  // exp2
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = exp2(v[a]!);
  },
  // log2
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = log2(v[a]!);
  },
  // log10
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = log10(v[a]!);
  },
  // hypot
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] =
        abs(v[a]!) === 1 / 0
          ? abs(v[a]!)
          : abs(v[b]!) === 1 / 0
            ? abs(v[b]!)
            : abs(v[a]!) > abs(v[b]!)
              ? abs(v[a]!) * sqrt(1 + (v[b]! / v[a]!) * (v[b]! / v[a]!))
              : v[b]! === 0
                ? abs(v[a]!)
                : abs(v[b]!) * sqrt(1 + (v[a]! / v[b]!) * (v[a]! / v[b]!));
  },
  // sin
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = sin(v[a]!);
  },
  // cos
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = cos(v[a]!);
  },
  // tan
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = tan(v[a]!);
  },
  // tanh
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = tanh(v[a]!);
  },
  // sinh
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = sinh(v[a]!);
  },
  // cosh
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = cosh(v[a]!);
  },
  // asin
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = asin(v[a]!);
  },
  // acos
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = acos(v[a]!);
  },
  // atan
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = atan(v[a]!);
  },
  // atan2
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = atan2(v[a]!, v[b]!);
  },
  // asinh
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = asinh(v[a]!);
  },
  // acosh
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = acosh(v[a]!);
  },
  // atanh
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = atanh(v[a]!);
  },
  // sigmoid
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = 1 / (1 + exp(-v[a]!));
  },
  // relu
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! < 0 ? 0 : v[a]!;
  },
  // leakyRelu
  (v, n, o, a, da, b, db, p, at) => {
    const slope = p[at + 0]!;
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! > 0 ? v[a]! : slope * v[a]!;
  },
  // softplus
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] = (v[a]! > 0 ? v[a]! : 0) + log1p(exp(-abs(v[a]!)));
  },
  // elu
  (v, n, o, a, da, b, db, p, at) => {
    const alpha = p[at + 0]!;
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! > 0 ? v[a]! : alpha * expm1(v[a]!);
  },
  // selu
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] = 1.0507009873554805 * (v[a]! > 0 ? v[a]! : 1.6732632423543772 * expm1(v[a]!));
  },
  // silu
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! / (1 + exp(-v[a]!));
  },
  // erf
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = erf(v[a]!);
  },
  // erfc
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = erfc(v[a]!);
  },
  // ndtr
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = ndtr(v[a]!);
  },
  // normpdf
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = normpdf(v[a]!);
  },
  // gelu
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! < -40 ? -0 : v[a]! * ndtr(v[a]!);
  },
  // geluTanh
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] = v[a]! / (1 + exp(-1.5957691216057308 * (v[a]! + 0.044715 * v[a]! * v[a]! * v[a]!)));
  },
  // mish
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] = v[a]! * tanh((v[a]! > 0 ? v[a]! : 0) + log1p(exp(-abs(v[a]!))));
  },
  // abs
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = abs(v[a]!);
  },
  // max
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] = v[a]! > v[b]! ? v[a]! : v[b]! > v[a]! ? v[b]! : v[a]! === v[b]! ? v[a]! : v[a]! + v[b]!;
  },
  // min
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] = v[a]! < v[b]! ? v[a]! : v[b]! < v[a]! ? v[b]! : v[a]! === v[b]! ? v[a]! : v[a]! + v[b]!;
  },
  // clamp
  (v, n, o, a, da, b, db, p, at) => {
    const min = p[at + 0]!;
    const max = p[at + 1]!;
    for (let k = 0; k < n; k++, a += da, b += db)
      v[o + k] = (v[a]! < min ? min : v[a]!) > max ? max : v[a]! < min ? min : v[a]!;
  },
  // hardtanh
  (v, n, o, a, da, b, db, p, at) => {
    const min = p[at + 0]!;
    const max = p[at + 1]!;
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! <= min ? min : v[a]! >= max ? max : v[a]!;
  },
  // select
  (v, n, o, a, da, b, db, p, at) => {
    const condition = p[at + 0]!;
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = condition !== 0 ? v[a]! : v[b]!;
  },
  // sign
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! > 0 ? 1 : v[a]! < 0 ? -1 : v[a]!;
  },
  // floor
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = floor(v[a]!);
  },
  // ceil
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = -floor(-v[a]!);
  },
  // round
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = round(v[a]!);
  },
  // lt
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! < v[b]! ? 1 : 0;
  },
  // le
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! <= v[b]! ? 1 : 0;
  },
  // gt
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! > v[b]! ? 1 : 0;
  },
  // ge
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! >= v[b]! ? 1 : 0;
  },
  // eq
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! === v[b]! ? 1 : 0;
  },
  // ne
  (v, n, o, a, da, b, db, p, at) => {
    for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = v[a]! !== v[b]! ? 1 : 0;
  },
];

export const hand: readonly (readonly Hand[])[] = [
  // add
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]!;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]!;
    },
  ],
  // sub
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]!;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += -d[o + k]!;
    },
  ],
  // mul
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * v[b]!;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * v[a]!;
    },
  ],
  // div
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 / v[b]!);
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (-v[o + k]! / v[b]!);
    },
  ],
  // neg
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += -d[o + k]!;
    },
  ],
  // reciprocal
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (-v[o + k]! * v[o + k]!);
    },
  ],
  // square
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (2 * v[a]!);
    },
  ],
  // pow
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[b]! === 0 ? 0 : v[b]! * pow(v[a]!, v[b]! - 1));
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! +=
          d[o + k]! * (v[a]! !== 0 ? v[o + k]! * log(v[a]!) : v[b]! >= 0 ? 0 : v[o + k]! * log(v[a]!));
    },
  ],
  // sqrt
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (0.5 / v[o + k]!);
    },
  ],
  // exp
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * v[o + k]!;
    },
  ],
  // expm1
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * exp(v[a]!);
    },
  ],
  // log
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 / v[a]!);
    },
  ],
  // log1p
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 / (1 + v[a]!));
    },
  ],
  // rsqrt
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * ((-0.5 * v[o + k]!) / v[a]!);
    },
  ],
  // xlogy
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[a]! === 0 ? (v[b]! <= 0 ? 0 : log(v[b]!)) : log(v[b]!));
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (v[a]! / v[b]!);
    },
  ],
  // logaddexp
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 / (1 + exp(v[b]! - v[a]!)));
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 / (1 + exp(v[a]! - v[b]!)));
    },
  ],
  // cbrt
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (1 / (3 * v[o + k]! * v[o + k]!));
    },
  ],
  // exp2
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (0.6931471805599453 * v[o + k]!);
    },
  ],
  // log2
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1.4426950408889634 / v[a]!);
    },
  ],
  // log10
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (0.4342944819032518 / v[a]!);
    },
  ],
  // hypot
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (v[a]! / v[o + k]!);
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (v[b]! / v[o + k]!);
    },
  ],
  // sin
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * cos(v[a]!);
    },
  ],
  // cos
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * -sin(v[a]!);
    },
  ],
  // tan
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 + v[o + k]! * v[o + k]!);
    },
  ],
  // tanh
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 - v[o + k]! * v[o + k]!);
    },
  ],
  // sinh
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * cosh(v[a]!);
    },
  ],
  // cosh
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * sinh(v[a]!);
    },
  ],
  // asin
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (1 / sqrt((1 - v[a]!) * (1 + v[a]!)));
    },
  ],
  // acos
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (-1 / sqrt((1 - v[a]!) * (1 + v[a]!)));
    },
  ],
  // atan
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 / (1 + v[a]! * v[a]!));
    },
  ],
  // atan2
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[b]! / (v[a]! * v[a]! + v[b]! * v[b]!));
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (-v[a]! / (v[a]! * v[a]! + v[b]! * v[b]!));
    },
  ],
  // asinh
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 / sqrt(v[a]! * v[a]! + 1));
    },
  ],
  // acosh
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (1 / (sqrt(v[a]! - 1) * sqrt(v[a]! + 1)));
    },
  ],
  // atanh
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (1 / ((1 - v[a]!) * (1 + v[a]!)));
    },
  ],
  // sigmoid
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (v[o + k]! / (1 + exp(v[a]!)));
    },
  ],
  // relu
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (v[a]! <= 0 ? 0 : 1);
    },
  ],
  // leakyRelu
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      const slope = p[at + 0]!;
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (v[a]! > 0 ? 1 : slope);
    },
  ],
  // softplus
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (1 / (1 + exp(-v[a]!)));
    },
  ],
  // elu
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      const alpha = p[at + 0]!;
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[a]! > 0 ? 1 : alpha * exp(v[a]!));
    },
  ],
  // selu
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (1.0507009873554805 * (v[a]! > 0 ? 1 : 1.6732632423543772 * exp(v[a]!)));
    },
  ],
  // silu
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (1 / (1 + exp(-v[a]!)) + v[o + k]! / (1 + exp(v[a]!)));
    },
  ],
  // erf
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (1.1283791670955126 * exp(-v[a]! * v[a]!));
    },
  ],
  // erfc
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (-1.1283791670955126 * exp(-v[a]! * v[a]!));
    },
  ],
  // ndtr
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * normpdf(v[a]!);
    },
  ],
  // normpdf
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (-v[a]! * v[o + k]!);
    },
  ],
  // gelu
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! +=
          d[o + k]! * (abs(v[a]!) > 40 ? (v[a]! > 0 ? 1 : 0) : ndtr(v[a]!) + v[a]! * normpdf(v[a]!));
    },
  ],
  // geluTanh
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! +=
          d[o + k]! *
          (abs(v[a]!) > 100
            ? v[a]! > 0
              ? 1
              : 0
            : 1 / (1 + exp(-1.5957691216057308 * (v[a]! + 0.044715 * v[a]! * v[a]! * v[a]!))) +
              (v[o + k]! * (1.5957691216057308 + 0.2140644488178007 * v[a]! * v[a]!)) /
                (1 + exp(1.5957691216057308 * (v[a]! + 0.044715 * v[a]! * v[a]! * v[a]!))));
    },
  ],
  // mish
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! +=
          d[o + k]! *
          (tanh((v[a]! > 0 ? v[a]! : 0) + log1p(exp(-abs(v[a]!)))) +
            v[a]! /
              (1 + exp(-v[a]!)) /
              cosh((v[a]! > 0 ? v[a]! : 0) + log1p(exp(-abs(v[a]!)))) /
              cosh((v[a]! > 0 ? v[a]! : 0) + log1p(exp(-abs(v[a]!)))));
    },
  ],
  // abs
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[a]! > 0 ? 1 : v[a]! < 0 ? -1 : 0);
    },
  ],
  // max
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[a]! < v[b]! ? 0 : v[a]! === v[b]! ? 0.5 : 1);
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[b]! < v[a]! ? 0 : v[a]! === v[b]! ? 0.5 : 1);
    },
  ],
  // min
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[a]! > v[b]! ? 0 : v[a]! === v[b]! ? 0.5 : 1);
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[b]! > v[a]! ? 0 : v[a]! === v[b]! ? 0.5 : 1);
    },
  ],
  // clamp
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      const min = p[at + 0]!;
      const max = p[at + 1]!;
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[a]! >= min ? (v[a]! <= max ? 1 : 0) : 0);
    },
  ],
  // hardtanh
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      const min = p[at + 0]!;
      const max = p[at + 1]!;
      for (let k = 0; k < n; k++, a += da, b += db)
        d[t + k]! += d[o + k]! * (v[a]! <= min ? 0 : v[a]! >= max ? 0 : 1);
    },
  ],
  // select
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      const condition = p[at + 0]!;
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (condition !== 0 ? 1 : 0);
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      const condition = p[at + 0]!;
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * (condition !== 0 ? 0 : 1);
    },
  ],
  // sign
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // floor
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // ceil
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // round
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // lt
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // le
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // gt
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // ge
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // eq
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
  // ne
  [
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
    (v, d, n, o, a, da, b, db, p, at, t) => {
      for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += d[o + k]! * 0;
    },
  ],
];

/** For partials that only add, multiply and divide: it pays to do both at once. */
export const total: readonly (readonly (Total | undefined)[])[] = [
  // add
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! + d[o + k + 2]!;
        t += d[o + k + 1]! + d[o + k + 3]!;
      }
      if (k < n) {
        s += d[o + k]! + (k + 2 < n ? d[o + k + 2]! : 0);
        t += (k + 1 < n ? d[o + k + 1]! : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! + d[o + k + 2]!;
        t += d[o + k + 1]! + d[o + k + 3]!;
      }
      if (k < n) {
        s += d[o + k]! + (k + 2 < n ? d[o + k + 2]! : 0);
        t += (k + 1 < n ? d[o + k + 1]! : 0) + 0;
      }
      return s + t;
    },
  ],
  // sub
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! + d[o + k + 2]!;
        t += d[o + k + 1]! + d[o + k + 3]!;
      }
      if (k < n) {
        s += d[o + k]! + (k + 2 < n ? d[o + k + 2]! : 0);
        t += (k + 1 < n ? d[o + k + 1]! : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += -d[o + k]! + -d[o + k + 2]!;
        t += -d[o + k + 1]! + -d[o + k + 3]!;
      }
      if (k < n) {
        s += -d[o + k]! + (k + 2 < n ? -d[o + k + 2]! : 0);
        t += (k + 1 < n ? -d[o + k + 1]! : 0) + 0;
      }
      return s + t;
    },
  ],
  // mul
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * v[b]! + d[o + k + 2]! * v[b + 2 * db]!;
        t += d[o + k + 1]! * v[b + db]! + d[o + k + 3]! * v[b + 3 * db]!;
      }
      if (k < n) {
        s += d[o + k]! * v[b]! + (k + 2 < n ? d[o + k + 2]! * v[b + 2 * db]! : 0);
        t += (k + 1 < n ? d[o + k + 1]! * v[b + db]! : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * v[a]! + d[o + k + 2]! * v[a + 2 * da]!;
        t += d[o + k + 1]! * v[a + da]! + d[o + k + 3]! * v[a + 3 * da]!;
      }
      if (k < n) {
        s += d[o + k]! * v[a]! + (k + 2 < n ? d[o + k + 2]! * v[a + 2 * da]! : 0);
        t += (k + 1 < n ? d[o + k + 1]! * v[a + da]! : 0) + 0;
      }
      return s + t;
    },
  ],
  // div
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (1 / v[b]!) + d[o + k + 2]! * (1 / v[b + 2 * db]!);
        t += d[o + k + 1]! * (1 / v[b + db]!) + d[o + k + 3]! * (1 / v[b + 3 * db]!);
      }
      if (k < n) {
        s += d[o + k]! * (1 / v[b]!) + (k + 2 < n ? d[o + k + 2]! * (1 / v[b + 2 * db]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1 / v[b + db]!) : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (-v[o + k]! / v[b]!) + d[o + k + 2]! * (-v[o + k + 2]! / v[b + 2 * db]!);
        t +=
          d[o + k + 1]! * (-v[o + k + 1]! / v[b + db]!) + d[o + k + 3]! * (-v[o + k + 3]! / v[b + 3 * db]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (-v[o + k]! / v[b]!) +
          (k + 2 < n ? d[o + k + 2]! * (-v[o + k + 2]! / v[b + 2 * db]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (-v[o + k + 1]! / v[b + db]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // neg
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += -d[o + k]! + -d[o + k + 2]!;
        t += -d[o + k + 1]! + -d[o + k + 3]!;
      }
      if (k < n) {
        s += -d[o + k]! + (k + 2 < n ? -d[o + k + 2]! : 0);
        t += (k + 1 < n ? -d[o + k + 1]! : 0) + 0;
      }
      return s + t;
    },
  ],
  // reciprocal
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (-v[o + k]! * v[o + k]!) + d[o + k + 2]! * (-v[o + k + 2]! * v[o + k + 2]!);
        t +=
          d[o + k + 1]! * (-v[o + k + 1]! * v[o + k + 1]!) + d[o + k + 3]! * (-v[o + k + 3]! * v[o + k + 3]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (-v[o + k]! * v[o + k]!) +
          (k + 2 < n ? d[o + k + 2]! * (-v[o + k + 2]! * v[o + k + 2]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (-v[o + k + 1]! * v[o + k + 1]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // square
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (2 * v[a]!) + d[o + k + 2]! * (2 * v[a + 2 * da]!);
        t += d[o + k + 1]! * (2 * v[a + da]!) + d[o + k + 3]! * (2 * v[a + 3 * da]!);
      }
      if (k < n) {
        s += d[o + k]! * (2 * v[a]!) + (k + 2 < n ? d[o + k + 2]! * (2 * v[a + 2 * da]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (2 * v[a + da]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // pow
  [undefined, undefined],
  // sqrt
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (0.5 / v[o + k]!) + d[o + k + 2]! * (0.5 / v[o + k + 2]!);
        t += d[o + k + 1]! * (0.5 / v[o + k + 1]!) + d[o + k + 3]! * (0.5 / v[o + k + 3]!);
      }
      if (k < n) {
        s += d[o + k]! * (0.5 / v[o + k]!) + (k + 2 < n ? d[o + k + 2]! * (0.5 / v[o + k + 2]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (0.5 / v[o + k + 1]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // exp
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * v[o + k]! + d[o + k + 2]! * v[o + k + 2]!;
        t += d[o + k + 1]! * v[o + k + 1]! + d[o + k + 3]! * v[o + k + 3]!;
      }
      if (k < n) {
        s += d[o + k]! * v[o + k]! + (k + 2 < n ? d[o + k + 2]! * v[o + k + 2]! : 0);
        t += (k + 1 < n ? d[o + k + 1]! * v[o + k + 1]! : 0) + 0;
      }
      return s + t;
    },
  ],
  // expm1
  [undefined],
  // log
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (1 / v[a]!) + d[o + k + 2]! * (1 / v[a + 2 * da]!);
        t += d[o + k + 1]! * (1 / v[a + da]!) + d[o + k + 3]! * (1 / v[a + 3 * da]!);
      }
      if (k < n) {
        s += d[o + k]! * (1 / v[a]!) + (k + 2 < n ? d[o + k + 2]! * (1 / v[a + 2 * da]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1 / v[a + da]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // log1p
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (1 / (1 + v[a]!)) + d[o + k + 2]! * (1 / (1 + v[a + 2 * da]!));
        t += d[o + k + 1]! * (1 / (1 + v[a + da]!)) + d[o + k + 3]! * (1 / (1 + v[a + 3 * da]!));
      }
      if (k < n) {
        s += d[o + k]! * (1 / (1 + v[a]!)) + (k + 2 < n ? d[o + k + 2]! * (1 / (1 + v[a + 2 * da]!)) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1 / (1 + v[a + da]!)) : 0) + 0;
      }
      return s + t;
    },
  ],
  // rsqrt
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s +=
          d[o + k]! * ((-0.5 * v[o + k]!) / v[a]!) +
          d[o + k + 2]! * ((-0.5 * v[o + k + 2]!) / v[a + 2 * da]!);
        t +=
          d[o + k + 1]! * ((-0.5 * v[o + k + 1]!) / v[a + da]!) +
          d[o + k + 3]! * ((-0.5 * v[o + k + 3]!) / v[a + 3 * da]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * ((-0.5 * v[o + k]!) / v[a]!) +
          (k + 2 < n ? d[o + k + 2]! * ((-0.5 * v[o + k + 2]!) / v[a + 2 * da]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * ((-0.5 * v[o + k + 1]!) / v[a + da]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // xlogy
  [
    undefined,
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (v[a]! / v[b]!) + d[o + k + 2]! * (v[a + 2 * da]! / v[b + 2 * db]!);
        t += d[o + k + 1]! * (v[a + da]! / v[b + db]!) + d[o + k + 3]! * (v[a + 3 * da]! / v[b + 3 * db]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (v[a]! / v[b]!) + (k + 2 < n ? d[o + k + 2]! * (v[a + 2 * da]! / v[b + 2 * db]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (v[a + da]! / v[b + db]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // logaddexp
  [undefined, undefined],
  // cbrt
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s +=
          d[o + k]! * (1 / (3 * v[o + k]! * v[o + k]!)) +
          d[o + k + 2]! * (1 / (3 * v[o + k + 2]! * v[o + k + 2]!));
        t +=
          d[o + k + 1]! * (1 / (3 * v[o + k + 1]! * v[o + k + 1]!)) +
          d[o + k + 3]! * (1 / (3 * v[o + k + 3]! * v[o + k + 3]!));
      }
      if (k < n) {
        s +=
          d[o + k]! * (1 / (3 * v[o + k]! * v[o + k]!)) +
          (k + 2 < n ? d[o + k + 2]! * (1 / (3 * v[o + k + 2]! * v[o + k + 2]!)) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1 / (3 * v[o + k + 1]! * v[o + k + 1]!)) : 0) + 0;
      }
      return s + t;
    },
  ],
  // exp2
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s +=
          d[o + k]! * (0.6931471805599453 * v[o + k]!) + d[o + k + 2]! * (0.6931471805599453 * v[o + k + 2]!);
        t +=
          d[o + k + 1]! * (0.6931471805599453 * v[o + k + 1]!) +
          d[o + k + 3]! * (0.6931471805599453 * v[o + k + 3]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (0.6931471805599453 * v[o + k]!) +
          (k + 2 < n ? d[o + k + 2]! * (0.6931471805599453 * v[o + k + 2]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (0.6931471805599453 * v[o + k + 1]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // log2
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (1.4426950408889634 / v[a]!) + d[o + k + 2]! * (1.4426950408889634 / v[a + 2 * da]!);
        t +=
          d[o + k + 1]! * (1.4426950408889634 / v[a + da]!) +
          d[o + k + 3]! * (1.4426950408889634 / v[a + 3 * da]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (1.4426950408889634 / v[a]!) +
          (k + 2 < n ? d[o + k + 2]! * (1.4426950408889634 / v[a + 2 * da]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1.4426950408889634 / v[a + da]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // log10
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (0.4342944819032518 / v[a]!) + d[o + k + 2]! * (0.4342944819032518 / v[a + 2 * da]!);
        t +=
          d[o + k + 1]! * (0.4342944819032518 / v[a + da]!) +
          d[o + k + 3]! * (0.4342944819032518 / v[a + 3 * da]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (0.4342944819032518 / v[a]!) +
          (k + 2 < n ? d[o + k + 2]! * (0.4342944819032518 / v[a + 2 * da]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (0.4342944819032518 / v[a + da]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // hypot
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (v[a]! / v[o + k]!) + d[o + k + 2]! * (v[a + 2 * da]! / v[o + k + 2]!);
        t += d[o + k + 1]! * (v[a + da]! / v[o + k + 1]!) + d[o + k + 3]! * (v[a + 3 * da]! / v[o + k + 3]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (v[a]! / v[o + k]!) +
          (k + 2 < n ? d[o + k + 2]! * (v[a + 2 * da]! / v[o + k + 2]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (v[a + da]! / v[o + k + 1]!) : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (v[b]! / v[o + k]!) + d[o + k + 2]! * (v[b + 2 * db]! / v[o + k + 2]!);
        t += d[o + k + 1]! * (v[b + db]! / v[o + k + 1]!) + d[o + k + 3]! * (v[b + 3 * db]! / v[o + k + 3]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (v[b]! / v[o + k]!) +
          (k + 2 < n ? d[o + k + 2]! * (v[b + 2 * db]! / v[o + k + 2]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (v[b + db]! / v[o + k + 1]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // sin
  [undefined],
  // cos
  [undefined],
  // tan
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (1 + v[o + k]! * v[o + k]!) + d[o + k + 2]! * (1 + v[o + k + 2]! * v[o + k + 2]!);
        t +=
          d[o + k + 1]! * (1 + v[o + k + 1]! * v[o + k + 1]!) +
          d[o + k + 3]! * (1 + v[o + k + 3]! * v[o + k + 3]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (1 + v[o + k]! * v[o + k]!) +
          (k + 2 < n ? d[o + k + 2]! * (1 + v[o + k + 2]! * v[o + k + 2]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1 + v[o + k + 1]! * v[o + k + 1]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // tanh
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (1 - v[o + k]! * v[o + k]!) + d[o + k + 2]! * (1 - v[o + k + 2]! * v[o + k + 2]!);
        t +=
          d[o + k + 1]! * (1 - v[o + k + 1]! * v[o + k + 1]!) +
          d[o + k + 3]! * (1 - v[o + k + 3]! * v[o + k + 3]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (1 - v[o + k]! * v[o + k]!) +
          (k + 2 < n ? d[o + k + 2]! * (1 - v[o + k + 2]! * v[o + k + 2]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1 - v[o + k + 1]! * v[o + k + 1]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // sinh
  [undefined],
  // cosh
  [undefined],
  // asin
  [undefined],
  // acos
  [undefined],
  // atan
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s +=
          d[o + k]! * (1 / (1 + v[a]! * v[a]!)) + d[o + k + 2]! * (1 / (1 + v[a + 2 * da]! * v[a + 2 * da]!));
        t +=
          d[o + k + 1]! * (1 / (1 + v[a + da]! * v[a + da]!)) +
          d[o + k + 3]! * (1 / (1 + v[a + 3 * da]! * v[a + 3 * da]!));
      }
      if (k < n) {
        s +=
          d[o + k]! * (1 / (1 + v[a]! * v[a]!)) +
          (k + 2 < n ? d[o + k + 2]! * (1 / (1 + v[a + 2 * da]! * v[a + 2 * da]!)) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1 / (1 + v[a + da]! * v[a + da]!)) : 0) + 0;
      }
      return s + t;
    },
  ],
  // atan2
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s +=
          d[o + k]! * (v[b]! / (v[a]! * v[a]! + v[b]! * v[b]!)) +
          d[o + k + 2]! *
            (v[b + 2 * db]! / (v[a + 2 * da]! * v[a + 2 * da]! + v[b + 2 * db]! * v[b + 2 * db]!));
        t +=
          d[o + k + 1]! * (v[b + db]! / (v[a + da]! * v[a + da]! + v[b + db]! * v[b + db]!)) +
          d[o + k + 3]! *
            (v[b + 3 * db]! / (v[a + 3 * da]! * v[a + 3 * da]! + v[b + 3 * db]! * v[b + 3 * db]!));
      }
      if (k < n) {
        s +=
          d[o + k]! * (v[b]! / (v[a]! * v[a]! + v[b]! * v[b]!)) +
          (k + 2 < n
            ? d[o + k + 2]! *
              (v[b + 2 * db]! / (v[a + 2 * da]! * v[a + 2 * da]! + v[b + 2 * db]! * v[b + 2 * db]!))
            : 0);
        t +=
          (k + 1 < n
            ? d[o + k + 1]! * (v[b + db]! / (v[a + da]! * v[a + da]! + v[b + db]! * v[b + db]!))
            : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s +=
          d[o + k]! * (-v[a]! / (v[a]! * v[a]! + v[b]! * v[b]!)) +
          d[o + k + 2]! *
            (-v[a + 2 * da]! / (v[a + 2 * da]! * v[a + 2 * da]! + v[b + 2 * db]! * v[b + 2 * db]!));
        t +=
          d[o + k + 1]! * (-v[a + da]! / (v[a + da]! * v[a + da]! + v[b + db]! * v[b + db]!)) +
          d[o + k + 3]! *
            (-v[a + 3 * da]! / (v[a + 3 * da]! * v[a + 3 * da]! + v[b + 3 * db]! * v[b + 3 * db]!));
      }
      if (k < n) {
        s +=
          d[o + k]! * (-v[a]! / (v[a]! * v[a]! + v[b]! * v[b]!)) +
          (k + 2 < n
            ? d[o + k + 2]! *
              (-v[a + 2 * da]! / (v[a + 2 * da]! * v[a + 2 * da]! + v[b + 2 * db]! * v[b + 2 * db]!))
            : 0);
        t +=
          (k + 1 < n
            ? d[o + k + 1]! * (-v[a + da]! / (v[a + da]! * v[a + da]! + v[b + db]! * v[b + db]!))
            : 0) + 0;
      }
      return s + t;
    },
  ],
  // asinh
  [undefined],
  // acosh
  [undefined],
  // atanh
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s +=
          d[o + k]! * (1 / ((1 - v[a]!) * (1 + v[a]!))) +
          d[o + k + 2]! * (1 / ((1 - v[a + 2 * da]!) * (1 + v[a + 2 * da]!)));
        t +=
          d[o + k + 1]! * (1 / ((1 - v[a + da]!) * (1 + v[a + da]!))) +
          d[o + k + 3]! * (1 / ((1 - v[a + 3 * da]!) * (1 + v[a + 3 * da]!)));
      }
      if (k < n) {
        s +=
          d[o + k]! * (1 / ((1 - v[a]!) * (1 + v[a]!))) +
          (k + 2 < n ? d[o + k + 2]! * (1 / ((1 - v[a + 2 * da]!) * (1 + v[a + 2 * da]!))) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (1 / ((1 - v[a + da]!) * (1 + v[a + da]!))) : 0) + 0;
      }
      return s + t;
    },
  ],
  // sigmoid
  [undefined],
  // relu
  [undefined],
  // leakyRelu
  [undefined],
  // softplus
  [undefined],
  // elu
  [undefined],
  // selu
  [undefined],
  // silu
  [undefined],
  // erf
  [undefined],
  // erfc
  [undefined],
  // ndtr
  [undefined],
  // normpdf
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * (-v[a]! * v[o + k]!) + d[o + k + 2]! * (-v[a + 2 * da]! * v[o + k + 2]!);
        t +=
          d[o + k + 1]! * (-v[a + da]! * v[o + k + 1]!) + d[o + k + 3]! * (-v[a + 3 * da]! * v[o + k + 3]!);
      }
      if (k < n) {
        s +=
          d[o + k]! * (-v[a]! * v[o + k]!) +
          (k + 2 < n ? d[o + k + 2]! * (-v[a + 2 * da]! * v[o + k + 2]!) : 0);
        t += (k + 1 < n ? d[o + k + 1]! * (-v[a + da]! * v[o + k + 1]!) : 0) + 0;
      }
      return s + t;
    },
  ],
  // gelu
  [undefined],
  // geluTanh
  [undefined],
  // mish
  [undefined],
  // abs
  [undefined],
  // max
  [undefined, undefined],
  // min
  [undefined, undefined],
  // clamp
  [undefined],
  // hardtanh
  [undefined],
  // select
  [undefined, undefined],
  // sign
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // floor
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // ceil
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // round
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // lt
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // le
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // gt
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // ge
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // eq
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
  // ne
  [
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
    (v, d, n, o, a, da, b, db, p, at) => {
      let s = 0;
      let t = 0;
      let k = 0;
      for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
        s += d[o + k]! * 0 + d[o + k + 2]! * 0;
        t += d[o + k + 1]! * 0 + d[o + k + 3]! * 0;
      }
      if (k < n) {
        s += d[o + k]! * 0 + (k + 2 < n ? d[o + k + 2]! * 0 : 0);
        t += (k + 1 < n ? d[o + k + 1]! * 0 : 0) + 0;
      }
      return s + t;
    },
  ],
];

/**
 * For n lanes k: the number at c + dc k and, one after the other, the products of factors, which are the place of one
 * number and that of a row, and so on.
 */
export function dot(v: Float64Array, n: number, o: number, c: number, dc: number, factors: Int32Array): void {
  let k = 0;
  for (; k + 3 < n; k += 4) {
    let s0 = v[c + dc * k]!;
    let s1 = v[c + dc * (k + 1)]!;
    let s2 = v[c + dc * (k + 2)]!;
    let s3 = v[c + dc * (k + 3)]!;
    for (let f = 0; f < factors.length; f += 2) {
      const one = v[factors[f]!]!;
      const row = factors[f + 1]! + k;
      s0 = s0 + one * v[row]!;
      s1 = s1 + one * v[row + 1]!;
      s2 = s2 + one * v[row + 2]!;
      s3 = s3 + one * v[row + 3]!;
    }
    v[o + k] = s0;
    v[o + k + 1] = s1;
    v[o + k + 2] = s2;
    v[o + k + 3] = s3;
  }
  for (; k < n; k++) {
    let s0 = v[c + dc * k]!;
    for (let f = 0; f < factors.length; f += 2) {
      const one = v[factors[f]!]!;
      const row = factors[f + 1]! + k;
      s0 = s0 + one * v[row]!;
    }
    v[o + k] = s0;
  }
}

/**
 * The chain rule for a product of one number and a row: adds what goes to the row, and gives the sum of what goes to the
 * number. First for a single a, then for a single b.
 */
export const handProducts = [
  (v: Float64Array, d: Float64Array, n: number, o: number, a: number, b: number): number => {
    const one = v[a]!;
    let s = 0;
    let t = 0;
    let k = 0;
    for (; k + 3 < n; k += 4) {
      const g0 = d[o + k]!;
      const g1 = d[o + k + 1]!;
      const g2 = d[o + k + 2]!;
      const g3 = d[o + k + 3]!;
      d[b + k]! += g0 * one;
      d[b + k + 1]! += g1 * one;
      d[b + k + 2]! += g2 * one;
      d[b + k + 3]! += g3 * one;
      s += g0 * v[b + k]! + g2 * v[b + k + 2]!;
      t += g1 * v[b + k + 1]! + g3 * v[b + k + 3]!;
    }
    if (k < n) {
      const left = n - k;
      const g0 = d[o + k]!;
      const g1 = left > 1 ? d[o + k + 1]! : 0;
      const g2 = left > 2 ? d[o + k + 2]! : 0;
      d[b + k]! += g0 * one;
      if (left > 1) {
        d[b + k + 1]! += g1 * one;
      }
      if (left > 2) {
        d[b + k + 2]! += g2 * one;
      }
      s += g0 * v[b + k]! + (left > 2 ? g2 * v[b + k + 2]! : 0);
      t += (left > 1 ? g1 * v[b + k + 1]! : 0) + 0;
    }
    return s + t;
  },
  (v: Float64Array, d: Float64Array, n: number, o: number, a: number, b: number): number => {
    const one = v[b]!;
    let s = 0;
    let t = 0;
    let k = 0;
    for (; k + 3 < n; k += 4) {
      const g0 = d[o + k]!;
      const g1 = d[o + k + 1]!;
      const g2 = d[o + k + 2]!;
      const g3 = d[o + k + 3]!;
      d[a + k]! += g0 * one;
      d[a + k + 1]! += g1 * one;
      d[a + k + 2]! += g2 * one;
      d[a + k + 3]! += g3 * one;
      s += g0 * v[a + k]! + g2 * v[a + k + 2]!;
      t += g1 * v[a + k + 1]! + g3 * v[a + k + 3]!;
    }
    if (k < n) {
      const left = n - k;
      const g0 = d[o + k]!;
      const g1 = left > 1 ? d[o + k + 1]! : 0;
      const g2 = left > 2 ? d[o + k + 2]! : 0;
      d[a + k]! += g0 * one;
      if (left > 1) {
        d[a + k + 1]! += g1 * one;
      }
      if (left > 2) {
        d[a + k + 2]! += g2 * one;
      }
      s += g0 * v[a + k]! + (left > 2 ? g2 * v[a + k + 2]! : 0);
      t += (left > 1 ? g1 * v[a + k + 1]! : 0) + 0;
    }
    return s + t;
  },
] as const;

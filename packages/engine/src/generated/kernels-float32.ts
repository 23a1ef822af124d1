// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// The ops on arrays of float32: y, and the gradient times each local derivative (null: times 1).
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
  exp2,
  floor,
  log10,
  log2,
  pow,
  round,
  sin,
  sinh,
  sqrt,
  tan,
} from "@outgrad/ops/intrinsics";
import {
  erfcf,
  erff,
  expf,
  expm1f,
  log1pf,
  logf,
  ndtrf,
  normpdff,
  tanhf,
} from "@outgrad/ops/intrinsics/float32";
import type { OpKernels } from "../kernels/elementwise.js";

type Data = Float32Array;

export const kernels: readonly OpKernels[] = [
  {
    // add
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a + b;
        }
      }
    },
    partials: [null, null],
  },
  {
    // sub
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a - b;
        }
      }
    },
    partials: [
      null,
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + -g;
          }
        }
      },
    ],
  },
  {
    // mul
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a * b;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const bs = second.data as Data;
        const bStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let bAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * b;
          }
        }
      },
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * a;
          }
        }
      },
    ],
  },
  {
    // div
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a / b;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const bs = second.data as Data;
        const bStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let bAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (1 / b);
          }
        }
      },
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const bs = second.data as Data;
        const bStep = second.column;
        const ys = third.data as Data;
        const yStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let bAt = second.at + row * second.row;
          let yAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const b = bs[bAt]!;
            bAt += bStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (-y / b);
          }
        }
      },
    ],
  },
  {
    // neg
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = -a;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + -g;
          }
        }
      },
    ],
  },
  {
    // reciprocal
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = 1 / a;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const ys = second.data as Data;
        const yStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let yAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (-y * y);
          }
        }
      },
    ],
  },
  {
    // square
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a * a;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (2 * a);
          }
        }
      },
    ],
  },
  {
    // pow
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = pow(a, b);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (b === 0 ? 0 : b * pow(a, b - 1));
          }
        }
      },
      (rows, columns, out, at, _params, first, second, third, fourth) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        const ys = fourth.data as Data;
        const yStep = fourth.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          let yAt = fourth.at + row * fourth.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (a !== 0 ? y * logf(a) : b >= 0 ? 0 : y * logf(a));
          }
        }
      },
    ],
  },
  {
    // sqrt
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = sqrt(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const ys = second.data as Data;
        const yStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let yAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (0.5 / y);
          }
        }
      },
    ],
  },
  {
    // exp
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = expf(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const ys = second.data as Data;
        const yStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let yAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * y;
          }
        }
      },
    ],
  },
  {
    // expm1
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = expm1f(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * expf(a);
          }
        }
      },
    ],
  },
  {
    // log
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = logf(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1 / a);
          }
        }
      },
    ],
  },
  {
    // log1p
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = log1pf(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1 / (1 + a));
          }
        }
      },
    ],
  },
  {
    // rsqrt
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = 1 / sqrt(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const ys = third.data as Data;
        const yStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let yAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * ((-0.5 * y) / a);
          }
        }
      },
    ],
  },
  {
    // xlogy
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a === 0 ? (b === b ? 0 : b) : a * logf(b);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (a === 0 ? (b <= 0 ? 0 : logf(b)) : logf(b));
          }
        }
      },
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (a / b);
          }
        }
      },
    ],
  },
  {
    // logaddexp
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a === b ? a + 0.6931471805599453 : (a > b ? a : b) + log1pf(expf(-abs(a - b)));
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (1 / (1 + expf(b - a)));
          }
        }
      },
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (1 / (1 + expf(a - b)));
          }
        }
      },
    ],
  },
  {
    // cbrt
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = cbrt(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const ys = second.data as Data;
        const yStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let yAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (1 / (3 * y * y));
          }
        }
      },
    ],
  },
  {
    // exp2
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = exp2(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const ys = second.data as Data;
        const yStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let yAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (0.6931471805599453 * y);
          }
        }
      },
    ],
  },
  {
    // log2
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = log2(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1.4426950408889634 / a);
          }
        }
      },
    ],
  },
  {
    // log10
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = log10(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (0.4342944819032518 / a);
          }
        }
      },
    ],
  },
  {
    // hypot
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] =
            abs(a) === 1 / 0
              ? abs(a)
              : abs(b) === 1 / 0
                ? abs(b)
                : abs(a) > abs(b)
                  ? abs(a) * sqrt(1 + (b / a) * (b / a))
                  : b === 0
                    ? abs(a)
                    : abs(b) * sqrt(1 + (a / b) * (a / b));
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const ys = third.data as Data;
        const yStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let yAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (a / y);
          }
        }
      },
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const bs = second.data as Data;
        const bStep = second.column;
        const ys = third.data as Data;
        const yStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let bAt = second.at + row * second.row;
          let yAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const b = bs[bAt]!;
            bAt += bStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (b / y);
          }
        }
      },
    ],
  },
  {
    // sin
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = sin(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * cos(a);
          }
        }
      },
    ],
  },
  {
    // cos
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = cos(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * -sin(a);
          }
        }
      },
    ],
  },
  {
    // tan
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = tan(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const ys = second.data as Data;
        const yStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let yAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (1 + y * y);
          }
        }
      },
    ],
  },
  {
    // tanh
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = tanhf(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const ys = second.data as Data;
        const yStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let yAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (1 - y * y);
          }
        }
      },
    ],
  },
  {
    // sinh
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = sinh(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * cosh(a);
          }
        }
      },
    ],
  },
  {
    // cosh
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = cosh(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * sinh(a);
          }
        }
      },
    ],
  },
  {
    // asin
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = asin(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1 / sqrt((1 - a) * (1 + a)));
          }
        }
      },
    ],
  },
  {
    // acos
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = acos(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (-1 / sqrt((1 - a) * (1 + a)));
          }
        }
      },
    ],
  },
  {
    // atan
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = atan(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1 / (1 + a * a));
          }
        }
      },
    ],
  },
  {
    // atan2
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = atan2(a, b);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (b / (a * a + b * b));
          }
        }
      },
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (-a / (a * a + b * b));
          }
        }
      },
    ],
  },
  {
    // asinh
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = asinh(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1 / sqrt(a * a + 1));
          }
        }
      },
    ],
  },
  {
    // acosh
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = acosh(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1 / (sqrt(a - 1) * sqrt(a + 1)));
          }
        }
      },
    ],
  },
  {
    // atanh
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = atanh(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1 / ((1 - a) * (1 + a)));
          }
        }
      },
    ],
  },
  {
    // sigmoid
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = 1 / (1 + expf(-a));
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const ys = third.data as Data;
        const yStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let yAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (y / (1 + expf(a)));
          }
        }
      },
    ],
  },
  {
    // relu
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a < 0 ? 0 : a;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (a <= 0 ? 0 : 1);
          }
        }
      },
    ],
  },
  {
    // leakyRelu
    value: (rows, columns, out, at, params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      const slope = params[0]!;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a > 0 ? a : slope * a;
        }
      }
    },
    partials: [
      (rows, columns, out, at, params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const slope = params[0]!;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (a > 0 ? 1 : slope);
          }
        }
      },
    ],
  },
  {
    // softplus
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = (a > 0 ? a : 0) + log1pf(expf(-abs(a)));
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1 / (1 + expf(-a)));
          }
        }
      },
    ],
  },
  {
    // elu
    value: (rows, columns, out, at, params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      const alpha = params[0]!;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a > 0 ? a : alpha * expm1f(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const alpha = params[0]!;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (a > 0 ? 1 : alpha * expf(a));
          }
        }
      },
    ],
  },
  {
    // selu
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = 1.0507009873554805 * (a > 0 ? a : 1.6732632423543772 * expm1f(a));
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1.0507009873554805 * (a > 0 ? 1 : 1.6732632423543772 * expf(a)));
          }
        }
      },
    ],
  },
  {
    // silu
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a / (1 + expf(-a));
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const ys = third.data as Data;
        const yStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let yAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (1 / (1 + expf(-a)) + y / (1 + expf(a)));
          }
        }
      },
    ],
  },
  {
    // erf
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = erff(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (1.1283791670955126 * expf(-a * a));
          }
        }
      },
    ],
  },
  {
    // erfc
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = erfcf(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (-1.1283791670955126 * expf(-a * a));
          }
        }
      },
    ],
  },
  {
    // ndtr
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = ndtrf(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * normpdff(a);
          }
        }
      },
    ],
  },
  {
    // normpdf
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = normpdff(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const ys = third.data as Data;
        const yStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let yAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] = 0 + g * (-a * y);
          }
        }
      },
    ],
  },
  {
    // gelu
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a < -40 ? -0 : a * ndtrf(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (abs(a) > 40 ? (a > 0 ? 1 : 0) : ndtrf(a) + a * normpdff(a));
          }
        }
      },
    ],
  },
  {
    // geluTanh
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a / (1 + expf(-1.5957691216057308 * (a + 0.044715 * a * a * a)));
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const ys = third.data as Data;
        const yStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let yAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const y = ys[yAt]!;
            yAt += yStep;
            out[o] =
              0 +
              g *
                (abs(a) > 100
                  ? a > 0
                    ? 1
                    : 0
                  : 1 / (1 + expf(-1.5957691216057308 * (a + 0.044715 * a * a * a))) +
                    (y * (1.5957691216057308 + 0.2140644488178007 * a * a)) /
                      (1 + expf(1.5957691216057308 * (a + 0.044715 * a * a * a))));
          }
        }
      },
    ],
  },
  {
    // mish
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a * tanhf((a > 0 ? a : 0) + log1pf(expf(-abs(a))));
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] =
              0 +
              g *
                (tanhf((a > 0 ? a : 0) + log1pf(expf(-abs(a)))) +
                  a /
                    (1 + expf(-a)) /
                    cosh((a > 0 ? a : 0) + log1pf(expf(-abs(a)))) /
                    cosh((a > 0 ? a : 0) + log1pf(expf(-abs(a)))));
          }
        }
      },
    ],
  },
  {
    // abs
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = abs(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (a > 0 ? 1 : a < 0 ? -1 : 0);
          }
        }
      },
    ],
  },
  {
    // max
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a > b ? a : b > a ? b : a === b ? a : a + b;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (a < b ? 0 : a === b ? 0.5 : 1);
          }
        }
      },
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (b < a ? 0 : a === b ? 0.5 : 1);
          }
        }
      },
    ],
  },
  {
    // min
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a < b ? a : b < a ? b : a === b ? a : a + b;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (a > b ? 0 : a === b ? 0.5 : 1);
          }
        }
      },
      (rows, columns, out, at, _params, first, second, third) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const bs = third.data as Data;
        const bStep = third.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          let bAt = third.at + row * third.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            const b = bs[bAt]!;
            bAt += bStep;
            out[o] = 0 + g * (b > a ? 0 : a === b ? 0.5 : 1);
          }
        }
      },
    ],
  },
  {
    // clamp
    value: (rows, columns, out, at, params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      const min = params[0]!;
      const max = params[1]!;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = (a < min ? min : a) > max ? max : a < min ? min : a;
        }
      }
    },
    partials: [
      (rows, columns, out, at, params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const min = params[0]!;
        const max = params[1]!;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (a >= min ? (a <= max ? 1 : 0) : 0);
          }
        }
      },
    ],
  },
  {
    // hardtanh
    value: (rows, columns, out, at, params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      const min = params[0]!;
      const max = params[1]!;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a <= min ? min : a >= max ? max : a;
        }
      }
    },
    partials: [
      (rows, columns, out, at, params, first, second) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const as = second.data as Data;
        const aStep = second.column;
        const min = params[0]!;
        const max = params[1]!;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          let aAt = second.at + row * second.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            const a = as[aAt]!;
            aAt += aStep;
            out[o] = 0 + g * (a <= min ? 0 : a >= max ? 0 : 1);
          }
        }
      },
    ],
  },
  {
    // select
    value: (rows, columns, out, at, params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      const condition = params[0]!;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = condition !== 0 ? a : b;
        }
      }
    },
    partials: [
      (rows, columns, out, at, params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const condition = params[0]!;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * (condition !== 0 ? 1 : 0);
          }
        }
      },
      (rows, columns, out, at, params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        const condition = params[0]!;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * (condition !== 0 ? 0 : 1);
          }
        }
      },
    ],
  },
  {
    // sign
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = a > 0 ? 1 : a < 0 ? -1 : a;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // floor
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = floor(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // ceil
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = -floor(-a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // round
    value: (rows, columns, out, at, _params, first) => {
      const as = first.data as Data;
      const aStep = first.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          out[o] = round(a);
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // lt
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a < b ? 1 : 0;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // le
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a <= b ? 1 : 0;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // gt
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a > b ? 1 : 0;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // ge
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a >= b ? 1 : 0;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // eq
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a === b ? 1 : 0;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
  {
    // ne
    value: (rows, columns, out, at, _params, first, second) => {
      const as = first.data as Data;
      const aStep = first.column;
      const bs = second.data as Data;
      const bStep = second.column;
      for (let row = 0, o = at; row < rows; row++) {
        let aAt = first.at + row * first.row;
        let bAt = second.at + row * second.row;
        for (const end = o + columns; o < end; o++) {
          const a = as[aAt]!;
          aAt += aStep;
          const b = bs[bAt]!;
          bAt += bStep;
          out[o] = a !== b ? 1 : 0;
        }
      }
    },
    partials: [
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
      (rows, columns, out, at, _params, first) => {
        const gs = first.data as Data;
        const gStep = first.column;
        for (let row = 0, o = at; row < rows; row++) {
          let gAt = first.at + row * first.row;
          for (const end = o + columns; o < end; o++) {
            const g = gs[gAt]!;
            gAt += gStep;
            out[o] = 0 + g * 0;
          }
        }
      },
    ],
  },
];

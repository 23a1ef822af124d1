/** Functions of printed models that work along one dim: blocks of `count` rows of `inner` numbers, `outer` of them. */
export const alongHelpers = {
  softmax: `// Along a dim: e^x over the sum of all, the greatest taken away first.
function softmax(x: Numbers, outer: number, count: number, inner: number, isLog: number): Numbers {
  const y = new Numbers(x.length);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const from = o * count * inner + i;
      const end = from + count * inner;
      let greatest = -Infinity;
      for (let at = from; at < end; at += inner) {
        const a = x[at]!;
        if (!(a <= greatest || Number.isNaN(greatest))) greatest = a;
      }
      let sum = 0;
      let other = 0;
      for (let r = 0; r < count; r++) {
        const term = EXP(x[from + r * inner]! - greatest);
        if (inner === 1 && r % 2 === 1) other += term;
        else sum += term;
      }
      sum += other;
      const log = isLog === 1 ? LOG(sum) : 0;
      for (let at = from; at < end; at += inner) {
        y[at] = isLog === 1 ? x[at]! - greatest - log : EXP(x[at]! - greatest) / sum;
      }
    }
  }
  return y;
}
`,
  pairwise: `// A sum in which errors do not grow: four sums at once, longer ones in halves.
function pairwise(x: ArrayLike<number>, at: number, n: number): number {
  if (n > 128) {
    const half = (n >> 1) & ~3;
    return pairwise(x, at, half) + pairwise(x, at + half, n - half);
  }
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const end = at + n;
  let i = at;
  for (; i + 3 < end; i += 4) {
    a += x[i]!;
    b += x[i + 1]!;
    c += x[i + 2]!;
    d += x[i + 3]!;
  }
  for (; i < end; i++) a += x[i]!;
  return a + b + (c + d);
}
`,
  sum: `// Sums along a dim.
function sum(x: ArrayLike<number>, outer: number, count: number, inner: number): Float64Array {
  const y = new Float64Array(outer * inner);
  for (let o = 0, at = 0; o < outer; o++) {
    if (inner === 1) {
      y[o] = pairwise(x, o * count, count);
      continue;
    }
    for (let r = 0; r < count; r++) {
      for (let i = o * inner; i < (o + 1) * inner; i++) y[i] = y[i]! + x[at++]!;
    }
  }
  return y;
}
`,
  extreme: `// The greatest (sign 1) or smallest (-1) number along a dim; NaN if there is one.
function extreme(x: ArrayLike<number>, outer: number, count: number, inner: number, sign: number): Float64Array {
  const y = new Float64Array(outer * inner).fill(-sign * Infinity);
  for (let o = 0, at = 0; o < outer; o++) {
    for (let r = 0; r < count; r++) {
      for (let i = o * inner; i < (o + 1) * inner; i++) {
        const a = x[at++]!;
        const best = y[i]!;
        if (!(sign * a <= sign * best || Number.isNaN(best))) y[i] = a;
      }
    }
  }
  return y;
}
`,
  standardize: `// Less the mean, over the root of the mean square, of numbers in \`outer\` blocks of \`kept\` rows of \`inner\`.
function standardize(x: Numbers, weight: Numbers, bias: Numbers, outer: number, kept: number, inner: number, isCentered: number, eps: number, perRow: number): Numbers {
  const y = new Numbers(x.length);
  for (let k = 0; k < kept; k++) {
    const moment = (mean: number, power: number): number => {
      let total = 0;
      for (let o = 0; o < outer; o++) {
        let a = 0;
        let b = 0;
        const from = (o * kept + k) * inner;
        for (let i = 0; i < inner; i++) {
          const off = x[from + i]! - mean;
          const term = power === 2 ? off * off : off;
          if (i % 2 === 1) b += term;
          else a += term;
        }
        total += a + b;
      }
      return total / (outer * inner);
    };
    const mean = isCentered === 1 ? moment(0, 1) : 0;
    const scale = 1 / Math.sqrt(moment(mean, 2) + eps);
    for (let o = 0; o < outer; o++) {
      const from = (o * kept + k) * inner;
      for (let i = 0; i < inner; i++) {
        const place = perRow === 1 ? k : i;
        const w = weight.length === 0 ? 1 : weight[place]!;
        const b = bias.length === 0 ? 0 : bias[place]!;
        y[from + i] = (x[from + i]! - mean) * scale * w + b;
      }
    }
  }
  return y;
}
`,
} as const;

/** Functions of printed models that multiply matrices and read tables. */
export const productHelpers = {
  linear: `// x [rows, k] times weight [n, k] the other way round, plus bias.
function linear(x: Numbers, weight: Numbers, bias: Numbers, rows: number, k: number, n: number): Numbers {
  const y = new Numbers(rows * n);
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += x[r * k + i]! * weight[j * k + i]!;
      y[r * n + j] = bias.length === 0 ? sum : sum + bias[j]!;
    }
  }
  return y;
}
`,
  linearInRuns: `// x [rows, k] times weight [n, k] the other way round, plus bias; products are added in runs of RUN.
function linearInRuns(x: Numbers, weight: Numbers, bias: Numbers, rows: number, k: number, n: number): Numbers {
  const y = new Numbers(rows * n);
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < n; j++) {
      let total = bias.length === 0 ? 0 : bias[j]!;
      for (let begin = 0; begin < k; begin += RUN) {
        let sum = 0;
        for (let i = begin; i < Math.min(k, begin + RUN); i++) sum += x[r * k + i]! * weight[j * k + i]!;
        total = begin === 0 && bias.length === 0 ? sum : sum + total;
      }
      y[r * n + j] = total;
    }
  }
  return y;
}
`,
  matmul: `// Products of matrices a [m, k] and b [k, n], which begin after so many numbers each.
function matmul(a: Numbers, b: Numbers, batch: number, m: number, k: number, n: number, afterA: number, afterB: number): Numbers {
  const y = new Numbers(batch * m * n);
  for (let p = 0; p < batch; p++) {
    for (let r = 0; r < m; r++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let i = 0; i < k; i++) sum += a[p * afterA + r * k + i]! * b[p * afterB + i * n + j]!;
        y[(p * m + r) * n + j] = sum;
      }
    }
  }
  return y;
}
`,
  matmulInRuns: `// Products of matrices a [m, k] and b [k, n], which begin after so many numbers each; added in runs of RUN.
function matmulInRuns(a: Numbers, b: Numbers, batch: number, m: number, k: number, n: number, afterA: number, afterB: number): Numbers {
  const y = new Numbers(batch * m * n);
  for (let p = 0; p < batch; p++) {
    for (let r = 0; r < m; r++) {
      for (let j = 0; j < n; j++) {
        let total = 0;
        for (let begin = 0; begin < k; begin += RUN) {
          let sum = 0;
          for (let i = begin; i < Math.min(k, begin + RUN); i++) {
            sum += a[p * afterA + r * k + i]! * b[p * afterB + i * n + j]!;
          }
          total = begin === 0 ? sum : sum + total;
        }
        y[(p * m + r) * n + j] = total;
      }
    }
  }
  return y;
}
`,
  take: `// The rows of a table with these places, along a dim.
function take(x: Numbers, places: ArrayLike<number>, outer: number, count: number, inner: number): Numbers {
  const y = new Numbers(outer * places.length * inner);
  let to = 0;
  for (let o = 0; o < outer; o++) {
    for (let r = 0; r < places.length; r++) {
      const place = places[r]!;
      if (!(Number.isInteger(place) && place >= 0 && place < count)) {
        throw new RangeError(\`Expected an integer from 0 to \${count - 1}, got \${place}.\`);
      }
      const from = (o * count + place) * inner;
      for (let i = 0; i < inner; i++) y[to++] = x[from + i]!;
    }
  }
  return y;
}
`,
} as const;

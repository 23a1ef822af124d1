// What a patient person writes by hand in JavaScript: forward, backward and descent as loops over Float64Arrays,
// sample by sample, skipping what relu switched off. No graph, no general program: the practical limit of plain JS.

function margin(workload) {
  const { inputs, targets, parameters: initial, l2, rate } = workload;
  const H = workload.sizes[1];
  const n = inputs.length;
  const X = Float64Array.from(inputs.flat());
  const Y = Float64Array.from(targets);
  const P = new Float64Array(initial.length);
  const g = new Float64Array(initial.length);
  const h1 = new Float64Array(H);
  const h2 = new Float64Array(H);
  const d1 = new Float64Array(H);
  const second = 3 * H;
  const third = second + H * (H + 1);

  function step() {
    g.fill(0);
    let margins = 0;
    for (let i = 0; i < n; i++) {
      const x = X[2 * i];
      const y = X[2 * i + 1];
      for (let j = 0; j < H; j++) {
        const s = P[3 * j + 2] + P[3 * j] * x + P[3 * j + 1] * y;
        h1[j] = s > 0 ? s : 0;
      }
      let score = P[third + H];
      for (let j = 0; j < H; j++) {
        const w = second + j * (H + 1);
        let s = P[w + H];
        for (let k = 0; k < H; k++) s += P[w + k] * h1[k];
        h2[j] = s > 0 ? s : 0;
        score += P[third + j] * h2[j];
      }
      const m = 1 - Y[i] * score;
      if (m <= 0) continue;
      margins += m;
      const d = -Y[i] / n;
      d1.fill(0);
      g[third + H] += d;
      for (let j = 0; j < H; j++) {
        if (h2[j] === 0) continue;
        g[third + j] += d * h2[j];
        const dj = d * P[third + j];
        const w = second + j * (H + 1);
        g[w + H] += dj;
        for (let k = 0; k < H; k++) {
          g[w + k] += dj * h1[k];
          d1[k] += dj * P[w + k];
        }
      }
      for (let j = 0; j < H; j++) {
        if (h1[j] === 0) continue;
        g[3 * j] += d1[j] * x;
        g[3 * j + 1] += d1[j] * y;
        g[3 * j + 2] += d1[j];
      }
    }
    let squares = 0;
    for (let i = 0; i < P.length; i++) {
      const p = P[i];
      squares += p * p;
      P[i] = p - rate * (g[i] + 2 * l2 * p);
    }
    return margins / n + l2 * squares;
  }
  return { reset: () => P.set(initial), step };
}

function squares(workload) {
  const { inputs, targets, parameters: initial, rate } = workload;
  const X = Float64Array.from(inputs.flat());
  const Y = Float64Array.from(targets);
  const P = new Float64Array(initial.length);
  const g = new Float64Array(initial.length);
  const h1 = new Float64Array(4);
  const h2 = new Float64Array(4);
  const d1 = new Float64Array(4);

  function step() {
    g.fill(0);
    let loss = 0;
    for (let i = 0; i < Y.length; i++) {
      for (let j = 0; j < 4; j++) {
        h1[j] = Math.tanh(
          P[4 * j + 3] + P[4 * j] * X[3 * i] + P[4 * j + 1] * X[3 * i + 1] + P[4 * j + 2] * X[3 * i + 2],
        );
      }
      let s = P[40];
      for (let j = 0; j < 4; j++) {
        const w = 16 + 5 * j;
        h2[j] = Math.tanh(P[w + 4] + P[w] * h1[0] + P[w + 1] * h1[1] + P[w + 2] * h1[2] + P[w + 3] * h1[3]);
        s += P[36 + j] * h2[j];
      }
      const y = Math.tanh(s);
      const error = y - Y[i];
      loss += error * error;
      const d = 2 * error * (1 - y * y);
      d1.fill(0);
      g[40] += d;
      for (let j = 0; j < 4; j++) {
        g[36 + j] += d * h2[j];
        const dj = d * P[36 + j] * (1 - h2[j] * h2[j]);
        const w = 16 + 5 * j;
        g[w + 4] += dj;
        for (let k = 0; k < 4; k++) {
          g[w + k] += dj * h1[k];
          d1[k] += dj * P[w + k];
        }
      }
      for (let j = 0; j < 4; j++) {
        const dj = d1[j] * (1 - h1[j] * h1[j]);
        for (let k = 0; k < 3; k++) g[4 * j + k] += dj * X[3 * i + k];
        g[4 * j + 3] += dj;
      }
    }
    for (let i = 0; i < 41; i++) P[i] -= rate * g[i];
    return loss;
  }
  return { reset: () => P.set(initial), step };
}

function chain(workload) {
  const { length, parameters: initial, rate } = workload;
  const xs = new Float64Array(length + 1);
  let [m, c] = initial;
  return {
    reset: () => {
      [m, c] = initial;
    },
    step() {
      xs[0] = c;
      for (let i = 0; i < length; i++) xs[i + 1] = xs[i] * m + c;
      let d = 1;
      let dm = 0;
      let dc = 0;
      for (let i = length - 1; i >= 0; i--) {
        dc += d;
        dm += xs[i] * d;
        d *= m;
      }
      dc += d;
      m -= rate * dm;
      c -= rate * dc;
      return xs[length];
    },
  };
}

function wide(workload) {
  const { parameters: initial, rate } = workload;
  const P = new Float64Array(initial.length);
  return {
    reset: () => P.set(initial),
    step() {
      let sum = 0;
      for (let i = 0; i < P.length; i++) {
        const p = P[i];
        sum += p * p;
        P[i] = p - rate * 2 * p;
      }
      return sum;
    },
  };
}

const kinds = { margin, squares, chain, wide };

export const make = (workload) => kinds[workload.kind](workload);

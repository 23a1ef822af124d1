// The log-likelihood of a Gaussian mixture with a Wishart prior, as ADBench states it (Srajer, Kukelova and Fitzgibbon,
// 2018): sum over points of logsumexp over components of alpha + sum(q) - |Q (x - mean)|^2 / 2, less n logsumexp(alphas),
// plus the prior and a constant, where Q has exp(q) on its diagonal.
import { logSumExp } from "./lse.mjs";

/** log of the multivariate gamma function's product part, for half-integer arguments. */
function logGammaHalf(twice) {
  // Γ(1/2) = sqrt(π), Γ(1) = 1, Γ(x + 1) = x Γ(x).
  let x = twice % 2 === 0 ? 1 : 0.5;
  let log = twice % 2 === 0 ? 0 : 0.5 * Math.log(Math.PI);
  for (; 2 * x < twice; x++) log += Math.log(x);
  return log;
}

/** What does not depend on the parameters: the Gaussians' and the prior's normalisation. */
function constant({ x, alphas, means, gamma, m }) {
  const d = means[0].length;
  const degrees = d + m + 1;
  let logGamma = 0.25 * d * (d - 1) * Math.log(Math.PI);
  for (let j = 1; j <= d; j++) logGamma += logGammaHalf(degrees + 1 - j);
  const prior = degrees * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
  return -0.5 * x.length * d * Math.log(2 * Math.PI) - alphas.length * prior;
}

const square = (a) => a.mul(a);
const total = (values) => values.reduce((a, b) => a.add(b));

/** With Values: the parameters are alphas, means and icf, one after another. */
export function overValues(data) {
  const { x, alphas, means, icf, gamma, m } = data;
  const [K, d, size] = [alphas.length, means[0].length, icf[0].length];
  const rest = constant(data);
  const objective = (flat) => {
    const logits = flat.slice(0, K);
    const component = (k) => {
      const mean = flat.slice(K + k * d, K + (k + 1) * d);
      const factor = flat.slice(K + K * d + k * size, K + K * d + (k + 1) * size);
      const logs = factor.slice(0, d);
      return { mean, diagonal: logs.map((q) => q.exp()), below: factor.slice(d), sum: total(logs) };
    };
    const components = logits.map((_, k) => component(k));
    const likelihood = (point) =>
      logSumExp(
        components.map(({ mean, diagonal, below, sum }, k) => {
          const from = mean.map((c, j) => c.neg().add(point[j]));
          const z = diagonal.map((q, j) => q.mul(from[j]));
          let at = 0;
          for (let i = 0; i < d; i++)
            for (let j = i + 1; j < d; j++) z[j] = z[j].add(below[at++].mul(from[i]));
          return logits[k].add(sum).sub(total(z.map(square)).mul(0.5));
        }),
      );
    const prior = components.map(({ diagonal, below, sum }) =>
      total([...diagonal, ...below].map(square))
        .mul(0.5 * gamma * gamma)
        .sub(sum.mul(m)),
    );
    const points = total(x.map(likelihood));
    return points.sub(logSumExp(logits).mul(x.length)).add(total(prior)).add(rest);
  };
  return { parameters: [...alphas, ...means.flat(), ...icf.flat()], objective };
}

/** Value and gradient by hand. */
export function byHand(data) {
  const { x, alphas, means, icf, gamma, m } = data;
  const [n, K, d, size] = [x.length, alphas.length, means[0].length, icf[0].length];
  const rest = constant(data);
  const points = Float64Array.from(x.flat());
  const flatMeans = Float64Array.from(means.flat());
  const flatIcf = Float64Array.from(icf.flat());
  const diagonal = new Float64Array(K * d);
  const sums = new Float64Array(K);
  const from = new Float64Array(K * d);
  const z = new Float64Array(K * d);
  const terms = new Float64Array(K);
  const dFrom = new Float64Array(d);

  return () => {
    const out = new Float64Array(1 + K + K * d + K * size);
    const [gAlphas, gMeans, gIcf] = [1, 1 + K, 1 + K + K * d];
    let result = rest;
    for (let k = 0; k < K; k++) {
      sums[k] = 0;
      for (let j = 0; j < d; j++) {
        sums[k] += flatIcf[k * size + j];
        diagonal[k * d + j] = Math.exp(flatIcf[k * size + j]);
      }
    }
    for (let i = 0; i < n; i++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < K; k++) {
        let squares = 0;
        for (let j = 0; j < d; j++) {
          from[k * d + j] = points[i * d + j] - flatMeans[k * d + j];
          z[k * d + j] = diagonal[k * d + j] * from[k * d + j];
        }
        let at = k * size + d;
        for (let a = 0; a < d; a++)
          for (let j = a + 1; j < d; j++) z[k * d + j] += flatIcf[at++] * from[k * d + a];
        for (let j = 0; j < d; j++) squares += z[k * d + j] * z[k * d + j];
        terms[k] = alphas[k] + sums[k] - 0.5 * squares;
        top = Math.max(top, terms[k]);
      }
      let sum = 0;
      for (let k = 0; k < K; k++) {
        terms[k] = Math.exp(terms[k] - top);
        sum += terms[k];
      }
      result += Math.log(sum) + top;
      for (let k = 0; k < K; k++) {
        const share = terms[k] / sum;
        out[gAlphas + k] += share;
        for (let j = 0; j < d; j++) {
          const dz = -share * z[k * d + j];
          const q = diagonal[k * d + j];
          out[gIcf + k * size + j] += share + dz * q * from[k * d + j];
          dFrom[j] = dz * q;
        }
        let at = d;
        for (let a = 0; a < d; a++) {
          for (let j = a + 1; j < d; j++) {
            const dz = -share * z[k * d + j];
            out[gIcf + k * size + at] += dz * from[k * d + a];
            dFrom[a] += dz * flatIcf[k * size + at];
            at++;
          }
        }
        for (let j = 0; j < d; j++) out[gMeans + k * d + j] -= dFrom[j];
      }
    }
    let top = Number.NEGATIVE_INFINITY;
    for (const a of alphas) top = Math.max(top, a);
    let sum = 0;
    for (let k = 0; k < K; k++) sum += Math.exp(alphas[k] - top);
    result -= n * (Math.log(sum) + top);
    for (let k = 0; k < K; k++) {
      out[gAlphas + k] -= (n * Math.exp(alphas[k] - top)) / sum;
      for (let j = 0; j < size; j++) {
        const entry = j < d ? diagonal[k * d + j] : flatIcf[k * size + j];
        result += 0.5 * gamma * gamma * entry * entry;
        out[gIcf + k * size + j] += gamma * gamma * entry * (j < d ? entry : 1) - (j < d ? m : 0);
      }
      result -= m * sums[k];
    }
    out[0] = result;
    return out;
  };
}

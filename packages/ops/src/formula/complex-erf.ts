import {
  cos,
  exp,
  erf as realErf,
  erfc as realErfc,
  ndtr as realNdtr,
  normpdf as realNormpdf,
  sin,
} from "../intrinsics.js";
import type { Complex } from "./complex-number.js";

/** Nodes in (0, 1) and weights of Gauss and Legendre's rule with ten points on [-1, 1]. */
const rule = [
  [0.14887433898163122, 0.29552422471475287],
  [0.4333953941292472, 0.26926671930999635],
  [0.6794095682990244, 0.21908636251598204],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.06667134430868814],
] as const;

export function erf(z: Complex): Complex {
  const [re, im] = stepOfErf(z);
  return [realErf(z[0]) + re, im];
}

export function erfc(z: Complex): Complex {
  const [re, im] = stepOfErf(z);
  return [realErfc(z[0]) - re, -im];
}

/** ndtr(x + iy) - ndtr(x) is the density at x times the integral of e^(t^2 / 2) (sin xt + i cos xt) for t from 0 to y. */
export function ndtr([x, y]: Complex): Complex {
  const [re, im] = integral(Math.SQRT1_2 * x, Math.SQRT1_2 * y, 0);
  const scale = Math.SQRT2 * realNormpdf(x);
  return [realNdtr(x) + scale * re, scale * im];
}

export function normpdf([x, y]: Complex): Complex {
  const size = realNormpdf(x) * exp(0.5 * y * y);
  return [size * cos(x * y), -size * sin(x * y)];
}

/** erf(x + iy) - erf(x) = 2 / sqrt(pi) e^-x^2 times the integral of e^t^2 (sin 2xt + i cos 2xt) for t from 0 to y. */
function stepOfErf([x, y]: Complex): Complex {
  // x^2 in two pieces, of which the large one is exact: rounded, it would cost e^-x^2 its last digits.
  const head = Math.fround(x);
  const [re, im] = integral(x, y, (x - head) * (x + head));
  const scale = (2 / Math.sqrt(Math.PI)) * exp(-head * head);
  return [scale * re, scale * im];
}

/**
 * The integral of e^(t^2 - rest) (sin 2xt + i cos 2xt) for t from 0 to y: along the imaginary direction nothing cancels,
 * however small the factor before it is. For moderate |z|; the work grows with |y| |z|.
 */
function integral(x: number, y: number, rest: number): Complex {
  if (y === 0) return [0, 0];
  const panels = Math.ceil(Math.abs(y) * (1 + Math.abs(x) + Math.abs(y)));
  const half = (0.5 * y) / panels;
  let [re, im] = [0, 0];
  for (let panel = 0; panel < panels; panel++) {
    const middle = (2 * panel + 1) * half;
    for (const [node, weight] of rule) {
      for (const t of [middle - node * half, middle + node * half]) {
        const size = weight * exp(t * t - rest);
        re += size * sin(2 * x * t);
        im += size * cos(2 * x * t);
      }
    }
  }
  return [half * re, half * im];
}

// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { leading, signOf } from "../../intrinsics/primitives.js";
import { logOf, logOfSum } from "./logarithm.js";

/** Inverse hyperbolic sine: log(x + sqrt(x^2 + 1)) of the size of x; log 2x where the 1 is too small to matter. */
export function asinh(x: number): number {
  const t = Math.abs(x);
  return signOf(x) * (t < 1000000000 ? logOfRoot(t, 1) : largeArea(t));
}

/** Inverse hyperbolic cosine: log(x + sqrt(x^2 - 1)); log 2x where the 1 is too small to matter. */
export function acosh(x: number): number {
  return x < 1 ? 0 / 0 : x < 1000000000 ? logOfRoot(x, -1) : largeArea(x);
}

/** log(2 t) for t >= 1e9. */
export function largeArea(t: number): number {
  return t < 1 / 0 ? logOf(t * 5.551115123125783e-17, 55, 0, 0) : t;
}

/** log(t + sqrt(t^2 + c)) for c = 1 or -1 and 0 <= t < 1e9: square, root and sum in two pieces each. */
export function logOfRoot(t: number, c: number): number {
  const p = t * t;
  const head = leading(t);
  const low = t - head;
  const square = p + c;
  const squareRestPart = square - p;
  const root = Math.sqrt(square);
  const rootHead = leading(root);
  const rootLow = root - rootHead;
  const more = root + -1;
  const moreRestPart = more - root;
  const sum = t + more;
  const sumRestPart = sum - t;
  return logOfSum(sum, t - (sum - sumRestPart) + (more - sumRestPart) + (root - (more - moreRestPart) + (-1 - moreRestPart) + (root > 0 ? (square - rootHead * rootHead - 2 * rootHead * rootLow - rootLow * rootLow + (p - (square - squareRestPart) + (c - squareRestPart) + (head * head - p + 2 * head * low + low * low))) / (root + root) : root)));
}

/** log((1 + x) / (1 - x)) / 2 as log(1 + 2 x / (1 - x)) / 2, with the quotient in two pieces. */
export function atanh(x: number): number {
  const t = Math.abs(x);
  return signOf(x) * (t < 1 ? smallAtanh(t) : t === 1 ? 1 / 0 : 0 / 0);
}

/** atanh(t) for 0 <= t < 1. */
export function smallAtanh(t: number): number {
  const d = 1 - t;
  const q = (t + t) / d;
  const head = leading(d);
  const qHead = leading(q);
  const dRest = d - head;
  const qRest = q - qHead;
  return 0.5 * logOfSum(q, (t + t - qHead * head - qHead * dRest - qRest * head - qRest * dRest - q * (1 - d - t)) / d);
}

import type { Floats } from "../../tensor/dtype.js";

// Loops over one stretch of numbers that lie together. Sums are in doubles.

/** What element i of stretch k is multiplied by or has added: data[at + k * kept + i * inner]. */
export interface Factor {
  readonly data: Floats;
  readonly at: number;
  readonly kept: 0 | 1;
  readonly inner: 0 | 1;
}

/** The sum of n numbers from `at`: of every second one, and of the others. */
export function sum(data: Floats, at: number, n: number): number {
  let a = 0;
  let b = 0;
  const end = at + n;
  let i = at;
  for (; i + 1 < end; i += 2) {
    a += data[i] as number;
    b += data[i + 1] as number;
  }
  if (i < end) a += data[i] as number;
  return a + b;
}

/** The sum of squares of n numbers from `at`, less a shift. */
export function squares(data: Floats, at: number, n: number, shift: number): number {
  let a = 0;
  let b = 0;
  const end = at + n;
  let i = at;
  for (; i + 1 < end; i += 2) {
    const p = (data[i] as number) - shift;
    const q = (data[i + 1] as number) - shift;
    a += p * p;
    b += q * q;
  }
  if (i < end) {
    const p = (data[i] as number) - shift;
    a += p * p;
  }
  return a + b;
}

/** One stretch of the result. */
export function write(
  out: Floats,
  to: number,
  data: Floats,
  at: number,
  n: number,
  mean: number,
  scale: number,
  weight: Factor,
  bias: Factor,
  k: number,
): void {
  const w = weight.data;
  const b = bias.data;
  const stepW = weight.inner;
  const stepB = bias.inner;
  let placeW = weight.at + k * weight.kept;
  let placeB = bias.at + k * bias.kept;
  for (let i = 0; i < n; i++) {
    out[to + i] = ((data[at + i] as number) - mean) * scale * (w[placeW] as number) + (b[placeB] as number);
    placeW += stepW;
    placeB += stepB;
  }
}

/** Of one stretch, the sums of u = g weight and of u times what is above the mean, added to those of k. */
export function project(
  sums: Float64Array,
  g: Floats,
  atG: number,
  data: Floats,
  at: number,
  n: number,
  mean: number,
  weight: Factor,
  k: number,
): void {
  const w = weight.data;
  const step = weight.inner;
  let place = weight.at + k * weight.kept;
  let total = 0;
  let along = 0;
  let otherTotal = 0;
  let otherAlong = 0;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    const u = (g[atG + i] as number) * (w[place] as number);
    total += u;
    along += u * ((data[at + i] as number) - mean);
    const v = (g[atG + i + 1] as number) * (w[place + step] as number);
    otherTotal += v;
    otherAlong += v * ((data[at + i + 1] as number) - mean);
    place += 2 * step;
  }
  if (i < n) {
    const u = (g[atG + i] as number) * (w[place] as number);
    total += u;
    along += u * ((data[at + i] as number) - mean);
  }
  sums[2 * k] = (sums[2 * k] as number) + (total + otherTotal);
  sums[2 * k + 1] = (sums[2 * k + 1] as number) + (along + otherAlong);
}

/** One stretch of the gradient: where it goes, where g and x begin, and its numbers. */
export interface Slope {
  readonly to: number;
  readonly from: number;
  readonly at: number;
  readonly n: number;
  readonly mean: number;
  readonly scale: number;
  readonly shift: number;
  readonly tilt: number;
}

/** One stretch of the gradient: (u - shift - tilt (x - mean)) scale. */
export function writeSlopes(
  out: Floats,
  g: Floats,
  data: Floats,
  slope: Slope,
  weight: Factor,
  k: number,
): void {
  const { to, from, at, n, mean, scale, shift, tilt } = slope;
  const w = weight.data;
  const step = weight.inner;
  let place = weight.at + k * weight.kept;
  for (let i = 0; i < n; i++) {
    const u = (g[from + i] as number) * (w[place] as number);
    out[to + i] = (u - shift - tilt * ((data[at + i] as number) - mean)) * scale;
    place += step;
  }
}

/** Adds g times the standardized numbers of one stretch to sums, each to its own or all to one. */
export function dots(
  sums: Float64Array,
  to: number,
  step: number,
  g: Floats,
  atG: number,
  data: Floats,
  at: number,
  n: number,
  mean: number,
  scale: number,
): void {
  let place = to;
  for (let i = 0; i < n; i++) {
    const h = ((data[at + i] as number) - mean) * scale;
    sums[place] = (sums[place] as number) + (g[atG + i] as number) * h;
    place += step;
  }
}

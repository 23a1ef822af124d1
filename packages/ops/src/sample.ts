import { toFunction } from "./formula/to-function.js";
import * as intrinsics from "./intrinsics.js";
import type { Op } from "./op.js";

/** How far from a kink, relative to the size of the domain, a point must be. */
const clearance = 1e-3;

/**
 * Points where an op can be checked: arguments, then parameters at their defaults; from the op's domain, away from
 * its kinks, the same ones for the same seed.
 *
 * @throws Error if the kinks leave no room in the domain.
 */
export function samplePoints(op: Op, count: number, seed = 1): number[][] {
  const next = generator(seed);
  const names = [...op.args, ...Object.keys(op.params)];
  const kinks = op.kinks.map((kink) => toFunction(kink, names, intrinsics));
  const size = Math.max(...op.domain.map(([low, high]) => high - low));
  const points: number[][] = [];
  for (let tries = 0; points.length < count; tries++) {
    if (tries > 1000 * count)
      throw new Error(`${op.name}: its kinks leave no room for checks in its domain.`);
    const point = op.domain.map(([low, high]) => low + (high - low) * next());
    point.push(...Object.values(op.params));
    if (kinks.every((kink) => Math.abs(kink(...point)) > clearance * size)) points.push(point);
  }
  return points;
}

/** Numbers in [0, 1) by SplitMix32, which is plenty for choosing points. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = state ^ (state >>> 16);
    bits = Math.imul(bits, 0x21f0aaad);
    bits ^= bits >>> 15;
    bits = Math.imul(bits, 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 4294967296;
  };
}

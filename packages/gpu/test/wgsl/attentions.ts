import { exp } from "@outgrad/ops/intrinsics";
import type { Attention } from "../../src/wgsl/index.js";
import { numbers } from "../kernels/cases/case.js";

/** By name the attentions that a device is asked for. */
export const attentions: Readonly<Record<string, Attention>> = {
  "of a few": { batch: 2, l: 3, s: 5, e: 4, d: 6, scale: 0.5 },
  "of several tiles": { batch: 1, l: 40, s: 70, e: 24, d: 40, scale: 0.2 },
  "that looks back only": { batch: 2, l: 65, s: 65, e: 16, d: 64, scale: 0.25, causal: true },
  "with a mask": { batch: 2, l: 34, s: 33, e: 8, d: 65, scale: 1, mask: { batch: 0, rows: 33, columns: 1 } },
  "of large scores": { batch: 1, l: 32, s: 64, e: 16, d: 32, scale: 40 },
};

/** Operands; a mask hides all keys from query 3, and some from others. */
export function operandsOf({ batch, l, s, e, d, mask }: Attention): Float32Array[] {
  const operands = [numbers(batch * l * e), numbers(batch * s * e), numbers(batch * s * d)];
  if (mask === undefined) return operands;
  const added = numbers(l * s);
  for (let i = 0; i < added.length; i++) {
    if (i % 7 === 0 || Math.floor(i / s) === 3) added[i] = Number.NEGATIVE_INFINITY;
  }
  return [...operands, added];
}

/** The same in doubles; the mask is the same for all elements of a batch. */
export function inDoubles(attention: Attention, operands: readonly Float32Array[]): Float64Array {
  const { batch, l, s, e, d, scale, causal = false } = attention;
  const [q, k, v, mask] = operands as [Float32Array, Float32Array, Float32Array, Float32Array | undefined];
  const out = new Float64Array(batch * l * d);
  for (let row = 0; row < batch * l; row++) {
    const [element, i] = [Math.floor(row / l), row % l];
    const scores = Array.from({ length: s }, (_, key) => {
      if (causal && key > i) return Number.NEGATIVE_INFINITY;
      let sum = 0;
      for (let f = 0; f < e; f++)
        sum += (q[row * e + f] as number) * (k[(element * s + key) * e + f] as number);
      return scale * sum + (mask?.[i * s + key] ?? 0);
    });
    const top = Math.max(...scores);
    if (top === Number.NEGATIVE_INFINITY) continue;
    const weights = scores.map((score) => exp(score - top));
    const total = weights.reduce((a, b) => a + b);
    for (let c = 0; c < d; c++) {
      let sum = 0;
      for (let key = 0; key < s; key++)
        sum += (weights[key] as number) * (v[(element * s + key) * d + c] as number);
      out[row * d + c] = sum / total;
    }
  }
  return out;
}

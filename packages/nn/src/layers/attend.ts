import type { Tensor } from "@outgrad/engine";

/** Who must not look at whom: true numbers hide. */
export interface Masks {
  /** Of the keys, [n, s]. */
  readonly keys?: Tensor | undefined;
  /** Of the scores, [l, s] or [n · heads, l, s]. */
  readonly scores?: Tensor | undefined;
  /** Query i sees only keys 0 to i. */
  readonly isCausal: boolean;
}

/** The weights with which queries [n, heads, l, d] look at keys [n, heads, s, d]: [n, heads, l, s]. */
export function attentionWeights(query: Tensor, key: Tensor, masks: Masks): Tensor {
  const [n, heads, l, d] = query.shape as readonly [number, number, number, number];
  const s = key.shape[2] as number;
  const scores = query.mul(1 / Math.sqrt(d)).matmul(key.transpose()) as Tensor;
  const causal = masks.isCausal ? scores.newFull([l, s], 1).triu(1) : undefined;
  const own = masks.scores?.shape.length === 3 ? masks.scores.reshape([n, heads, l, s]) : masks.scores;
  const hidden = [causal, own, masks.keys?.reshape([n, 1, 1, s])].filter((mask) => mask !== undefined);
  if (hidden.length === 0) return scores.softmax(-1);
  const seen = hidden.map((mask) => mask.detach().eq(0) as Tensor).reduce((a, b) => a.mul(b));
  // The lowest number, not -Infinity, of which a whole row would be NaN: such a row comes out as zeros.
  const lowest = scores.dtype === "float64" ? -Number.MAX_VALUE : -(2 ** 127);
  return scores.where(seen, lowest).softmax(-1).where(seen, 0);
}

import { tensor } from "@outgrad/engine";

/** A loss, what it is given, and a part of the sentence that it throws. */
export type Row = [name: string, args: unknown[], sentence: string];

/** A Tensor of 1/8, 2/8, ... */
export const of = (...shape: number[]) =>
  tensor(
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => (i + 1) / 8),
    { shape },
  );

/** A Tensor of ones. */
export const signs = (...shape: number[]) =>
  of(...shape)
    .mul(0)
    .add(1);

/** Losses of entries: what their first two arguments are called. */
export const names: Record<string, [string, string]> = {
  mse: ["predictions", "targets"],
  l1: ["predictions", "targets"],
  huber: ["predictions", "targets"],
  smoothL1: ["predictions", "targets"],
  bce: ["probabilities", "targets"],
  bceWithLogits: ["logits", "targets"],
  klDiv: ["logProbs", "targets"],
  hingeEmbedding: ["distances", "labels"],
  poissonNll: ["predictions", "targets"],
};

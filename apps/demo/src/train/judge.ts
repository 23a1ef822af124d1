import type { Scalar, Value } from "@outgrad/engine";
import { bceWithLogits, crossEntropy, maxMargin, mse } from "@outgrad/losses";
import type { Config } from "./config.ts";

type Scores = readonly Scalar[];

/** How a network's scores are read: as a class, and as a loss. */
export interface Judge {
  /** One number for the scores of a sample: above 0 for class 1. */
  score(scores: readonly number[]): number;
  /** The class that the scores of one sample stand for. */
  pick(scores: readonly number[]): number;
  /** The numbers that stand for a class in the loss. */
  target(label: number): readonly number[];
  /** The sum of the samples' losses: of each one's scores against its target. */
  loss(outputs: readonly Scores[], targets: readonly Scores[]): Value;
}

/** The judge of a config: the sign of the one score tells the two classes apart, or which of two is the larger. */
export function judgeFor({ loss }: Pick<Config, "loss">): Judge {
  const score: Judge["score"] = ([first = 0, second]) => (second === undefined ? first : second - first);
  return { score, pick: (scores) => (score(scores) > 0 ? 1 : 0), ...judges[loss] };
}

const sum = { reduction: "sum" } as const;
/** Class 0 as −1 and class 1 as +1. */
const sign = (label: number): number[] => [label === 1 ? 1 : -1];

type Loss = Judge["loss"];
const squares: Loss = (outputs, targets) => mse([...outputs], [...targets], sum);
const margins: Loss = (outputs, targets) =>
  maxMargin(
    [...outputs],
    targets.map(([label]) => label as Scalar),
    sum,
  );

const judges: Record<Config["loss"], Pick<Judge, "target" | "loss">> = {
  maxMargin: { target: sign, loss: margins },
  mse: { target: sign, loss: squares },
  bce: {
    target: (label) => [label],
    loss: (outputs, targets) => bceWithLogits([...outputs], [...targets], sum),
  },
  crossEntropy: {
    target: (label) => (label === 1 ? [0, 1] : [1, 0]),
    loss: (outputs, targets) => crossEntropy([...outputs], [...targets], sum),
  },
};

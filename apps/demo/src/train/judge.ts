import type { Scalar, Value } from "@outgrad/engine";
import { crossEntropy, maxMargin, mse } from "@outgrad/losses";
import type { Config } from "./config.ts";
import type { Task } from "./task.ts";

type Scores = readonly Scalar[];

/** How a network's scores are read: as a class, and as a loss. */
export interface Judge {
  /** The class that the scores of one sample stand for. */
  pick(scores: readonly number[]): number;
  /** The numbers that stand for a class in the loss. */
  target(label: number): readonly number[];
  /** The sum of the samples' losses: of each one's scores against its target. */
  loss(outputs: readonly Scores[], targets: readonly Scores[]): Value;
}

/** The judge of a config: two classes are told apart by the sign of one score, more by the largest of several. */
export function judgeFor({ loss }: Config, { classes }: Task): Judge {
  return classes === 2
    ? { pick: bySign, ...twoClasses[loss] }
    : { pick: byLargest, target: (label) => oneHot(label, classes), loss: manyClasses[loss] };
}

const bySign = ([score = 0]: readonly number[]): number => (score > 0 ? 1 : 0);

const byLargest = (scores: readonly number[]): number =>
  scores.reduce((best, score, i) => (score > (scores[best] as number) ? i : best), 0);

const sum = { reduction: "sum" } as const;
/** Class 0 as −1 and class 1 as +1. */
const sign = (label: number): number[] => [label === 1 ? 1 : -1];
const oneHot = (label: number, classes: number): number[] =>
  Array.from({ length: classes }, (_, i) => (i === label ? 1 : 0));

type Loss = Judge["loss"];
const squares: Loss = (outputs, targets) => mse([...outputs], [...targets], sum);
const margins: Loss = (outputs, targets) =>
  maxMargin(
    [...outputs],
    targets.map(([label]) => label as Scalar),
    sum,
  );

const twoClasses: Record<Config["loss"], Pick<Judge, "target" | "loss">> = {
  maxMargin: { target: sign, loss: margins },
  mse: { target: sign, loss: squares },
  crossEntropy: {
    target: (label) => oneHot(label, 2),
    // The softmax of (0, s) is the sigmoid of s.
    loss: (outputs, targets) =>
      crossEntropy(
        outputs.map(([s]) => [0, s as Scalar]),
        [...targets],
        sum,
      ),
  },
};

const manyClasses: Record<Config["loss"], Loss> = {
  maxMargin: squares,
  mse: squares,
  crossEntropy: (outputs, targets) => crossEntropy([...outputs], [...targets], sum),
};

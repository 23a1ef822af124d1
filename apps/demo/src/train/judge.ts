import type { Value } from "@outgrad/engine";
import { crossEntropy, maxMargin, mse } from "@outgrad/losses";
import type { Config } from "./config.ts";
import type { Task } from "./task.ts";

/** How a network's scores are read: as a class, and as a loss. */
export interface Judge {
  /** The class that the scores of one sample stand for. */
  pick(scores: readonly number[]): number;
  /** The sum of the samples' losses. */
  loss(outputs: readonly Value[][], labels: readonly number[]): Value;
}

/** The judge of a config: two classes are told apart by the sign of one score, more by the largest of several. */
export function judgeFor({ loss }: Config, { classes }: Task): Judge {
  return classes === 2
    ? { pick: bySign, loss: twoClasses[loss] }
    : { pick: byLargest, loss: manyClasses(loss, classes) };
}

const bySign = ([score = 0]: readonly number[]): number => (score > 0 ? 1 : 0);

const byLargest = (scores: readonly number[]): number =>
  scores.reduce((best, score, i) => (score > (scores[best] as number) ? i : best), 0);

const sum = { reduction: "sum" } as const;
const score = (outputs: readonly Value[][]): Value[] => outputs.map(([first]) => first as Value);
/** Class 0 as −1 and class 1 as +1. */
const signs = (labels: readonly number[]): number[] => labels.map((label) => (label === 1 ? 1 : -1));

const twoClasses: Record<Config["loss"], Judge["loss"]> = {
  maxMargin: (outputs, labels) => maxMargin(score(outputs), signs(labels), sum),
  mse: (outputs, labels) => mse(score(outputs), signs(labels), sum),
  // The softmax of (0, s) is the sigmoid of s.
  crossEntropy: (outputs, labels) =>
    crossEntropy(
      outputs.map(([s]) => [0, s as Value]),
      [...labels],
      sum,
    ),
};

function manyClasses(loss: Config["loss"], classes: number): Judge["loss"] {
  if (loss === "crossEntropy") return (outputs, labels) => crossEntropy([...outputs], [...labels], sum);
  const targets = (label: number) => Array.from({ length: classes }, (_, i) => (i === label ? 1 : 0));
  return (outputs, labels) => mse(outputs.flat(), labels.flatMap(targets), sum);
}

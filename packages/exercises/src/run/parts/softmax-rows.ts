import { type Tensor, tensor } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import { judge } from "../causes.js";
import type { Numbers } from "../numbers.js";
import { table } from "../probe.js";
import type { Part } from "../trial.js";

const numbers = (table: Tensor): Numbers => table.toArray() as unknown as Numbers;

export const softmaxRows: Part = {
  topic: "softmaxRows",
  run(trial) {
    // As many rows as columns: the wrong axis then gives wrong numbers, which can be told, and no error.
    const x = table(trial.random, 3, 3);
    const logits: Tensor = tensor(x);
    const wanted = numbers(logits.softmax(1)) as number[][];
    const counts = logits.exp();
    judge(trial, {
      seen: trial.call([x], wanted),
      wanted,
      suspects: [
        ["wrong-axis", numbers(logits.softmax(0))],
        ["whole-table", numbers(counts.div(counts.sum()))],
        ["not-normalised", numbers(counts)],
        [
          "not-normalised",
          numbers(tensor(x.map((row) => row.map((each) => each - Math.max(...row)))).exp() as Tensor),
        ],
        ["exp-forgotten", numbers(logits.div(logits.sum(1).reshape([3, 1])))],
        ["log-of-softmax", numbers(logits.logSoftmax(1))],
      ],
      example: trial.example([x]),
      otherwise: "wrong-result",
    });
    const oblong = table(trial.random, 2, 3);
    const right = numbers(tensor(oblong).softmax(1) as Tensor) as number[][];
    judge(trial, {
      seen: trial.call([oblong], right),
      wanted: right,
      suspects: [],
      example: trial.example([oblong]),
      otherwise: "wrong-result",
    });
    shifted(trial, (large) => numbers(tensor(large).softmax(1) as Tensor) as number[][]);
  },
};

/** Logits that are too large for e^x, and so small that every e^x is 0. */
function shifted(trial: Parameters<Part["run"]>[0], softmax: (x: number[][]) => number[][]): void {
  for (const middle of [1000, -1000]) {
    const x = table(trial.random, 2, 3).map((row) => row.map((each) => each + middle));
    const wanted = softmax(x);
    const example = trial.example([x]);
    const seen = trial.overflowing(() => trial.call([x], wanted), example);
    judge(trial, {
      seen,
      wanted,
      suspects: [],
      example,
      otherwise: "overflow",
    });
  }
}

/** Rows of three that sum to 1, in hundredths, so that they read well. */
function probabilities(random: Random, rows: number): number[][] {
  return Array.from({ length: rows }, () => {
    const [first, second] = [10 + random.integer(25), 40 + random.integer(15)];
    return random.shuffle([first, second, 100 - first - second]).map((each) => each / 100);
  });
}

export const softmaxRowsGrad: Part = {
  topic: "softmaxRowsGrad",
  run(trial) {
    for (const rows of [3, 2]) {
      const p: Tensor = tensor(probabilities(trial.random, rows));
      const g: Tensor = tensor(table(trial.random, rows, 3));
      const logits: Tensor = tensor(p.log().toArray() as unknown as number[][], { requiresGrad: true });
      logits.softmax(1).backward(g);
      const wanted = numbers(logits.grad as Tensor) as number[][];
      const args = [numbers(p), numbers(g)];
      const inner = (weights: Tensor, dim: number) =>
        weights.sum(dim).reshape(dim === 1 ? [rows, 1] : [1, 3]);
      judge(trial, {
        seen: trial.call(args, wanted),
        wanted,
        suspects: [
          ["diagonal-only", numbers(p.mul(p.neg().add(1)).mul(g))],
          ["diagonal-only", numbers(p.mul(p.neg().add(1)))],
          ["others-forgotten", numbers(p.mul(g))],
          ["upstream-unweighted", numbers(p.mul(g.sub(inner(g, 1))))],
          ["p-forgotten", numbers(g.sub(inner(p.mul(g), 1)))],
          ["wrong-axis", numbers(p.mul(g.sub(inner(p.mul(g), 0))))],
          ["gradient-sign", numbers(p.mul(inner(p.mul(g), 1).sub(g)))],
          ["plus-for-minus", numbers(p.mul(g.add(inner(p.mul(g), 1))))],
          ["upstream-ignored", numbers(p.mul(p.neg().add(1)))],
        ],
        example: trial.example(args),
        otherwise: "wrong-gradient",
        of: "the logits",
      });
    }
  },
};

import { type Tensor, tensor } from "@outgrad/engine";
import { judge } from "../causes.js";
import type { Numbers } from "../numbers.js";
import { table } from "../probe.js";
import type { Part, Trial } from "../trial.js";

const numbers = (table: Tensor): Numbers => table.toArray() as unknown as Numbers;

const samples = 3;
const classes = 4;

/** Labels that differ, each with a class on either side. */
function draw({ random }: Trial): { x: number[][]; labels: number[]; truth: Tensor } {
  const labels = random.shuffle([1, 2, 1 + random.integer(2)]);
  return { x: table(random, samples, classes), labels, truth: rows(labels) };
}

/** For each label a row with a 1 at it and 0 elsewhere. */
function rows(labels: readonly number[]): Tensor {
  return tensor(labels.map((label) => Array.from({ length: classes }, (_, j) => (j === label ? 1 : 0))));
}

const lossOf = (logits: Tensor, truth: Tensor): Tensor =>
  logits.logSoftmax(1).mul(truth).sum().neg().div(samples);

export const crossEntropy: Part = {
  topic: "crossEntropy",
  run(trial) {
    const { x, labels, truth } = draw(trial);
    const logits: Tensor = tensor(x);
    const wanted = lossOf(logits, truth).item();
    const p = logits.softmax(1);
    const shift = (by: number) => lossOf(logits, rows(labels.map((label) => label + by))).item();
    const example = trial.example([x, labels]);
    judge(trial, {
      seen: trial.call([x, labels], 0),
      wanted,
      suspects: [
        ["mean-forgotten", wanted * samples],
        ["loss-sign", -wanted],
        ["loss-sign", -wanted * samples],
        ["log-forgotten", p.mul(truth).sum().item() / samples],
        ["log-forgotten", -p.mul(truth).sum().item() / samples],
        ["softmax-forgotten", -logits.mul(truth).sum().item() / samples],
        ["wrong-axis", -logits.softmax(0).log().mul(truth).sum().item() / samples],
        ["label-shifted", shift(-1)],
        ["label-shifted", shift(1)],
        ["label-ignored", lossOf(logits, rows(labels.map(() => 0))).item()],
        ["label-ignored", lossOf(logits, rows(labels.map(() => classes - 1))).item()],
        ["mean-over-classes", (wanted * samples) / classes],
        ["mean-over-all", wanted / classes],
      ],
      example,
      otherwise: "wrong-result",
    });
    const large = x.map((row, i) => row.map((each, j) => each + (j === labels[i] ? 0 : 1000)));
    const loss = lossOf(tensor(large), truth).item();
    const shown = trial.example([large, labels]);
    judge(trial, {
      seen: trial.overflowing(() => trial.call([large, labels], 0), shown),
      wanted: loss,
      suspects: [],
      example: shown,
      otherwise: "overflow",
    });
  },
};

export const crossEntropyGrad: Part = {
  topic: "crossEntropyGrad",
  run(trial) {
    const { x, labels, truth } = draw(trial);
    const logits: Tensor = tensor(x, { requiresGrad: true });
    lossOf(logits, truth).backward();
    const wanted = numbers(logits.grad as Tensor) as number[][];
    const p = logits.detach().softmax(1);
    judge(trial, {
      seen: trial.call([x, labels], wanted),
      wanted,
      suspects: [
        ["mean-forgotten", numbers(p.sub(truth))],
        ["gradient-sign", numbers(truth.sub(p).div(samples))],
        ["gradient-sign", numbers(truth.sub(p))],
        ["truth-forgotten", numbers(p.div(samples))],
        ["truth-forgotten", numbers(p)],
        ["label-only", numbers(p.sub(truth).mul(truth).div(samples))],
        ["label-only", numbers(p.sub(truth).mul(truth))],
        ["label-only", numbers(truth.div(p).neg().div(samples))],
        ["label-only", numbers(truth.div(p).neg())],
        ["label-shifted", numbers(p.sub(rows(labels.map((label) => label - 1))).div(samples))],
        ["label-shifted", numbers(p.sub(rows(labels.map((label) => label + 1))).div(samples))],
        ["wrong-axis", numbers(logits.detach().softmax(0).sub(truth).div(samples))],
        ["softmax-forgotten", numbers(logits.detach().sub(truth).div(samples))],
        ["mean-over-classes", numbers(p.sub(truth).div(classes))],
      ],
      example: trial.example([x, labels]),
      otherwise: "wrong-gradient",
      of: "the logits",
    });
  },
};

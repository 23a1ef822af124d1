import { type Dataset, moons, split, xor } from "@outgrad/datasets";
import { digits } from "@outgrad/datasets/digits";
import { noGrad, type Scalar, sum, type Value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { crossEntropy, maxMargin, mse } from "@outgrad/losses";
import { describe, expect, test } from "vitest";
import { Adam, MLP, SGD } from "../src/index.js";

const outputs = (net: MLP, samples: readonly (readonly Scalar[])[]) => samples.map((x) => net.forward(x));

/** Labels 0 and 1 as -1 and 1. */
const signs = (labels: number[]) => labels.map((label) => 2 * label - 1);

/** The part of the samples whose score has the sign of the label. */
const accuracy = (scores: Value[][], labels: number[]) =>
  scores.filter(([score], i) => (score as Value).data * (labels[i] as number) > 0).length / labels.length;

describe("moons: MLP(2, [16, 16, 1]), max-margin and L2, 100 full-batch steps", () => {
  const recipes = {
    "SGD, lr 1 - 0.9 k/100": { seed: 3, lr: 1, make: SGD },
    "Adam, lr 0.05 · (1 - 0.9 k/100)": { seed: 0, lr: 0.05, make: Adam },
  };

  test.each(Object.entries(recipes))("%s classifies every training point", (_, { seed, lr, make }) => {
    const data = moons({ n: 100, noise: 0.1, seed });
    const net = new MLP(2, [16, 16, 1], { seed });
    const optimizer = new make(net.parameters(), { lr });
    const losses: number[] = [];
    for (let k = 0; k < 100; k++) {
      const margin = maxMargin(outputs(net, data.points), signs(data.labels));
      const loss = margin.add(sum(net.parameters().map((p) => p.square())).mul(1e-4));
      optimizer.zeroGrad();
      loss.backward();
      optimizer.lr = lr * (1 - (0.9 * k) / 100);
      optimizer.step();
      losses.push(loss.data);
    }
    const score = ({ points, labels }: Dataset) =>
      accuracy(
        noGrad(() => outputs(net, points)),
        signs(labels),
      );
    expect(score(data)).toBe(1);
    expect(losses[0]).toBeGreaterThan(0.5);
    expect(losses.at(-1)).toBeLessThan(0.02);
    expect(score(moons({ n: 1000, noise: 0.1, seed: "unseen" }))).toBeGreaterThan(0.97);
  });
});

test("XOR is learned: MLP(2, [4, 1]) with tanh separates all four corners by a margin of 1", () => {
  const data = xor({ n: 4, noise: 0 });
  const labels = signs(data.labels);
  const net = new MLP(2, [4, 1], { activation: "tanh", seed: 1 });
  const optimizer = new SGD(net.parameters(), { lr: 0.5 });
  for (let k = 0; k < 200; k++) {
    optimizer.zeroGrad();
    maxMargin(outputs(net, data.points), labels).backward();
    optimizer.step();
  }
  const scores = outputs(net, data.points).map(([score], i) => (score as Value).data * (labels[i] as number));
  expect(Math.min(...scores)).toBeGreaterThan(0.99);
});

describe("the lecture's net: MLP(3, [4, 4, 1]) with tanh on four samples, squared error, lr 0.05", () => {
  const xs = [
    [2, 3, -1],
    [3, -1, 0.5],
    [0.5, 1, 1],
    [1, 1, -1],
  ];
  const ys = [1, -1, -1, 1];
  const train = (steps: number, forget: boolean) => {
    const net = new MLP(3, [4, 4, 1], { activation: "tanh", seed: 42 });
    const optimizer = new SGD(net.parameters(), { lr: 0.05 });
    const losses: number[] = [];
    for (let k = 0; k < steps; k++) {
      const loss = mse(outputs(net, xs), ys, { reduction: "sum" });
      if (!forget) optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      losses.push(loss.data);
    }
    return { net, losses };
  };

  test("has 41 parameters and learns: the loss falls below 0.002", () => {
    const { net, losses } = train(60, false);
    expect(net.parameters()).toHaveLength(41);
    expect(losses.at(-1)).toBeLessThan(0.002);
    outputs(net, xs).forEach(([y], i) => {
      expect(Math.abs((y as Value).data - (ys[i] as number))).toBeLessThan(0.05);
    });
  });

  test("T018 without zeroGrad() the gradients pile up, and it ends elsewhere", () => {
    const [right, wrong] = [train(60, false), train(60, true)];
    expect(wrong.losses[0]).toBe(right.losses[0]);
    expect(wrong.losses[1]).toBe(right.losses[1]);
    expect(wrong.losses[2]).not.toBe(right.losses[2]);
    expect(wrong.losses.at(-1)).toBeGreaterThan(10 * (right.losses.at(-1) as number));
  });

  test("is the same run every time, to the last bit", () => {
    expect(train(10, false).losses).toEqual(train(10, false).losses);
  });
});

test("digits: one layer of ten neurons trained on 300 of them reads 85 % of the rest", () => {
  const { images, labels } = digits();
  const pixels = (i: number) => Array.from(images.subarray(64 * i, 64 * i + 64), (ink) => ink / 16);
  const { train, test: held } = split({ labels, train: 300, seed: 0 });
  const net = new MLP(64, [10], { seed: 0 });
  const optimizer = new SGD(net.parameters(), { lr: 0.3 });
  const order = random(0);
  for (let epoch = 0; epoch < 5; epoch++) {
    const shuffled = order.shuffle(train);
    for (let k = 0; k < shuffled.length; k += 10) {
      const batch = shuffled.slice(k, k + 10);
      const logits = batch.map((i) => net.forward(pixels(i)));
      optimizer.zeroGrad();
      crossEntropy(
        logits,
        batch.map((i) => labels[i] as number),
      ).backward();
      optimizer.step();
    }
  }
  const right = noGrad(() =>
    held.filter((i) => {
      const scores = net.forward(pixels(i)).map((v) => v.data);
      return scores.indexOf(Math.max(...scores)) === labels[i];
    }),
  );
  expect(right.length / held.length).toBeGreaterThan(0.85);
});

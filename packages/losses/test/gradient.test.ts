import { gradients, noGrad, type Tensor, tensor } from "@outgrad/engine";
import { checkGradient, cotangent } from "@outgrad/gradcheck";
import { describe, expect, test } from "vitest";
import { cases, lossNames, lossOf } from "./golden-suite.js";

// Independent of PyTorch: gradients of first and second order against Ridders' differences, away from kinks.

const numbers = (n: number, low: number, high: number) =>
  cotangent(n).map((w) => low + ((high - low) * (w + 1.5)) / 3);
const across = (low: number, high: number) => tensor(numbers(6, low, high), { shape: [2, 3] });
const own = (low: number, high: number) => numbers(6, low, high).toReversed();
const labels = tensor([
  [1, -1, 1],
  [-1, 1, -1],
]);
const options = { reduction: "none" };

/** The loss of [2, 3] numbers, what else it is given, and where the numbers are. */
const losses: readonly [name: string, rest: readonly unknown[], low: number, high: number][] = [
  ["mse", [across(-1, 1), options], -2, 2],
  ["l1", [across(5, 6), options], -2, 2],
  ["huber", [across(-1, 1), { ...options, delta: 0.7 }], -2, 2.1],
  ["smoothL1", [across(-1, 1), { ...options, beta: 0.7 }], -2, 2.1],
  ["bce", [across(0, 1), options], -2, 2],
  ["bceWithLogits", [across(0, 1), { ...options, posWeight: tensor([1, 2, 3]) }], -4, 4],
  ["klDiv", [across(0.1, 1), options], -3, -1],
  ["klDiv", [across(-3, -1), { ...options, logTarget: true }], -3, -1],
  ["hingeEmbedding", [labels, { ...options, margin: 0.6 }], -1, 2],
  ["maxMargin", [labels, options], -2, 2],
  ["poissonNll", [across(0.5, 3), options], -2, 2],
  ["poissonNll", [across(0.5, 3), { ...options, logInput: false }], 0.5, 3],
  ["gaussianNll", [across(-1, 1), across(0.5, 2), options], -2, 2],
  ["nll", [[2, 0], options], -3, -1],
  ["crossEntropy", [[2, 0], { ...options, labelSmoothing: 0.2, weight: [1, 2, 3] }], -3, 3],
  ["crossEntropy", [[2, -100], { reduction: "mean" }], -3, 3],
  [
    "crossEntropy",
    [
      tensor([
        [0.2, 0.3, 0.5],
        [1, 0, 0],
      ]),
      options,
    ],
    -3,
    3,
  ],
  ["multiMargin", [[2, 0], { ...options, p: 2, margin: 1.3 }], -2, 2],
  ["cosineSimilarity", [across(-1, 1)], -2, 2],
  ["cosineEmbedding", [across(-1, 1), tensor([1, -1]), { ...options, margin: -0.95 }], -2, 2],
  ["tripletMargin", [across(-1, 1), across(-3, 2), { ...options, margin: 9 }], -2, 2],
  ["tripletMargin", [across(-1, 1), across(-3, 2), { ...options, margin: 9, p: 3, swap: true }], -2, 2],
];

test("every loss is here", () => {
  expect([...new Set(losses.map(([name]) => name))].sort()).toEqual(lossNames);
});

describe.each(losses.map((row, i) => [`${i} ${row[0]}`, ...row] as const))(
  "%s",
  (_, name, rest, low, high) => {
    const shaped = (x: readonly number[], requiresGrad = false) =>
      tensor([...x], { shape: [2, 3], requiresGrad });
    const weigh = (loss: Tensor) =>
      loss.mul(tensor(cotangent(loss.size), { shape: loss.shape as number[] })).sum();
    // Differences must not leave the probabilities.
    const inside = (x: Tensor) => (name === "bce" ? x.sigmoid() : x);
    const total = (x: Tensor) => weigh(lossOf(name)(inside(x), ...rest) as Tensor);
    const slope = (x: Tensor, createGraph: boolean) => gradients(total(x), [x], { createGraph })[0] as Tensor;

    test("its gradient is that of differences", () => {
      const f = (x: readonly number[]) => noGrad(() => total(shaped(x)).item());
      const gradient = (x: readonly number[]) => [...slope(shaped(x, true), false).data];
      const report = checkGradient(f, gradient, own(low, high));
      expect(report.verdict, String(report)).toBe("OK");
    });

    test("the gradient of its gradient is that of differences", () => {
      const f = (x: readonly number[]) => weigh(slope(shaped(x, true), false)).item();
      const gradient = (x: readonly number[]) => {
        const leaf = shaped(x, true);
        return [...(gradients(weigh(slope(leaf, true)), [leaf])[0]?.data ?? x.map(() => 0))];
      };
      const report = checkGradient(f, gradient, own(low, high));
      expect(report.verdict, String(report)).toBe("OK");
    });
  },
);

test("every loss of the golden file is differentiated here too", () => {
  const here = new Set(losses.map(([name]) => name));
  expect([...new Set(cases.map(({ loss }) => loss))].filter((name) => !here.has(name))).toEqual([]);
});

import { compile, type Value, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import golden from "../golden/losses.json" with { type: "json" };
import { maxMargin } from "../src/max-margin.js";
import { lossSuite, nodesBelow } from "./loss-suite.js";

lossSuite(
  "maxMargin",
  golden.maxMargin.map(({ input, mean, sum, none, target }) => {
    const column = ({ loss, grad }: { loss: number | number[]; grad: number[] }) => ({
      loss: loss as number,
      grad: grad.map((g) => [g]),
    });
    return {
      target,
      input: input.map((x) => [x]),
      mean: column(mean),
      sum: column(sum),
      none: column(none),
    };
  }),
  maxMargin,
);

test("maxMargin([0.999..., 1], [1, 1]): exactly on the margin the gradient is 0, just inside it is -1", () => {
  const [inside, on] = [value(1 - Number.EPSILON / 2), value(1)];
  const loss = maxMargin([inside, on], [1, 1], { reduction: "sum" });
  loss.backward();
  expect(loss.data).toBe(Number.EPSILON / 2);
  expect([inside.grad, Math.abs(on.grad)]).toEqual([-1, 0]);
});

test("T073 maxMargin([1, 0.5], [1, 1]) is 0.25, as the trap of relu at 0 has it", () => {
  const scores = [value(1), value(0.5)];
  const loss = maxMargin(scores, [1, 1]);
  loss.backward();
  expect(loss.data).toBe(0.25);
  expect(scores.map((s) => s.grad + 0)).toEqual([0, -0.5]);
});

test("maxMargin(scores, labels) takes labels that are Values, with the same loss and gradients", () => {
  const numbers = [2, 0.5, 1, -3];
  const labels = [1, 1, -1, -1];
  const [byNumbers, byValues] = [labels, labels.map((label) => value(label))].map((each) => {
    const scores = numbers.map((x) => value(x));
    const loss = maxMargin(scores, each);
    loss.backward();
    return [loss.data, ...scores.map(({ grad }) => grad + 0)];
  });
  expect(byValues).toEqual(byNumbers);
  expect(byNumbers).toEqual([2.5 / 4, 0, -0.25, 0.25, 0]);
});

test("maxMargin in a compiled function takes other labels at each call", () => {
  const score = value(0.5);
  const loss = compile((label: Value) => maxMargin([score], [label]), { target: "replay" });
  expect([loss.step(1), score.grad]).toEqual([0.5, -1]);
  expect([loss.step(-1), score.grad]).toEqual([1.5, 0]);
});

test("maxMargin costs 4 nodes per score and 1 for the mean", () => {
  const scores = Array.from({ length: 50 }, (_, i) => value(i / 25 - 1, `s${i}`));
  const labels = scores.map((_, i) => (i % 2 === 0 ? 1 : -1));
  expect(nodesBelow(maxMargin(scores, labels))).toBe(4 * 50 + 1);
});

describe("maxMargin throws a sentence", () => {
  test.each<[string, () => unknown, string]>([
    ["for no scores", () => maxMargin([], []), "maxMargin, scores: the list is empty."],
    [
      "for too few labels",
      () => maxMargin([1, 2], [1]),
      "maxMargin: 2 scores need as many labels, got a list of 1.",
    ],
    [
      "for missing labels",
      () => maxMargin([1], undefined as never),
      "maxMargin: 1 scores need as many labels, got undefined.",
    ],
    [
      "for labels 0 and 1",
      () => maxMargin([1, 2], [1, 0]),
      "maxMargin: a label is 1 or -1, got 0 at 1; 2 * label - 1 turns 0 and 1 into them.",
    ],
    [
      "for two scores per sample",
      () => maxMargin([[1, 2]], [1]),
      "maxMargin: expected one score per sample, got rows of 2.",
    ],
  ])("%s", (_, call, sentence) => {
    expect(call).toThrow(sentence);
  });
});

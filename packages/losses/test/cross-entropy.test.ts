import { compile, type Value, value } from "@outgrad/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../golden/losses.json" with { type: "json" };
import { crossEntropy } from "../src/cross-entropy.js";
import { softmax } from "../src/softmax.js";
import { expectClose, lossSuite, nodesBelow } from "./loss-suite.js";

lossSuite("crossEntropy", golden.crossEntropy, crossEntropy);

const gradients = (logits: Value[]) => logits.map((x) => x.grad);

test("crossEntropy([0, 3, -2, 1], 3): the exercise's loss and gradients", () => {
  const logits = [0, 3, -2, 1].map((x) => value(x));
  const loss = crossEntropy(logits, 3);
  loss.backward();
  expect(Math.abs(loss.data / 2.1755153626167147 - 1)).toBeLessThan(1e-15);
  const expected = [0.041772570515350445, 0.8390245074625319, 0.005653302662216329, -0.8864503806400986];
  gradients(logits).forEach((g, i) => {
    expect(Math.abs(g / (expected[i] as number) - 1)).toBeLessThan(1e-15);
  });
});

describe("crossEntropy is stable for any finite logits", () => {
  test.each([
    [[2000, 0], 1, 2000, [1, -1]],
    [[1000, 0], 0, 0, [0, 0]],
    [[-1000, -1000], 0, Math.LN2, [-0.5, 0.5]],
    [[1e308, -1e308], 0, 0, [0, 0]],
    // The true loss, 2e308, is above the largest float; the gradient still says which way to go.
    [[1e308, -1e308], 1, Number.POSITIVE_INFINITY, [1, -1]],
    [[-1.7976931348623157e308, 1.7976931348623157e308], 1, 0, [0, 0]],
    [[7], 0, 0, [0]],
    [[5e-324, 0], 0, Math.LN2, [-0.5, 0.5]],
  ])("crossEntropy(%o, %i) is %d", (numbers, target, expected, gradient) => {
    const logits = numbers.map((x) => value(x));
    const loss = crossEntropy(logits, target);
    loss.backward();
    expect(loss.data).toBe(expected);
    expect(gradients(logits).map((g) => g + 0)).toEqual(gradient);
  });
});

test("for any finite logits the gradient is finite, softmax(logits) - onehot(target), and sums to 0", () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const rows = fc.array(fc.oneof(finite, fc.double({ min: -5, max: 5, noNaN: true })), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, fc.nat(), (numbers, n) => {
      const target = n % numbers.length;
      const logits = numbers.map((x) => value(x));
      const loss = crossEntropy(logits, target);
      loss.backward();
      expect(loss.data).toBeGreaterThanOrEqual(0);
      const ps = softmax(numbers).map((p) => p.data);
      expectClose(
        gradients(logits),
        ps.map((p, i) => p - (i === target ? 1 : 0)),
      );
      expectClose([gradients(logits).reduce((a, b) => a + b), ps.reduce((a, b) => a + b)], [0, 1]);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("the gradient is softmax(logits) - onehot(target)", () => {
  const numbers = [0.3, -1.2, 2.5, 0.7];
  const logits = numbers.map((x) => value(x));
  crossEntropy(logits, 2).backward();
  expectClose(
    gradients(logits),
    softmax(numbers).map((p, i) => p.data - (i === 2 ? 1 : 0)),
  );
});

test("crossEntropy of rows takes typed arrays: logits as Float64Array, targets as Uint8Array", () => {
  const loss = crossEntropy([Float64Array.of(2, -1), Float64Array.of(-1, 2)], Uint8Array.of(0, 1));
  expect(loss.data).toBeCloseTo(0.04858735157374196, 16);
});

test("T094 crossEntropy([0, 2000], 0) of a hopeless prediction is 2000, with gradients -1 and 1", () => {
  const logits = [value(0), value(2000)];
  const loss = crossEntropy(logits, 0);
  loss.backward();
  expect([loss.data, ...logits.map((logit) => logit.grad)]).toEqual([2000, -1, 1]);
});

test("crossEntropy of n logits costs 4 n + 1 nodes", () => {
  const row = Array.from({ length: 20 }, (_, i) => value(i / 10, `x${i}`));
  expect(nodesBelow(crossEntropy(row, 3))).toBe(4 * 20 + 1);
});

describe("crossEntropy of probabilities", () => {
  const numbers = [0.3, -1.2, 2.5, 0.7];

  test.each([0, 1, 2, 3])(
    "a row of 0s and one 1, at %i, gives the loss of the index bit for bit",
    (target) => {
      const onehot = numbers.map((_, i) => (i === target ? 1 : 0));
      const [byIndex, byNumbers, byValues] = [target, onehot, onehot.map((p) => value(p))].map((each) => {
        const logits = numbers.map((x) => value(x));
        const loss = crossEntropy(logits, each);
        loss.backward();
        return [loss.data, ...gradients(logits)];
      });
      expect(byNumbers).toEqual(byIndex);
      expectClose(byValues as number[], byIndex as number[]);
      expect(byValues?.[0]).toBe(byIndex?.[0]);
    },
  );

  test("is the mean of the classes' losses, weighted; its gradient is softmax(logits) - probabilities", () => {
    const probabilities = [0.1, 0.2, 0.3, 0.4];
    const logits = numbers.map((x) => value(x));
    const loss = crossEntropy([logits], [probabilities]);
    loss.backward();
    const each = probabilities.map((p, i) => p * crossEntropy(numbers, i).data);
    expectClose(
      loss.data,
      each.reduce((a, b) => a + b),
    );
    expectClose(
      gradients(logits),
      softmax(numbers).map((p, i) => p.data - (probabilities[i] as number)),
    );
  });

  test("crossEntropy([1e308, -1e308], [1, 0]) is 0, as that of the index is", () => {
    expect(crossEntropy([1e308, -1e308], [1, 0]).data).toBe(0);
  });

  test("as arguments of a compiled function they give what indices give", () => {
    const w = numbers.map((x) => value(x));
    const step = compile((targets: Value[][]) => crossEntropy([w, w], targets), { target: "replay" });
    const onehot = [
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ];
    step.step(onehot);
    step.step(onehot.toReversed());
    const twice = gradients(w);
    w.forEach((each) => {
      each.zeroGrad();
    });
    const eager = crossEntropy([w, w], [1, 2]);
    eager.backward();
    expect(step.value(onehot)).toBe(eager.data);
    expectClose(
      twice,
      gradients(w).map((g) => 2 * g),
    );
  });
});

describe("crossEntropy throws a sentence before it adds to the graph", () => {
  const range = "crossEntropy: with 2 classes, a target is an integer from 0 to 1;";
  const row = [value(1), value(2)];
  test.each<[string, () => unknown, string]>([
    ["for no rows", () => crossEntropy([], []), "crossEntropy, first argument: the list is empty."],
    ["for a class too large", () => crossEntropy(row, 2), `${range} got 2.`],
    ["for a negative class", () => crossEntropy(row, -1), `${range} got -1.`],
    ["for a fraction", () => crossEntropy(row, 0.5), `${range} got 0.5.`],
    ["for a text", () => crossEntropy(row, "1" as never), `${range} got "1".`],
    ["for no target", () => crossEntropy(row, undefined as never), `${range} got undefined.`],
    [
      "for too few probabilities",
      () => crossEntropy(row, [1]),
      "crossEntropy: rows of 2 need as many probabilities, got a list of 1; a list of classes needs a list of rows.",
    ],
    [
      "for probabilities that add up to 2",
      () => crossEntropy([row], [[1, 1]]),
      "crossEntropy: probabilities are at least 0 and add up to 1; got [1, 1].",
    ],
    [
      "for a negative probability",
      () => crossEntropy(row, [-1, 2]),
      "crossEntropy: probabilities are at least 0 and add up to 1; got [-1, 2].",
    ],
    ["for a bad class in a later row", () => crossEntropy([row, row], [0, 2]), `${range} got 2.`],
    [
      "for too few targets",
      () => crossEntropy([row, row], [0]),
      "crossEntropy: 2 rows need a list of 2 targets, got a list of 1.",
    ],
    [
      "for one target and many rows",
      () => crossEntropy([row, row], 1 as never),
      "crossEntropy: 2 rows need a list of 2 targets, got 1.",
    ],
    [
      "for ragged rows",
      () => crossEntropy([row, [1]], [0, 0]),
      "crossEntropy, first argument: row 1 has length 1, the rows before have 2.",
    ],
  ])("%s", (_, call, sentence) => {
    const next = value(0).id + 1;
    expect(call).toThrow(sentence);
    expect(value(0).id).toBe(next);
  });
});

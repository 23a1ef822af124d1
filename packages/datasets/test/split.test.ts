import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digits } from "../src/digits.js";
import { split } from "../src/split.js";
import { countsOf } from "./samples.js";

describe("split({ labels: digits().labels, train: 1500, seed })", () => {
  const { labels } = digits();
  const { train, test: held } = split({ labels, train: 1500, seed: 0 });

  test("divides the 1,797 samples into 1,500 and 297, each in one list", () => {
    expect([train.length, held.length]).toEqual([1500, 297]);
    expect([...train, ...held].sort((a, b) => a - b)).toEqual(Array.from({ length: 1797 }, (_, i) => i));
  });

  test("gives every class its share, to within one sample", () => {
    const counts = countsOf(train.map((i) => labels[i] as number));
    expect(counts).toEqual([149, 152, 148, 153, 151, 152, 151, 149, 145, 150]);
    for (const [digit, all] of countsOf(labels).entries()) {
      expect(Math.abs((counts[digit] as number) - (all * 1500) / 1797)).toBeLessThan(1);
    }
  });

  test("is the same for the same seed and another for another", () => {
    expect(split({ labels, train: 1500, seed: 0 })).toEqual({ train, test: held });
    expect(split({ labels, train: 1500, seed: 1 }).train).not.toEqual(train);
  });

  test("mixes the classes: the first hundred training samples hold all ten", () => {
    expect(new Set(train.slice(0, 100).map((i) => labels[i])).size).toBe(10);
  });
});

test("split gives every class its share, to within one sample, for any labels and sizes", () => {
  const cases = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 60 }).chain((labels) =>
    fc.record({
      labels: fc.constant(labels),
      train: fc.integer({ min: 1, max: labels.length - 1 }),
      seed: fc.integer(),
    }),
  );
  fc.assert(
    fc.property(cases, ({ labels, train, seed }) => {
      const result = split({ labels, train, seed });
      expect(result.train).toHaveLength(train);
      expect([...result.train, ...result.test].sort((a, b) => a - b)).toEqual(labels.map((_, i) => i));
      const counts = countsOf(result.train.map((i) => labels[i] as number));
      for (const [label, all] of countsOf(labels).entries()) {
        const share = ((all ?? 0) * train) / labels.length;
        expect(Math.abs((counts[label] ?? 0) - share)).toBeLessThan(1);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("split takes any labels: -1 and 1, and the first class wins a tie of remainders", () => {
  const labels = [-1, 1, -1, 1];
  const { train } = split({ labels, train: 1 });
  expect(train.map((i) => labels[i])).toEqual([-1]);
  const three = split({ labels, train: 3, seed: 2 });
  expect(three.train.map((i) => labels[i]).sort()).toEqual([-1, -1, 1]);
  expect(three.test.map((i) => labels[i])).toEqual([1]);
});

test.each([0, 4, 2.5, Number.NaN])("split({ labels of 4, train: %s }) throws", (train) => {
  expect(() => split({ labels: [0, 0, 1, 1], train })).toThrow(
    `split: train is a number of samples, an integer from 1 to 3 for 4 labels; got ${train}.`,
  );
});

test("split without labels throws", () => {
  expect(() => split({ train: 1 } as never)).toThrow(
    "split: labels is a list with the class of each sample; got undefined.",
  );
});

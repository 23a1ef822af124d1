import { describe, expect, test } from "vitest";
import golden from "../golden/random.json" with { type: "json" };
import { type Random, type RandomState, random } from "../src/random.js";

const draw = <T>(count: number, next: () => T) => Array.from({ length: count }, next);
const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe("the stream equals a second implementation in Python", () => {
  test.each(golden)("random($seed)", (expected) => {
    const r = random(expected.seed);
    expect(r.state).toEqual(expected.state);
    expect(draw(4, () => r.uniform())).toEqual(expected.uniform);
    expect(draw(12, () => r.integer(10))).toEqual(expected.integer10);
    expect([r.integer(2 ** 53 - 1), r.integer(3 * 2 ** 51), r.integer(3 * 2 ** 51)]).toEqual(
      expected.integerHuge,
    );
    for (const normal of expected.normal) {
      expect(Math.abs(r.normal() / normal - 1)).toBeLessThan(1e-15);
    }
    expect(r.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual(expected.shuffle10);
    for (let i = 0; i < 1000; i++) r.uniform();
    expect(r.state).toEqual(expected.stateAfter1000);
  });
});

test("uniform() is made of the published words of xoshiro128** from state [1, 2, 3, 4]", () => {
  const words = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ] as const;
  const r = random(0);
  r.state = [1, 2, 3, 4];
  for (let i = 0; i < 10; i += 2) {
    const [high, low] = [words[i] as number, words[i + 1] as number];
    expect(r.uniform()).toBe(Math.floor(high / 32) / 2 ** 27 + Math.floor(low / 64) / 2 ** 53);
  }
});

test("random(1) and random('1') are different streams", () => {
  expect(random(1).uniform()).not.toBe(random("1").uniform());
});

test("state, saved and restored through JSON, repeats the same numbers", () => {
  const r = random("restore");
  r.normal();
  const saved = JSON.parse(JSON.stringify(r.state)) as RandomState;
  const use = (r: Random) => [r.uniform(), r.normal(), r.integer(6), ...r.shuffle([1, 2, 3, 4])];
  const first = use(r);
  r.state = saved;
  expect(use(r)).toEqual(first);
});

test("state can be set to the least and the greatest words", () => {
  const r = random(1);
  for (const state of [
    [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff],
    [0, 0, 0, 1],
    [1, 0, 0, 0],
  ] as const) {
    r.state = state;
    expect(r.state).toEqual(state);
  }
});

describe("statistics of 200,000 draws", () => {
  const count = 200_000;

  test("uniform(-1, 3) stays in [-1, 3), with mean 1 and variance 16/12", () => {
    const r = random(7);
    const xs = draw(count, () => r.uniform(-1, 3));
    expect(xs.every((x) => x >= -1 && x < 3)).toBe(true);
    // Five standard errors: the variance of a mean of n draws is variance / n.
    expect(Math.abs(mean(xs) - 1)).toBeLessThan(5 * Math.sqrt(16 / 12 / count));
    const squares = mean(xs.map((x) => (x - 1) ** 2));
    expect(Math.abs(squares - 16 / 12)).toBeLessThan(5 * Math.sqrt((4 ** 4 * (1 / 80 - 1 / 144)) / count));
  });

  test("normal(2, 3) has mean 2, variance 9, skewness 0, kurtosis 3, and 68.27 % within one deviation", () => {
    const r = random(7);
    const zs = draw(count, () => (r.normal(2, 3) - 2) / 3);
    expect(Math.abs(mean(zs))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(mean(zs.map((z) => z ** 2)) - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
    expect(Math.abs(mean(zs.map((z) => z ** 3)))).toBeLessThan(5 * Math.sqrt(15 / count));
    expect(Math.abs(mean(zs.map((z) => z ** 4)) - 3)).toBeLessThan(5 * Math.sqrt(96 / count));
    const within = zs.filter((z) => Math.abs(z) < 1).length / count;
    expect(Math.abs(within - 0.6826894921)).toBeLessThan(5 * Math.sqrt((0.6827 * 0.3173) / count));
  });

  test("integer(6) is fair: chi-squared of its counts is below the 99.9 % point of 5 degrees", () => {
    const r = random("dice");
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) (counts[r.integer(6)] as number)++;
    const expected = count / 6;
    expect(counts.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0)).toBeLessThan(20.515);
  });

  test("integer(3 * 2**51) is unbiased: a plain remainder would fill the lowest third twice as often", () => {
    const r = random(11);
    const third = draw(30_000, () => r.integer(3 * 2 ** 51)).filter((k) => k < 2 ** 51).length / 30_000;
    expect(Math.abs(third - 1 / 3)).toBeLessThan(5 * Math.sqrt((1 / 3) * (2 / 3) * (1 / 30_000)));
  });

  test("shuffle([0, 1, 2]) gives each of the six orders equally often", () => {
    const r = random(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < 60_000; i++) {
      const order = r.shuffle([0, 1, 2]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    const chi = [...counts.values()].reduce((sum, c) => sum + (c - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(20.515);
  });
});

test("shuffle(array) leaves its argument alone and keeps every item", () => {
  const items = Object.freeze(["a", "b", "b", "c"]);
  const shuffled = random(1).shuffle(items);
  expect(items).toEqual(["a", "b", "b", "c"]);
  expect(shuffled.toSorted()).toEqual(["a", "b", "b", "c"]);
  expect(random(1).shuffle([])).toEqual([]);
});

test("edges: uniform(2, 2) is 2, normal(5, 0) is 5, integer(1) is 0", () => {
  const r = random(1);
  expect(r.uniform(2, 2)).toBe(2);
  expect(r.normal(5, 0)).toBe(5);
  expect(r.integer(1)).toBe(0);
});

describe("errors are sentences, and the stream does not move", () => {
  const seedError = (got: string) =>
    `random: expected a seed that is a safe integer or a string, got ${got}.`;
  test.each([
    [0.5, "0.5"],
    [Number.NaN, "NaN"],
    [2 ** 53, "9007199254740992"],
    [undefined, "undefined"],
    [null, "null"],
  ])("random(%s)", (seed, got) => {
    expect(() => random(seed as number)).toThrow(seedError(got));
  });

  const r = random(0);
  const before = r.state;
  test.each<[string, () => unknown, string]>([
    [
      "uniform(1, 0)",
      () => r.uniform(1, 0),
      "Random.uniform: expected finite low <= high, got low = 1, high = 0.",
    ],
    [
      "uniform(0, Infinity)",
      () => r.uniform(0, Number.POSITIVE_INFINITY),
      "Random.uniform: expected finite low <= high, got low = 0, high = Infinity.",
    ],
    [
      "normal(0, -1)",
      () => r.normal(0, -1),
      "Random.normal: expected a finite mean and a finite std >= 0, got mean = 0, std = -1.",
    ],
    ["integer(0)", () => r.integer(0), "Random.integer: expected an integer n >= 1, got 0."],
    ["integer(2.5)", () => r.integer(2.5), "Random.integer: expected an integer n >= 1, got 2.5."],
    [
      "state = [0, 0, 0, 0]",
      () => {
        r.state = [0, 0, 0, 0];
      },
      "Random.state: expected four integers in [0, 2**32), not all 0, as read from another state.",
    ],
    [
      "state = [1, 2, 3, -1]",
      () => {
        r.state = [1, 2, 3, -1];
      },
      "Random.state: expected four integers in [0, 2**32), not all 0, as read from another state.",
    ],
  ])("%s", (_, call, sentence) => {
    expect(call).toThrow(sentence);
    expect(r.state).toEqual(before);
  });
});

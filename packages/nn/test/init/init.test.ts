import { type Random, random } from "@outgrad/engine/random";
import { describe, expect, test } from "vitest";
import golden from "../../golden/init.json" with { type: "json" };
import { init } from "../../src/index.js";

/** Gives the end or the deviation of what it is asked for, so that the formula shows. */
const ends = {
  uniform: (low: number, high: number) => (low === -high ? high : Number.NaN),
  normal: (mean: number, std: number) => (mean === 0 ? std : Number.NaN),
} as unknown as Random;

const { kaimingNormal, kaimingUniform, xavierNormal, xavierUniform } = init;
const scaled = { kaimingNormal, kaimingUniform, xavierNormal, xavierUniform };
type Scaled = keyof typeof scaled;

const moments = (numbers: Float64Array) => {
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / numbers.length;
  return { mean, std: Math.sqrt(variance) };
};

describe.each(Object.keys(scaled) as Scaled[])("init.%s(shape, random, options)", (name) => {
  const cases = golden.cases.filter((example) => example.name === name);

  test("has PyTorch's scale for every shape and option", () => {
    expect(cases.length).toBeGreaterThan(14);
    for (const { shape, options, scale } of cases) {
      const numbers = scaled[name](shape, ends, options as object);
      expect(numbers).toHaveLength(shape.reduce((product, size) => product * size));
      const found = numbers[0] as number;
      expect(Math.abs(found - scale), JSON.stringify([shape, options])).toBeLessThanOrEqual(4e-16 * scale);
    }
  });

  test("draws in order from the stream: the same numbers for the same seed", () => {
    const [first, second] = [scaled[name]([3, 4], random(1)), scaled[name]([3, 4], random(1))];
    expect(first).toEqual(second);
    expect(first).not.toEqual(scaled[name]([3, 4], random(2)));
    expect(new Set(first).size).toBe(12);
  });

  test("a weight without numbers is empty", () => {
    expect(scaled[name]([0, 3], random(1))).toHaveLength(0);
    expect(scaled[name]([3, 0], random(1))).toHaveLength(0);
  });

  test.each<[unknown, unknown, string]>([
    [[3], random(1), "init.fan: a shape needs two sizes or more, [outputs, inputs, ...kernel]; got [3]."],
    [3, random(1), "init.fan: a shape is a list of integers >= 0; got 3."],
    [[3, -1], random(1), "init.fan: a shape is a list of integers >= 0; got [3, -1]."],
    [[3, 1.5], random(1), "init.fan: a shape is a list of integers >= 0; got [3, 1.5]."],
    [[1e9, 1e9], random(1), "the shape [1000000000, 1000000000] has more than 2**32 numbers."],
    [[3, 4], undefined, `init.${name}: expected a Random, such as random(seed); got undefined.`],
    [[3, 4], 7, `init.${name}: expected a Random, such as random(seed); got 7.`],
  ])("refuses the shape %o from %o", (shape, random, sentence) => {
    expect(() => scaled[name](shape as number[], random as Random)).toThrow(sentence);
  });
});

describe("the numbers drawn", () => {
  const shape = [200, 100];

  test("kaimingUniform is spread evenly up to its bound", () => {
    const bound = Math.sqrt(6 / 100);
    const numbers = init.kaimingUniform(shape, random(1));
    const { mean, std } = moments(numbers);
    expect(Math.abs(mean)).toBeLessThan(0.003);
    expect(std / (bound / Math.sqrt(3))).toBeCloseTo(1, 1.5);
    expect(Math.max(...numbers)).toBeLessThan(bound);
    expect(Math.max(...numbers)).toBeGreaterThan(0.999 * bound);
    expect(Math.min(...numbers)).toBeLessThan(-0.999 * bound);
  });

  test("xavierNormal has its standard deviation", () => {
    const { mean, std } = moments(init.xavierNormal(shape, random(1)));
    expect(Math.abs(mean)).toBeLessThan(0.002);
    expect(std / Math.sqrt(2 / 300)).toBeCloseTo(1, 1.5);
  });

  test("uniform and normal take their ends, mean and deviation", () => {
    const numbers = init.uniform([1000], random(1), { low: 2, high: 3 });
    expect(numbers.every((x) => x >= 2 && x < 3)).toBe(true);
    expect(init.uniform([2, 2], random(1))).toEqual(
      Float64Array.from(
        { length: 4 },
        (
          (r) => () =>
            r.uniform()
        )(random(1)),
      ),
    );
    expect(init.normal([3], random(1), { mean: 5, std: 0 })).toEqual(Float64Array.of(5, 5, 5));
    const { mean, std } = moments(init.normal([20000], random(3), { mean: -1, std: 2 }));
    expect(Math.abs(mean + 1)).toBeLessThan(0.05);
    expect(Math.abs(std - 2)).toBeLessThan(0.05);
  });

  test("zeros and ones", () => {
    expect(init.zeros([2, 2])).toEqual(new Float64Array(4));
    expect(init.ones([3])).toEqual(Float64Array.of(1, 1, 1));
    expect(init.ones([])).toEqual(Float64Array.of(1));
  });

  test.each<[string, () => unknown, string]>([
    ["zeros of 3", () => init.zeros(3 as never), "init.zeros: a shape is a list of integers >= 0; got 3."],
    ["ones of [-1]", () => init.ones([-1]), "init.ones: a shape is a list of integers >= 0; got [-1]."],
    ["huge zeros", () => init.zeros([2 ** 30, 2 ** 30]), "has more than 2**32 numbers."],
    [
      "uniform upside down",
      () => init.uniform([1], random(1), { low: 2, high: 1 }),
      "expected finite low <= high",
    ],
    [
      "uniform without random",
      () => init.uniform([1], undefined as never),
      "init.uniform: expected a Random",
    ],
    [
      "normal below 0",
      () => init.normal([1], random(1), { std: -1 }),
      "a finite std >= 0, got mean = 0, std = -1.",
    ],
    ["normal without random", () => init.normal([1], {} as never), "init.normal: expected a Random"],
    [
      "a gain below 0",
      () => init.xavierUniform([1, 1], random(1), { gain: -1 }),
      "init.xavierUniform: gain is a finite number >= 0; got -1.",
    ],
    [
      "a gain of NaN",
      () => init.xavierNormal([1, 1], random(1), { gain: Number.NaN }),
      "init.xavierNormal: gain is a finite number >= 0; got NaN.",
    ],
    [
      "another mode",
      () => init.kaimingNormal([1, 1], random(1), { mode: "fan" as never }),
      'init.kaimingNormal: mode is "fanIn" or "fanOut"; got "fan".',
    ],
    [
      "another nonlinearity",
      () => init.kaimingUniform([1, 1], random(1), { nonlinearity: "gelu" as never }),
      'init.gain: nonlinearity is "linear", "sigmoid", "tanh", "relu", "leakyRelu" or "selu"; got "gelu".',
    ],
    [
      "a slope of NaN",
      () => init.gain("leakyRelu", Number.NaN),
      "init.gain: slope is a finite number; got NaN.",
    ],
  ])("refuses %s", (_, make, sentence) => {
    expect(make).toThrow(sentence);
  });
});

test("init.gain(nonlinearity, slope) is PyTorch's", () => {
  for (const [name, slope, expected] of golden.gains as [Parameters<typeof init.gain>[0], number, number][]) {
    expect(Math.abs(init.gain(name, slope) - expected)).toBeLessThanOrEqual(2.3e-16 * expected);
  }
  expect(golden.gains).toHaveLength(12);
});

test("init.fan(shape) counts inputs and outputs times the kernel", () => {
  expect(init.fan([4, 3])).toEqual({ fanIn: 3, fanOut: 4 });
  expect(init.fan([16, 8, 3, 5])).toEqual({ fanIn: 120, fanOut: 240 });
  expect(() => init.fan([])).toThrow("init.fan: a shape needs two sizes or more");
});

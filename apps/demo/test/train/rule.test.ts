import { value } from "@outgrad/engine";
import { expect, it } from "vitest";
import { type Config, initialConfig } from "../../src/train/config.ts";
import { Rule, ratesOf } from "../../src/train/rule.ts";

const config = (settings: Partial<Config>): Config => ({ ...initialConfig("moons"), lr: 0.1, ...settings });

it.each([
  ["constant", [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]],
  ["step", [0.1, 0.1, 0.01, 0.01, 0.001, 0.001]],
  ["cosine", [0.1, 0.09330127, 0.075, 0.05, 0.025, 0.00669873]],
] as const)("ratesOf(config, 6) with the schedule %s", (schedule, expected) => {
  const rates = ratesOf(config({ schedule }), 6);
  expected.forEach((rate, i) => {
    expect(rates[i]).toBeCloseTo(rate, 8);
  });
});

it("ratesOf() of one cycle rises to the learning rate and falls below where it began", () => {
  const rates = [...ratesOf(config({ schedule: "oneCycle" }), 100)];
  expect(Math.max(...rates)).toBeCloseTo(0.1, 12);
  expect(rates.at(-1)).toBeLessThan((rates[0] as number) / 100);
});

it.each(["step", "cosine", "oneCycle"] as const)("Rule with %s follows ratesOf(), then stays", (schedule) => {
  const rule = new Rule(config({ schedule }), [value(1)], 9);
  const seen = Array.from({ length: 9 }, () => {
    const { lr } = rule;
    rule.step();
    return lr;
  });
  expect(seen).toEqual([...ratesOf(config({ schedule }), 9)]);
  const { lr } = rule;
  rule.step();
  expect(rule.lr).toBe(lr);
});

it("Rule.step() with an L1 penalty moves a weight that has no gradient towards 0", () => {
  const weights = [value(1), value(-2), value(0)];
  const rule = new Rule(config({ optimiser: "sgd", l1: 0.5 }), weights, 9);
  for (const weight of weights) weight.grad = 0;
  rule.step();
  expect(weights.map(({ data }) => data)).toEqual([0.95, -1.95, 0]);
});

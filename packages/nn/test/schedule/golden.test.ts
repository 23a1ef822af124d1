import { value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import golden from "../../golden/schedules.json" with { type: "json" };
import {
  CosineAnnealingLR,
  ExponentialLR,
  LinearLR,
  MultiStepLR,
  OneCycleLR,
  ReduceLROnPlateau,
  type Schedule,
  type Scheduled,
  SGD,
  StepLR,
} from "../../src/index.js";

const makers = {
  CosineAnnealingLR,
  ExponentialLR,
  LinearLR,
  MultiStepLR,
  OneCycleLR,
  ReduceLROnPlateau,
  StepLR,
};
type Name = keyof typeof makers;
type Make = new (optimizer: Scheduled, options: object) => Schedule;
type Case = (typeof golden)[number];

const cases = golden.map((example) => {
  const schedules = example.schedules as [Name, Record<string, unknown>][];
  const title = schedules.map(([name, options]) => `${name} ${JSON.stringify(options)}`).join(", then ");
  return { ...example, schedules, title: `${title} from ${example.lr}` };
});

const start = ({ lr, schedules }: { lr: number; schedules: [Name, object][] }) => {
  const optimizer = new SGD([value(1)], { lr, momentum: 0.5 });
  return {
    optimizer,
    schedules: schedules.map(([name, options]) => new (makers[name] as Make)(optimizer, options)),
  };
};

/** Takes step k of the case with all of the schedules. */
const step = (schedules: readonly Schedule[], { metrics }: Pick<Case, "metrics">, k: number) => {
  for (const schedule of schedules) {
    if (metrics) (schedule as ReduceLROnPlateau).step(Number(metrics[k]));
    else schedule.step();
  }
};

/** Python's cos may differ in the last bit, and CosineAnnealingLR multiplies such errors up, step by step. */
const tolerance = ({ schedules }: { schedules: [Name, { annealStrategy?: string }][] }) => {
  if (schedules.some(([name]) => name === "CosineAnnealingLR")) return 5e-15;
  const isCosine = schedules.some(
    ([name, options]) => name === "OneCycleLR" && options.annealStrategy !== "linear",
  );
  return isCosine ? 4e-16 : 0;
};

const expectClose = (found: readonly number[], expected: readonly number[], tolerance: number) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((x, k) => {
    const y = expected[k] as number;
    expect(Math.abs(x - y), `step ${k}: ${x} for ${y}`).toBeLessThanOrEqual(tolerance * Math.abs(y));
  });
};

test("all seven schedules have golden cases", () => {
  const names = cases.flatMap(({ schedules }) => schedules.map(([name]) => name));
  expect([...new Set(names)].sort()).toEqual(Object.keys(makers));
});

describe.each(cases)("$title", (example) => {
  const { lrs, momenta } = example;

  test("T152 gives PyTorch's lr of every step, the first one too", () => {
    const { optimizer, schedules } = start(example);
    const found = lrs.map((_, k) => {
      if (k > 0) step(schedules, example, k - 1);
      expect(schedules.at(-1)).toMatchObject({ lastLr: optimizer.lr, lastEpoch: k });
      return [optimizer.lr, optimizer.momentum];
    });
    expectClose(
      found.map(([lr]) => lr as number),
      lrs,
      tolerance(example),
    );
    if (momenta)
      expectClose(
        found.map(([, momentum]) => momentum as number),
        momenta,
        tolerance(example),
      );
    else expect(optimizer.momentum).toBe(0.5);
  });

  test("T155 goes on bit for bit from a state that went through JSON, loaded before or after the optimiser's", () => {
    const half = Math.floor(lrs.length / 2);
    const whole = start(example);
    for (let k = 0; k < lrs.length - 1; k++) step(whole.schedules, example, k);
    for (const isOptimizerFirst of [true, false]) {
      const before = start(example);
      for (let k = 0; k < half; k++) step(before.schedules, example, k);
      const saved = JSON.stringify([
        before.optimizer.lr,
        before.schedules.map((schedule) => schedule.state()),
      ]);
      const [lr, states] = JSON.parse(saved);
      const after = start({ ...example, lr: 0.7 });
      if (isOptimizerFirst) after.optimizer.lr = lr;
      after.schedules.forEach((schedule, i) => {
        schedule.load(states[i]);
      });
      if (!isOptimizerFirst) after.optimizer.lr = lr;
      expect(after.schedules.map((schedule) => schedule.state())).toEqual(states);
      for (let k = half; k < lrs.length - 1; k++) step(after.schedules, example, k);
      expect(after.optimizer.lr).toBe(whole.optimizer.lr);
    }
  });
});

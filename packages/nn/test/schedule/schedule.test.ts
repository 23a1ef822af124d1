import { value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import {
  Adam,
  CosineAnnealingLR,
  ExponentialLR,
  LBFGS,
  LinearLR,
  MultiStepLR,
  OneCycleLR,
  ReduceLROnPlateau,
  type Scheduled,
  type ScheduleState,
  SGD,
  StepLR,
} from "../../src/index.js";

const sgd = (lr = 0.1) => new SGD([value(1)], { lr });

describe("a schedule", () => {
  test("T152 leaves the optimiser's lr for the first step", () => {
    const optimizer = sgd(0.4);
    const schedule = new StepLR(optimizer, { stepSize: 1, gamma: 0.5 });
    expect([optimizer.lr, schedule.lastLr, schedule.lastEpoch]).toEqual([0.4, 0.4, 0]);
    schedule.step();
    expect([optimizer.lr, schedule.lastLr, schedule.lastEpoch]).toEqual([0.2, 0.2, 1]);
  });

  test("goes on from an lr that was set by hand", () => {
    const optimizer = sgd();
    const schedule = new ExponentialLR(optimizer, { gamma: 0.5 });
    optimizer.lr = 8;
    schedule.step();
    expect([optimizer.lr, schedule.lastLr]).toEqual([4, 4]);
  });

  test("moves any optimiser, LBFGS too", () => {
    const optimizer = new LBFGS([value(1)], { lr: 1 });
    new ExponentialLR(optimizer, { gamma: 0.25 }).step();
    expect(optimizer.lr).toBe(0.25);
  });

  test("has a copy of its options, and gives one", () => {
    const milestones = [1];
    const optimizer = sgd(1);
    const schedule = new MultiStepLR(optimizer, { milestones });
    milestones[0] = 5;
    (schedule.state().options.milestones as number[])[0] = 6;
    schedule.step();
    expect(optimizer.lr).toBeCloseTo(0.1, 15);
  });

  test("changes nothing when the optimiser refuses the lr", () => {
    const optimizer = sgd(1e308);
    const schedule = new ExponentialLR(optimizer, { gamma: 10 });
    expect(() => schedule.step()).toThrow("SGD: lr is a finite number >= 0; got Infinity.");
    expect([optimizer.lr, schedule.lastLr, schedule.lastEpoch]).toEqual([1e308, 1e308, 0]);
  });

  test.each([undefined, null, {}, { lr: "0.1" }])("refuses %o as an optimiser", (optimizer) => {
    expect(() => new ExponentialLR(optimizer as Scheduled, { gamma: 1 })).toThrow(
      /^ExponentialLR: expected an optimiser, which has an lr; got .*\.$/,
    );
  });

  test("load(state) refuses what does not fit, and keeps its own state", () => {
    const schedule = new StepLR(sgd(), { stepSize: 2 });
    schedule.step();
    const state = schedule.state();
    const bad: [unknown, string][] = [
      [undefined, "StepLR.load: expected a state() of StepLR, got one of undefined."],
      [
        new ExponentialLR(sgd(), { gamma: 1 }).state(),
        'StepLR.load: expected a state() of StepLR, got one of "ExponentialLR".',
      ],
      [{ ...state, lastEpoch: -1 }, "StepLR.load: lastEpoch is an integer >= 0; got -1."],
      [{ ...state, lastEpoch: 0.5 }, "StepLR.load: lastEpoch is an integer >= 0; got 0.5."],
      [{ ...state, baseLr: null }, "StepLR.load: baseLr is a finite number; got null."],
      [{ ...state, lastLr: Number.NaN }, "StepLR.load: lastLr is a finite number; got NaN."],
      [{ ...state, lr: -1 }, "StepLR.load: lr is a finite number >= 0; got -1."],
      [{ ...state, momentum: -1 }, "SGD: momentum is a finite number >= 0; got -1."],
      [
        { ...state, options: { stepSize: 0 } },
        "StepLR: stepSize is the number of steps between two lrs, an integer >= 1; got 0.",
      ],
    ];
    for (const [given, sentence] of bad) {
      expect(() => schedule.load(given as ScheduleState)).toThrow(sentence);
      expect(schedule.state()).toEqual(state);
    }
  });
});

describe("CosineAnnealingLR", () => {
  test.each([10, 137, 1000])("stays within 1e-12 of half a cosine for tMax %d", (tMax) => {
    const optimizer = sgd(1);
    const schedule = new CosineAnnealingLR(optimizer, { tMax });
    for (let t = 1; t <= tMax; t++) {
      schedule.step();
      expect(Math.abs(optimizer.lr - (1 + Math.cos((Math.PI * t) / tMax)) / 2)).toBeLessThan(1e-12);
    }
    expect(optimizer.lr).toBe(0);
  });
});

describe("OneCycleLR", () => {
  test("moves betas[0] of Adam, and leaves betas[1]", () => {
    const optimizer = new Adam([value(1)], { betas: [0.9, 0.99] });
    const schedule = new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10 });
    expect(optimizer.lr).toBeCloseTo(1 / 25, 15);
    expect(optimizer.state().options.betas).toEqual([0.95, 0.99]);
    for (let k = 0; k < 2; k++) schedule.step();
    expect(optimizer.lr).toBe(1);
    expect(optimizer.momentum).toBeCloseTo(0.85, 15);
  });

  test("stays at its last lr in the step after the training, and refuses one more", () => {
    const optimizer = sgd();
    const schedule = new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 5, annealStrategy: "linear" });
    for (let k = 0; k < 4; k++) schedule.step();
    const last = optimizer.lr;
    expect(last).toBeCloseTo(1 / 25e4, 15);
    schedule.step();
    expect(optimizer.lr).toBe(last);
    expect(() => schedule.step()).toThrow("OneCycleLR.step: this is step 6, and totalSteps is 5.");
    expect([optimizer.lr, schedule.lastEpoch]).toEqual([last, 5]);
  });

  test("is at the top at once where its way up has no length", () => {
    const optimizer = sgd();
    new OneCycleLR(optimizer, { maxLr: 0.5, totalSteps: 10, pctStart: 0.1 });
    expect(optimizer.lr).toBe(0.5);
  });

  test("needs a momentum, unless told not to move it", () => {
    const optimizer = new LBFGS([value(1)], { lr: 1 });
    expect(() => new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 5 })).toThrow(
      "OneCycleLR: the optimiser has no momentum to cycle; set cycleMomentum to false.",
    );
    expect(optimizer.lr).toBe(1);
    new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 5, cycleMomentum: false });
    expect(optimizer.lr).toBeCloseTo(1 / 25, 15);
  });
});

describe("ReduceLROnPlateau", () => {
  test("reduces the lr after patience + 1 steps without a better metric", () => {
    const optimizer = sgd(1);
    const schedule = new ReduceLROnPlateau(optimizer, { factor: 0.5, patience: 2 });
    const lrs = [3, 2, 2, 2, 2, 2].map((metric) => {
      schedule.step(metric);
      return optimizer.lr;
    });
    expect(lrs).toEqual([1, 1, 1, 1, 0.5, 0.5]);
  });

  test("a metric of NaN is a bad one", () => {
    const optimizer = sgd(1);
    const schedule = new ReduceLROnPlateau(optimizer, { patience: 0 });
    schedule.step(1);
    schedule.step(Number.NaN);
    expect(optimizer.lr).toBe(0.1);
    expect(schedule.state().plateau?.best).toBe(1);
  });

  test("step() without a metric throws", () => {
    const schedule = new ReduceLROnPlateau(sgd());
    expect(() => schedule.step()).toThrow(
      "ReduceLROnPlateau.step: expected the metric, a number; got undefined.",
    );
    expect(() => schedule.step("1" as never)).toThrow('expected the metric, a number; got "1".');
    expect(schedule.lastEpoch).toBe(0);
  });

  test("load(state) refuses a state without its own part", () => {
    const schedule = new ReduceLROnPlateau(sgd());
    const { plateau, ...rest } = schedule.state();
    for (const bad of [undefined, { ...plateau, best: "1" }, { ...plateau, badEpochs: -1 }, { best: 1 }]) {
      expect(() => schedule.load({ ...rest, plateau: bad } as never)).toThrow(
        "ReduceLROnPlateau.load: plateau must have best, a number or null, and badEpochs and cooldown, integers >= 0.",
      );
    }
    expect(() => schedule.load(new StepLR(sgd(), { stepSize: 1 }).state())).toThrow(
      'ReduceLROnPlateau.load: expected a state() of ReduceLROnPlateau, got one of "StepLR".',
    );
  });
});

const cycle = { maxLr: 1, totalSteps: 5 };
test.each<[string, () => unknown, string]>([
  [
    "StepLR without stepSize",
    () => new StepLR(sgd(), {} as never),
    "StepLR: stepSize is the number of steps between two lrs, an integer >= 1; got undefined.",
  ],
  [
    "StepLR gamma",
    () => new StepLR(sgd(), { stepSize: 1, gamma: -1 }),
    "StepLR: gamma is a finite number >= 0",
  ],
  [
    "MultiStepLR milestones",
    () => new MultiStepLR(sgd(), { milestones: [1, 2.5] }),
    "MultiStepLR: milestones is a list of integers >= 0; got [1, 2.5].",
  ],
  [
    "MultiStepLR without milestones",
    () => new MultiStepLR(sgd(), {} as never),
    "MultiStepLR: milestones is a list of integers >= 0; got undefined.",
  ],
  [
    "MultiStepLR gamma",
    () => new MultiStepLR(sgd(), { milestones: [], gamma: Number.NaN }),
    "MultiStepLR: gamma is a finite number >= 0; got NaN.",
  ],
  [
    "ExponentialLR without gamma",
    () => new ExponentialLR(sgd(), {} as never),
    "ExponentialLR: gamma is a finite number >= 0; got undefined.",
  ],
  [
    "ExponentialLR gamma",
    () => new ExponentialLR(sgd(), { gamma: -0.5 }),
    "ExponentialLR: gamma is a finite number >= 0; got -0.5.",
  ],
  [
    "LinearLR from 0",
    () => new LinearLR(sgd(), { startFactor: 0 }),
    "LinearLR: startFactor is above 0, since each lr is a multiple of the one before; got 0.",
  ],
  [
    "LinearLR from above 1",
    () => new LinearLR(sgd(), { startFactor: 1.5 }),
    "LinearLR: startFactor is a number in [0, 1]; got 1.5.",
  ],
  [
    "LinearLR to above 1",
    () => new LinearLR(sgd(), { endFactor: 2 }),
    "LinearLR: endFactor is a number in [0, 1]; got 2.",
  ],
  [
    "LinearLR steps",
    () => new LinearLR(sgd(), { totalIters: 0 }),
    "LinearLR: totalIters is the number of steps to the last lr, an integer >= 1; got 0.",
  ],
  [
    "CosineAnnealingLR steps",
    () => new CosineAnnealingLR(sgd(), { tMax: 1.5 }),
    "CosineAnnealingLR: tMax is the number of steps to the lowest lr, an integer >= 1; got 1.5.",
  ],
  [
    "CosineAnnealingLR etaMin",
    () => new CosineAnnealingLR(sgd(), { tMax: 5, etaMin: -1 }),
    "CosineAnnealingLR: etaMin is a finite number >= 0; got -1.",
  ],
  ["OneCycleLR maxLr", () => new OneCycleLR(sgd(), { ...cycle, maxLr: -1 }), "OneCycleLR: maxLr is a finite"],
  [
    "OneCycleLR steps",
    () => new OneCycleLR(sgd(), { maxLr: 1 } as never),
    "OneCycleLR: totalSteps is the number of steps of the training, an integer >= 1; got undefined.",
  ],
  [
    "OneCycleLR pctStart",
    () => new OneCycleLR(sgd(), { ...cycle, pctStart: 1.1 }),
    "OneCycleLR: pctStart is a number in [0, 1]; got 1.1.",
  ],
  [
    "OneCycleLR annealStrategy",
    () => new OneCycleLR(sgd(), { ...cycle, annealStrategy: "cosine" as never }),
    'OneCycleLR: annealStrategy is "cos" or "linear"; got "cosine".',
  ],
  [
    "OneCycleLR maxMomentum",
    () => new OneCycleLR(sgd(), { ...cycle, maxMomentum: 1 }),
    "OneCycleLR: maxMomentum is a number in [0, 1); got 1.",
  ],
  [
    "OneCycleLR divFactor",
    () => new OneCycleLR(sgd(), { ...cycle, divFactor: 0 }),
    "OneCycleLR: divFactor is above 0; got 0.",
  ],
  [
    "OneCycleLR finalDivFactor",
    () => new OneCycleLR(sgd(), { ...cycle, finalDivFactor: Number.POSITIVE_INFINITY }),
    "OneCycleLR: finalDivFactor is a finite number; got Infinity.",
  ],
  [
    "OneCycleLR cycleMomentum",
    () => new OneCycleLR(sgd(), { ...cycle, cycleMomentum: 1 as never }),
    "OneCycleLR: cycleMomentum is true or false; got 1.",
  ],
  [
    "ReduceLROnPlateau mode",
    () => new ReduceLROnPlateau(sgd(), { mode: "low" as never }),
    'ReduceLROnPlateau: mode is "min" or "max"; got "low".',
  ],
  [
    "ReduceLROnPlateau thresholdMode",
    () => new ReduceLROnPlateau(sgd(), { thresholdMode: "relative" as never }),
    'ReduceLROnPlateau: thresholdMode is "rel" or "abs"; got "relative".',
  ],
  [
    "ReduceLROnPlateau factor",
    () => new ReduceLROnPlateau(sgd(), { factor: 1 }),
    "ReduceLROnPlateau: factor is a number in [0, 1); got 1.",
  ],
  [
    "ReduceLROnPlateau threshold",
    () => new ReduceLROnPlateau(sgd(), { threshold: -1 }),
    "ReduceLROnPlateau: threshold is a finite number >= 0; got -1.",
  ],
  [
    "ReduceLROnPlateau patience",
    () => new ReduceLROnPlateau(sgd(), { patience: 0.5 }),
    "ReduceLROnPlateau: patience is an integer >= 0; got 0.5.",
  ],
])("refuses bad options: %s", (_, make, sentence) => {
  expect(make).toThrow(sentence);
});

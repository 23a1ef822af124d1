import { moons } from "@outgrad/datasets";
import { type Random, random } from "@outgrad/engine/random";
import { maxMargin } from "@outgrad/losses";
import { describe, expect, test } from "vitest";
import * as nn from "../src/index.js";

const { points, labels } = moons({ n: 20, noise: 0.1, seed: 1 });
const STEPS = 12;

const optimizers = {
  SGD: (ps: nn.MLP) => new nn.SGD(ps.parameters(), { lr: 0.1, momentum: 0.9, nesterov: true }),
  Adam: (ps: nn.MLP) => new nn.Adam(ps.parameters(), { amsgrad: true }),
  AdamW: (ps: nn.MLP) => new nn.AdamW(ps.parameters()),
  NAdam: (ps: nn.MLP) => new nn.NAdam(ps.parameters()),
  RAdam: (ps: nn.MLP) => new nn.RAdam(ps.parameters()),
  RMSprop: (ps: nn.MLP) => new nn.RMSprop(ps.parameters(), { centered: true, momentum: 0.5 }),
};

/** A training in the middle: batches from a shuffled stream, a schedule, clipping, averaged weights. */
class Training {
  readonly net = new nn.MLP(2, [4, 1], { activation: "tanh", seed: 1 });
  readonly optimizer: nn.Optimizer;
  readonly schedule: nn.Schedule;
  readonly ema = new nn.EMA(this.net.parameters(), { decay: 0.8 });
  readonly order: Random;

  constructor(name: keyof typeof optimizers, seed: number) {
    this.optimizer = optimizers[name](this.net);
    this.schedule = new nn.OneCycleLR(this.optimizer, { maxLr: 0.1, totalSteps: STEPS });
    this.order = random(seed);
  }

  step(): void {
    const batch = this.order.shuffle(points.map((_, i) => i)).slice(0, 5);
    const scores = batch.map((i) => this.net.forward(points[i] as [number, number]));
    const signs = batch.map((i) => 2 * (labels[i] as number) - 1);
    this.optimizer.zeroGrad();
    maxMargin(scores, signs).backward();
    nn.clipGradNorm(this.net.parameters(), 1);
    this.optimizer.step();
    this.schedule.step();
    this.ema.update();
  }

  private get parts() {
    return {
      net: this.net,
      optimizer: this.optimizer,
      schedule: this.schedule,
      ema: this.ema,
      order: this.order,
    };
  }

  save(): Uint8Array {
    return nn.saveCheckpoint(this.parts);
  }

  load(bytes: Uint8Array): void {
    nn.loadCheckpoint(bytes, this.parts);
  }
}

describe.each(Object.keys(optimizers) as (keyof typeof optimizers)[])("%s", (name) => {
  test("T155 killed after any step and resumed from one safetensors file, a training ends with the same bits", () => {
    const whole = new Training(name, 7);
    const saved = Array.from({ length: STEPS }, () => {
      const bytes = whole.save();
      whole.step();
      return bytes;
    });
    const end = whole.save();
    saved.forEach((bytes, k) => {
      const resumed = new Training(name, 0);
      resumed.load(bytes);
      for (let i = k; i < STEPS; i++) resumed.step();
      expect(resumed.save()).toEqual(end);
    });
  });
});

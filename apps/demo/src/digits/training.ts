import { type Random, random } from "@outgrad/engine/random";
import { crossEntropy } from "@outgrad/losses";
import { CosineAnnealingLR, fit, type Sequential } from "@outgrad/nn";
import type { Measurement } from "../lab/score.ts";
import type { Config } from "./config.ts";
import type { Data, Pictures } from "./data.ts";
import { type Exam, examine } from "./exam.ts";
import { makeNetwork, makeOptimiser } from "./network.ts";

/** One training from its first weights to its last, which can be held between any two updates. */
export class Training {
  readonly config: Config;
  readonly network: Sequential;
  /** Every measurement so far. */
  readonly history: Measurement[] = [];
  /** The newest exam with the test pictures, and after how many updates it was. */
  exam: Exam;
  examined = 0;
  step = 0;
  epoch = 0;
  readonly #data: Data;
  readonly #sample: Pictures;
  readonly #random: Random;
  readonly #optimiser: ReturnType<typeof makeOptimiser>;
  readonly #signal = { aborted: false };

  constructor(config: Config, data: Data) {
    this.config = config;
    this.#data = data;
    this.#sample = firstOf(data.train, data.test.labels.length);
    this.#random = random(config.seed);
    this.network = makeNetwork(config, this.#random);
    this.#optimiser = makeOptimiser(config, this.network.parameters());
    this.exam = examine(this.network, data.test);
    this.#measure();
  }

  /** Updates in one epoch. */
  get stepsPerEpoch(): number {
    return Math.ceil(this.#data.train.labels.length / this.config.batch);
  }

  /** How many numbers it changes. */
  get weights(): number {
    return this.network.parameters().reduce((sum, { size }) => sum + size, 0);
  }

  get lr(): number {
    return this.#optimiser.lr;
  }

  /** Trains for all epochs. `between` is waited for after every update. */
  async run(between: () => Promise<void>): Promise<void> {
    const { network } = this;
    const { train } = this.#data;
    const { epochs, batch } = this.config;
    await fit({
      data: [train.x, train.y],
      loss: (x, y) => crossEntropy(network.forward(x), y),
      optimizer: this.#optimiser,
      model: network,
      epochs,
      batchSize: batch,
      random: this.#random,
      schedule: new CosineAnnealingLR(this.#optimiser, { tMax: epochs }),
      onStep: ({ step }) => {
        this.step = step;
      },
      // What is saved after every step is nothing, but fit waits for it.
      checkpoint: { every: 1, save: between },
      validate: () => {
        this.epoch++;
        this.take();
        this.#measure();
        return {};
      },
      signal: this.#signal,
    });
  }

  /** Ends the training after the update it is in. */
  cancel(): void {
    this.#signal.aborted = true;
  }

  /** Takes the exam again, if the weights have changed since. */
  take(): void {
    if (this.examined === this.step) return;
    this.exam = examine(this.network, this.#data.test);
    this.examined = this.step;
  }

  #measure(): void {
    const train = examine(this.network, this.#sample).score;
    this.history.push({ epoch: this.epoch, train, test: this.exam.score });
  }
}

/** The first pictures of a set, which is in random order. */
function firstOf({ x, y, images, labels }: Pictures, n: number): Pictures {
  return {
    x: x.slice(0, 0, n),
    y: y.slice(0, 0, n),
    images: images.subarray(0, 64 * n),
    labels: labels.subarray(0, n),
  };
}

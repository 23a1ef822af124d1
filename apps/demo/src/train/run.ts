import { noGrad } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import type { Measurement, Score } from "../lab/score.ts";
import { type Computer, makeComputer } from "./computer.ts";
import type { Config } from "./config.ts";
import { type Judge, judgeFor } from "./judge.ts";
import { makeNetwork, type Network } from "./network.ts";
import { parts } from "./parts.ts";
import { makeTask, type Task } from "./task.ts";

/**
 * What a piece of work has done: a part of a measurement, the last part of it, a part of the preparations (the last is
 * "ready"), a part of an update, or its last one.
 */
export type Done = "measuring" | "measured" | "preparing" | "ready" | "training" | "step";

/**
 * A training run as work in small pieces: whoever runs it decides when the next piece is due. The same config
 * gives the same run, however it is paused.
 */
export class Run {
  readonly config: Config;
  readonly task: Task;
  readonly network: Network;
  readonly judge: Judge;
  readonly computer: Computer;
  /** What training and scoring are computed by, of the common length of batches; null before they are compiled. */
  choices: Computer["choices"] = null;
  /** Every measurement so far. */
  readonly history: Measurement[] = [];
  epoch = 0;
  step = 0;
  /** Samples that have been trained on, repeats included. */
  samples = 0;
  readonly #order: Random;

  constructor(config: Config) {
    this.config = config;
    this.task = makeTask(config);
    this.network = makeNetwork(config);
    this.judge = judgeFor(config);
    this.computer = makeComputer(config.path, this.network, this.judge, config.epochs * this.stepsPerEpoch);
    this.#order = random(`order ${config.seed}`);
  }

  /** Updates in one epoch. */
  get stepsPerEpoch(): number {
    return Math.ceil(this.task.train.length / this.config.batch);
  }

  /** The work, without end. Throws a sentence when the loss is no longer a number. */
  *work(): Generator<Done, never> {
    yield* this.#measure();
    yield* this.#prepare();
    for (;;) {
      for (const batch of this.#batches(this.#order.shuffle(this.task.train))) {
        yield* this.#update(batch);
        this.step++;
        yield "step";
      }
      this.epoch++;
      yield* this.#measure();
    }
  }

  #batches(samples: readonly number[]): number[][] {
    const { batch } = this.config;
    return Array.from({ length: this.stepsPerEpoch }, (_, i) => samples.slice(i * batch, (i + 1) * batch));
  }

  /** Records and compiles for the lengths of the batches' parts, the first batch's last: most are like that. */
  *#prepare(): Generator<Done> {
    const lengths = new Set<number>();
    for (const batch of this.#batches(this.task.train).reverse()) {
      for (const part of parts(batch, this.computer.mostTrained)) {
        if (lengths.has(part.length)) continue;
        lengths.add(part.length);
        if (this.config.path !== "eager") this.#train(part, batch.length);
        yield "preparing";
      }
    }
    this.choices = this.computer.choices;
    yield "ready";
  }

  /** One update: the gradients of the batch's parts add up in the weights. */
  *#update(batch: readonly number[]): Generator<Done> {
    this.network.zeroGrad();
    const pieces = parts(batch, this.computer.mostTrained);
    for (const [i, part] of pieces.entries()) {
      if (i > 0) yield "training";
      const loss = this.#train(part, batch.length);
      if (!Number.isFinite(loss)) throw new Error(this.#lostSentence(loss));
      this.samples += part.length;
    }
    this.network.update();
  }

  #train(part: readonly number[], batch: number): number {
    return this.computer.step(this.#inputs(part), this.#targets(part), batch);
  }

  *#measure(): Generator<Done> {
    const train = yield* this.#score(this.task.train);
    const test = yield* this.#score(this.task.test);
    this.history.push({ epoch: this.epoch, train, test });
    yield "measured";
  }

  *#score(samples: readonly number[]): Generator<Done, Score> {
    const scores: (readonly number[])[] = [];
    let loss = 0;
    let right = 0;
    for (const part of parts(samples, this.computer.mostScored)) {
      const rows = this.computer.scores(this.#inputs(part));
      loss += noGrad(() => this.judge.loss(rows, this.#targets(part)).data);
      scores.push(...rows);
      yield "measuring";
    }
    samples.forEach((sample, i) => {
      if (this.judge.pick(scores[i] as number[]) === this.task.labels[sample]) right++;
    });
    return { loss: loss / samples.length, accuracy: right / samples.length };
  }

  #inputs(samples: readonly number[]): (readonly number[])[] {
    return samples.map((sample) => this.task.inputs[sample] as readonly number[]);
  }

  #targets(samples: readonly number[]): (readonly number[])[] {
    return samples.map((sample) => this.judge.target(this.task.labels[sample] as number));
  }

  #lostSentence(loss: number): string {
    return (
      `Training left the numbers: the loss is ${loss} after ${this.step} updates. ` +
      `The learning rate ${this.config.lr} is too large for this network; lower it.`
    );
  }
}

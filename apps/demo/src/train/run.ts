import { noGrad, type Value } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import { type Config, mostMeasured } from "./config.ts";
import { type Judge, judgeFor } from "./judge.ts";
import { makeNetwork, type Network } from "./network.ts";
import { makeTask, type Task } from "./task.ts";

/** How well the network does on a set of samples. */
export interface Score {
  readonly loss: number;
  readonly accuracy: number;
}

/** The network measured after an epoch; epoch 0 is before any training. */
export interface Measurement {
  readonly epoch: number;
  readonly train: Score;
  readonly test: Score;
}

/** What a piece of work has finished: nothing yet, an update, or an epoch with its measurement (also before the first). */
export type Done = "piece" | "step" | "measured";

/** Graphs of about this many weights are built at once: large enough to be fast, small enough to stop at once. */
const weightsPerPiece = 12_000;

/**
 * A training run as work in small pieces: whoever runs it decides when the next piece is due. The same config
 * gives the same run, however it is paused.
 */
export class Run {
  readonly config: Config;
  readonly task: Task;
  readonly network: Network;
  readonly judge: Judge;
  /** Every measurement so far. */
  readonly history: Measurement[] = [];
  /** The network's scores for every test sample, at the last measurement. */
  testScores: readonly (readonly number[])[] = [];
  epoch = 0;
  step = 0;
  /** Samples that have been trained on, repeats included. */
  samples = 0;
  readonly #order: Random;
  readonly #perPiece: number;

  constructor(config: Config) {
    this.config = config;
    this.task = makeTask(config);
    this.network = makeNetwork(config, this.task);
    this.judge = judgeFor(config, this.task);
    this.#order = random(`order ${config.seed}`);
    this.#perPiece = Math.max(1, Math.round(weightsPerPiece / this.network.parameters.length));
  }

  /** Updates in one epoch. */
  get stepsPerEpoch(): number {
    return Math.ceil(this.task.train.length / this.config.batch);
  }

  /** The work, without end. Throws a sentence when the loss is no longer a number. */
  *work(): Generator<Done, never> {
    for (;;) {
      yield* this.#measure();
      yield "measured";
      const order = this.#order.shuffle(this.task.train);
      for (let at = 0; at < order.length; ) {
        yield* this.#update(order.slice(at, at + this.config.batch));
        at += this.config.batch;
        this.step++;
        if (at < order.length) yield "step";
      }
      this.epoch++;
    }
  }

  /** One update: the gradients of the batch's pieces add up in the weights. */
  *#update(batch: readonly number[]): Generator<Done> {
    const { network, judge } = this;
    network.zeroGrad();
    for (const piece of cut(batch, this.#perPiece)) {
      const loss = judge.loss(this.#forward(piece), this.#labels(piece)).div(batch.length);
      if (!Number.isFinite(loss.data)) throw new Error(this.#lostSentence(loss.data));
      loss.backward();
      this.samples += piece.length;
      yield "piece";
    }
    network.update();
  }

  *#measure(): Generator<Done> {
    const train = yield* this.#score(this.task.train.slice(0, mostMeasured));
    const test = yield* this.#score(this.task.test);
    this.testScores = test.scores;
    this.history.push({ epoch: this.epoch, train: train.score, test: test.score });
  }

  *#score(samples: readonly number[]): Generator<Done, { score: Score; scores: number[][] }> {
    const scores: number[][] = [];
    let loss = 0;
    let right = 0;
    for (const piece of cut(samples, 4 * this.#perPiece)) {
      noGrad(() => {
        const outputs = this.#forward(piece);
        loss += this.judge.loss(outputs, this.#labels(piece)).data;
        for (const output of outputs) scores.push(output.map((score) => score.data));
      });
      yield "piece";
    }
    samples.forEach((sample, i) => {
      if (this.judge.pick(scores[i] as number[]) === this.task.labels[sample]) right++;
    });
    return { score: { loss: loss / samples.length, accuracy: right / samples.length }, scores };
  }

  #forward(samples: readonly number[]): Value[][] {
    return samples.map((sample) => this.network.forward(this.task.inputs[sample] as readonly number[]));
  }

  #labels(samples: readonly number[]): number[] {
    return samples.map((sample) => this.task.labels[sample] as number);
  }

  #lostSentence(loss: number): string {
    return (
      `Training left the numbers: the loss is ${loss} after ${this.step} updates. ` +
      `The learning rate ${this.config.lr} is too large for this network; lower it.`
    );
  }
}

function* cut(list: readonly number[], length: number): Generator<readonly number[]> {
  for (let at = 0; at < list.length; at += length) yield list.slice(at, at + length);
}

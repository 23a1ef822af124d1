import { noGrad } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import type { Score } from "../lab/score.ts";
import { type Computer, makeComputer, pathOf } from "./computer.ts";
import type { Config } from "./config.ts";
import { type Judge, judgeFor } from "./judge.ts";
import { makeNetwork, type Network } from "./network.ts";
import { parts } from "./parts.ts";
import type { Done, Phase, RunMeasurement } from "./phase.ts";
import { Rule } from "./rule.ts";
import type { Snapshot } from "./snapshot.ts";
import { gradientNorms } from "./statistics.ts";
import { makeTask, type Task } from "./task.ts";

/**
 * A training run as work in small pieces: whoever runs it decides when the next piece is due. The same config
 * gives the same run, however it is paused, and from any snapshot of it.
 */
export class Run {
  readonly config: Config;
  readonly task: Task;
  readonly network: Network;
  readonly judge: Judge;
  readonly rule: Rule;
  readonly computer: Computer;
  /** What training and scoring are computed by, of the common length of batches; null before they are compiled. */
  choices: Computer["choices"] = null;
  /** Every measurement so far, whatever was restored since: an epoch is measured once. */
  readonly history: RunMeasurement[] = [];
  /** Updates so far. */
  step = 0;
  /** Samples that have been trained on, repeats included. */
  samples = 0;
  /** Whether each sub-step is a piece of work of its own. */
  separate = false;
  /** The sub-step that was done last. */
  phase: Phase = "zero";
  /** The samples of the update that is under way, or was last. */
  batch: readonly number[] = [];
  /** The mean loss of that batch, when forward has computed it. */
  batchLoss: number | null = null;
  #isReady = false;
  readonly #random: Random;
  #order: readonly number[] = [];

  constructor(config: Config) {
    this.config = config;
    this.task = makeTask(config);
    const updates = config.epochs * this.stepsPerEpoch;
    this.network = makeNetwork(config);
    this.judge = judgeFor(config);
    this.rule = new Rule(config, this.network.parameters, updates);
    this.computer = makeComputer(config, this.network, this.judge, updates);
    this.#random = random(`order ${config.seed}`);
  }

  /** Updates in one epoch. */
  get stepsPerEpoch(): number {
    return Math.ceil(this.task.train.length / this.config.batch);
  }

  /** Whole epochs so far. */
  get epoch(): number {
    return Math.floor(this.step / this.stepsPerEpoch);
  }

  /** The work, without end. Throws a sentence when the loss is no longer a number. */
  *work(): Generator<Done, never> {
    if (!this.#isReady) {
      if (this.history.length === 0) yield* this.#measure();
      yield* this.#prepare();
    }
    for (;;) {
      yield* this.#cycle();
      if (this.step % this.stepsPerEpoch === 0) yield* this.#measure();
    }
  }

  /** The run as it stands between two updates. */
  snapshot(): Snapshot {
    const { step, samples } = this;
    const { weights } = this.network;
    return {
      step,
      samples,
      weights: Float64Array.from(weights, ({ data }) => data),
      gradients: Float64Array.from(weights, ({ hasGrad, grad }) => (hasGrad ? grad : 0)),
      rule: this.rule.state(),
      random: this.#random.state,
      order: this.#order,
    };
  }

  /**
   * Stands where a snapshot was taken, of this run or of one with the same network; begin new work() after it. What was
   * measured stays. Throws for a snapshot of another network.
   */
  restore({ step, samples, weights, gradients, rule, random, order }: Snapshot): void {
    const own = this.network.weights;
    if (weights.length !== own.length) {
      throw new RangeError(
        `Run.restore: the snapshot has ${weights.length} weights, this network ${own.length}.`,
      );
    }
    own.forEach((weight, i) => {
      weight.data = weights[i] as number;
    });
    this.#setGradients(gradients);
    this.rule.load(rule);
    this.#random.state = random;
    this.#order = order;
    this.step = step;
    this.samples = samples;
    this.phase = step === 0 ? "zero" : "update";
    this.batch = [];
    this.batchLoss = null;
  }

  #setGradients(gradients: Float64Array): void {
    this.network.weights.forEach((weight, i) => {
      weight.zeroGrad();
      if (gradients[i] !== 0) weight.grad = gradients[i] as number;
    });
  }

  /** One update, with all gradients set to zero before it unless there are none or the config forgets that. */
  *#cycle(): Generator<Done> {
    const { batch } = this.config;
    const at = this.step % this.stepsPerEpoch;
    if (at === 0 || this.#order.length !== this.task.train.length) this.#order = this.#nextOrder();
    if (this.step > 0) {
      if (this.config.bug !== "forgetZeroGrad") this.rule.zeroGrad();
      yield* this.#did("zero");
    }
    this.batch = this.#order.slice(at * batch, (at + 1) * batch);
    if (this.separate) {
      this.batchLoss = yield* this.#lossOf(this.batch);
      yield* this.#did("forward");
    }
    yield* this.#backward(this.batch);
    yield* this.#did("backward");
    this.rule.step();
    this.step++;
    this.phase = "update";
    yield "update";
  }

  *#did(phase: Phase): Generator<Done> {
    this.phase = phase;
    if (this.separate) yield phase;
  }

  /** Without shuffling the samples come as many files have them: one class after the other. */
  #nextOrder(): readonly number[] {
    const { train, labels } = this.task;
    const label = (sample: number) => labels[sample] as number;
    if (this.config.bug === "noShuffle") return train.toSorted((a, b) => label(a) - label(b));
    return this.#random.shuffle(train);
  }

  /** Records and compiles for the lengths of the batches' parts, the first batch's last: most are like that. */
  *#prepare(): Generator<Done> {
    const { batch } = this.config;
    const { train } = this.task;
    const { gradients } = this.snapshot();
    const lengths = new Set<number>();
    for (let at = this.stepsPerEpoch - 1; at >= 0; at--) {
      const samples = train.slice(at * batch, (at + 1) * batch);
      for (const part of parts(samples, this.computer.mostTrained)) {
        if (lengths.has(part.length)) continue;
        lengths.add(part.length);
        if (pathOf(this.config) !== "eager") this.#train(part, samples.length);
        yield "preparing";
      }
    }
    // Recording has added to the gradients.
    this.#setGradients(gradients);
    this.choices = this.computer.choices;
    this.#isReady = true;
    yield "ready";
  }

  /** The gradients of the batch's parts add up in the weights. */
  *#backward(batch: readonly number[]): Generator<Done> {
    let mean = 0;
    for (const [i, part] of parts(batch, this.computer.mostTrained).entries()) {
      if (i > 0) yield "training";
      const loss = this.#train(part, batch.length);
      if (!Number.isFinite(loss)) throw new RangeError(this.#lostSentence(loss));
      this.samples += part.length;
      mean += loss;
    }
    this.batchLoss = mean;
  }

  #train(part: readonly number[], batch: number): number {
    return this.computer.step(this.#inputs(part), this.#targets(part), batch);
  }

  *#measure(): Generator<Done> {
    const epoch = this.step / this.stepsPerEpoch;
    const last = this.history.at(-1);
    if (last === undefined || last.epoch < epoch) {
      const train = yield* this.#score(this.task.train);
      const test = yield* this.#score(this.task.test);
      const norms = this.step > 0 ? gradientNorms(this.network) : null;
      this.history.push({ epoch, train, test, norms });
    }
    yield "measured";
  }

  /** The mean loss of samples, without gradients. */
  *#lossOf(samples: readonly number[]): Generator<Done, number> {
    const { loss } = yield* this.#score(samples, "training");
    return loss;
  }

  *#score(samples: readonly number[], done: Done = "measuring"): Generator<Done, Score> {
    const scores: (readonly number[])[] = [];
    let loss = 0;
    let right = 0;
    for (const part of parts(samples, this.computer.mostScored)) {
      const rows = this.computer.scores(this.#inputs(part));
      loss += noGrad(() => this.judge.loss(rows, this.#targets(part)).data);
      scores.push(...rows);
      yield done;
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
      `The learning rate ${this.rule.lr} is too large for this network; lower it.`
    );
  }
}

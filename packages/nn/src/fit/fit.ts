import { isTensor, scope } from "@outgrad/engine";
import { numbersOf } from "../elsewhere.js";
import { Optimizer } from "../optim/optimizer.js";
import type { Parameter } from "../optim/parameters.js";
import { readNumbers } from "../read-numbers.js";
import { Batches } from "./batches.js";
import { checkFit, rowsOf } from "./check.js";
import { EarlyStopping } from "./early-stopping.js";
import { learn } from "./learn.js";
import type { FitOptions, FitResult, FitState, Metrics, ParameterNumbers } from "./options.js";

// The function is in every engine, but not in the library of plain ES2023.
declare const setTimeout: (then: (value: unknown) => void) => unknown;

/** How long training goes on, in milliseconds, before a page may draw and a signal can arrive. */
const slice = 30;

/**
 * Trains by batches: forward, backward and a step of the optimiser for each, epoch after epoch. The event loop gets a
 * turn every 30 ms, so a page stays alive and a signal can end it; parameters are never left in the middle of a step.
 *
 * Where a GPU computes, the weights stay there: of each step the loss is read, and waited for; weights and what the
 * optimiser remembers are read before `checkpoint.save` is called, and for the best epoch of early stopping. Each step is a
 * `scope`, so it leaves nothing on the GPU but what leaves and gradients hold.
 *
 * The same seed gives the same weights bit for bit, also when a training is ended after any step and another one goes on
 * from a checkpoint of weights, optimiser, schedule and the state that `checkpoint.save` was given.
 *
 * @example
 * const x = tensor([[0], [1], [2], [3]], { dtype: "float32" });
 * const y = tensor([[1], [3], [5], [7]], { dtype: "float32" });
 * const [w, b] = [zeros([1, 1], { requiresGrad: true }), zeros([1], { requiresGrad: true })];
 * const { history } = await fit({
 *   data: [x, y],
 *   loss: (x, y) => x.linear(w, b).sub(y).square().mean(),
 *   optimizer: new SGD([w, b], { lr: 0.1 }),
 *   epochs: 200,
 *   batchSize: 4,
 * });
 * [w.item().toFixed(2), b.item().toFixed(2), history.length] // => [ '2.00', '1.00', 200 ]
 *
 * @throws before it changes anything, for options that make no sense; what the optimiser throws for a gradient that is
 * not finite.
 */
export async function fit(options: FitOptions): Promise<FitResult> {
  return new Training(options).run();
}

class Training {
  private readonly options: FitOptions;
  private readonly rows: number;
  private readonly batchSize: number;
  private readonly stopping: EarlyStopping | undefined;
  private readonly history: Metrics[] = [];
  private epoch = 0;
  private batch = 0;
  private step = 0;
  private lossSum = 0;
  private seen = 0;
  private order: FitState["order"] = null;
  private bestParameters: readonly ParameterNumbers[] | null = null;
  private resumed: FitState | undefined;
  private paused = Date.now();

  constructor(options: FitOptions) {
    this.options = options;
    checkFit(options);
    this.rows = rowsOf(options.data);
    this.batchSize = options.batchSize ?? 32;
    if (options.dropLast && this.rows < this.batchSize) {
      throw new RangeError(
        `fit: dropLast leaves nothing of ${this.rows} rows in batches of ${this.batchSize}; make batchSize smaller.`,
      );
    }
    this.stopping = options.earlyStopping && new EarlyStopping(options.earlyStopping);
    if (options.resume) this.goOnFrom(options.resume);
  }

  async run(): Promise<FitResult> {
    const { epochs, signal } = this.options;
    while (this.epoch < epochs && !this.stopping?.isOver) {
      const isDone = await this.runEpoch();
      if (!isDone) return this.result("cancelled");
      await this.endEpoch();
      if (signal?.aborted) break;
    }
    const isOver = this.stopping?.isOver === true;
    const why = isOver ? "stopped early" : this.epoch < epochs ? "cancelled" : "all epochs are done";
    if (why !== "cancelled") this.restoreBest();
    return this.result(why);
  }

  /** The batches of an epoch that are still to be done; false if the signal came. */
  private async runEpoch(): Promise<boolean> {
    const { checkpoint, signal, model } = this.options;
    const batches = this.draw();
    model?.train();
    while (this.batch < batches.count) {
      if (signal?.aborted) return false;
      await this.learn(batches);
      this.batch++;
      if (checkpoint && this.step % checkpoint.every === 0) {
        await this.read();
        await checkpoint.save(this.state());
      }
      await this.pause();
    }
    return true;
  }

  /** The batches of an epoch; of one that is gone on with, those that it had. */
  private draw(): Batches {
    const { random, dropLast = false } = this.options;
    const before = this.resumed;
    this.resumed = undefined;
    if (random && before?.order) random.state = before.order;
    this.order = random?.state ?? null;
    const batches = new Batches(this.rows, this.batchSize, random, dropLast);
    if (random && before?.random) random.state = before.random;
    return batches;
  }

  private async learn(batches: Batches): Promise<void> {
    const { data, optimizer, schedule, scheduleEvery = "epoch", onStep } = this.options;
    const found = scope(() => learn(this.options, batches.take(this.batch, data)));
    const { lr } = optimizer;
    if (scheduleEvery === "batch") schedule?.step();
    const [loss = Number.NaN] = await found;
    const rows = batches.rowsOf(this.batch);
    this.lossSum += loss * rows;
    this.seen += rows;
    this.step++;
    onStep?.({ step: this.step, epoch: this.epoch, batch: this.batch, batches: batches.count, loss, lr });
  }

  private async endEpoch(): Promise<void> {
    const {
      validate,
      model,
      schedule,
      scheduleEvery = "epoch",
      scheduleMetric = "loss",
      onEpoch,
    } = this.options;
    model?.eval();
    const found = (await validate?.()) ?? {};
    const measured = typeof found === "number" ? { validation: found } : found;
    const metrics = { loss: this.lossSum / this.seen, ...measured };
    const isBest = this.stopping?.see(this.epoch, metrics) ?? false;
    if (isBest) {
      await this.read();
      this.bestParameters = this.kept().map(copyOf);
    }
    if (scheduleEvery === "epoch") schedule?.step(metrics[scheduleMetric as "loss"]);
    this.history.push(metrics);
    onEpoch?.({ epoch: this.epoch, epochs: this.options.epochs, metrics, isBest });
    this.epoch++;
    this.batch = 0;
    this.lossSum = 0;
    this.seen = 0;
  }

  private restoreBest(): void {
    const { restoreBest = true } = this.options;
    if (!restoreBest || !this.bestParameters) return;
    const kept = this.kept();
    for (const [i, numbers] of this.bestParameters.entries()) {
      (kept[i] as { data: unknown }).data = numbers;
    }
  }

  /** What an epoch leaves behind: the parameters, and the buffers, such as the running statistics of batch norm. */
  private kept(): Parameter[] {
    const { optimizer, model } = this.options;
    return [...optimizer.parameters, ...(model?.namedBuffers?.() ?? []).map(([, buffer]) => buffer)];
  }

  /** Brings here what a checkpoint or the best epoch keeps. */
  private async read(): Promise<void> {
    const { optimizer } = this.options;
    await readNumbers(
      ...this.kept().filter(isTensor),
      ...(optimizer instanceof Optimizer ? [optimizer] : []),
    );
  }

  private state(): FitState {
    return {
      epoch: this.epoch,
      batch: this.batch,
      step: this.step,
      lossSum: this.lossSum,
      rows: this.seen,
      order: this.order,
      random: this.options.random?.state ?? null,
      history: [...this.history],
      best: this.stopping?.best ?? null,
      bestParameters: this.bestParameters,
    };
  }

  private goOnFrom(state: FitState): void {
    const { random } = this.options;
    if (!Number.isSafeInteger(state?.step) || !Array.isArray(state.history)) {
      throw new TypeError("fit: resume is what checkpoint.save was given; got something else.");
    }
    if ((state.random === null) !== (random === undefined)) {
      throw new TypeError(
        `fit: the training to go on from had ${state.random ? "a" : "no"} random order; give ${state.random ? "random" : "none"}.`,
      );
    }
    this.epoch = state.epoch;
    this.batch = state.batch;
    this.step = state.step;
    this.lossSum = state.lossSum;
    this.seen = state.rows;
    this.history.push(...state.history);
    this.resumed = state;
    if (this.stopping && state.best) this.stopping.best = state.best;
    this.bestParameters = state.bestParameters;
  }

  private result(why: FitResult["why"]): FitResult {
    return { why, steps: this.step, history: this.history, best: this.stopping?.best ?? null };
  }

  private async pause(): Promise<void> {
    if (Date.now() - this.paused < slice) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.paused = Date.now();
  }
}

const copyOf = (parameter: Parameter): ParameterNumbers =>
  isTensor(parameter) ? numbersOf("fit", "a parameter", parameter) : parameter.data;

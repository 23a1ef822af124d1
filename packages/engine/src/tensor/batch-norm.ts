import { unrecorded } from "../mode.js";
import { checkOptions } from "../options.js";
import { backend } from "./backend.js";
import { homeOf } from "./home.js";
import { affine, channelsOf, checkEps, type NormOptions, perChannel, standardize } from "./norms.js";
import { show } from "./shape.js";
import { checkList, checkTensor } from "./spatial.js";
import type { Tensor } from "./tensor.js";
import { everyRun } from "./tracer.js";

/** Options of batchNorm. */
export interface BatchNormOptions extends NormOptions {
  /** Whether to use the batch's own mean and variance; false if absent. */
  readonly training?: boolean;
  /** The mean and variance of each channel for when not training; while training they move towards the batch's. */
  readonly runningMean?: Tensor | undefined;
  readonly runningVar?: Tensor | undefined;
  /** How far the running numbers move, 0 to 1; 0.1 if absent. null: so that they are the means over all batches. */
  readonly momentum?: number | null;
  /** One number, to which each batch of training adds 1. */
  readonly numBatchesTracked?: Tensor | undefined;
}

const batchNormOptions = [
  "weight",
  "bias",
  "eps",
  "training",
  "runningMean",
  "runningVar",
  "momentum",
  "numBatchesTracked",
] satisfies (keyof BatchNormOptions)[];

/**
 * Normalises each channel of x [n, c, ...] or [n, c] over the batch and all places: (x - mean) / sqrt(variance + eps),
 * then times weight [c] and plus bias [c]. torch's batch_norm.
 *
 * With `training` mean and variance are the batch's, and the running ones, if given, move towards them:
 * running = (1 - momentum) running + momentum batch, where the variance is divided by n - 1. Without, they are the
 * running ones, which are constants then.
 *
 * @example
 * const [runningMean, runningVar] = [tensor([0]), tensor([1])];
 * batchNorm(tensor([[1], [3]]), { training: true, runningMean, runningVar }).shape // => [2, 1]
 * runningMean.toArray() // => [0.2]
 * runningVar.toArray() // => [1.1]
 *
 * @throws RangeError if a list is not [c]; if there is only one number for each channel while training; if there are no
 * running numbers while not. Then nothing has changed.
 */
export function batchNorm(x: Tensor, options: BatchNormOptions = {}): Tensor {
  checkOptions("batchNorm", options, batchNormOptions);
  const channels = channelsOf("batchNorm", x);
  const { weight, bias, eps = 1e-5, training = false, runningMean, runningVar, momentum = 0.1 } = options;
  const { numBatchesTracked } = options;
  checkList("batchNorm", "weight", weight, channels);
  checkList("batchNorm", "bias", bias, channels);
  checkList("batchNorm", "runningMean", runningMean, channels);
  checkList("batchNorm", "runningVar", runningVar, channels);
  if (typeof training !== "boolean") {
    throw new TypeError(`batchNorm: expected true or false as training, got ${String(training)}.`);
  }
  if (momentum !== null && !(momentum >= 0 && momentum <= 1)) {
    throw new RangeError(`batchNorm: expected a momentum from 0 to 1, or null, got ${String(momentum)}.`);
  }
  if (numBatchesTracked !== undefined) {
    checkTensor("batchNorm", "numBatchesTracked", numBatchesTracked);
    if (numBatchesTracked.size !== 1) {
      throw new RangeError(
        `batchNorm: expected one number in numBatchesTracked, got the shape ${show(numBatchesTracked.shape)}.`,
      );
    }
  }
  if (momentum === null && training && numBatchesTracked === undefined) {
    throw new RangeError("batchNorm: a momentum of null needs numBatchesTracked, which counts the batches.");
  }
  checkEps("batchNorm", eps);
  if (training) return trained(x, channels, { ...options, eps, momentum });
  if (runningMean === undefined || runningVar === undefined) {
    throw new RangeError(
      "batchNorm: runningMean and runningVar are needed when not training; give both, or training: true.",
    );
  }
  const scale = runningVar.detach().add(eps).sqrt().reciprocal();
  const centered = x.sub(perChannel(runningMean.detach(), x.shape) as Tensor);
  const slope = weight === undefined ? scale : weight.mul(scale);
  return affine(centered, perChannel(slope, x.shape), perChannel(bias, x.shape));
}

function trained(
  x: Tensor,
  channels: number,
  { weight, bias, eps = 0, runningMean, runningVar, momentum = 0, numBatchesTracked }: BatchNormOptions,
): Tensor {
  const { shape } = x;
  const count = x.size / channels;
  if (count === 1) {
    throw new RangeError(
      `batchNorm: x ${show(shape)} has one number for each channel, which has no variance; train on more.`,
    );
  }
  const y = standardize(
    "batchNorm",
    x,
    { first: 1, last: 2, centered: true, weighs: "kept" },
    { weight, bias, eps },
  );
  const others = shape.map((_, dim) => dim).filter((dim) => dim !== 1);
  const own = x.detach();
  const counter = numBatchesTracked?.ownData();
  const batches = (): number => counter?.[0] as number;
  if (counter) everyRun(() => counter.fill(batches() + 1));
  const rate = (): number => momentum ?? 1 / batches();
  if (runningMean) move(runningMean, own.mean(others), rate);
  if (runningVar) move(runningVar, own.var(others), rate);
  return y;
}

/** Moves a leaf's numbers towards others. */
function move(running: Tensor, batch: Tensor, rate: () => number): void {
  const { numbers } = batch;
  if (homeOf(numbers)) {
    const momentum = rate();
    running.data = unrecorded(() => running.mul(1 - momentum).add(batch.mul(momentum)));
    return;
  }
  const data = running.ownData();
  everyRun(() => {
    const momentum = rate();
    backend.numbers(numbers).forEach((x, i) => {
      data[i] = (1 - momentum) * (data[i] as number) + momentum * x;
    });
  });
}

import { batchNorm, checkOptions, type Tensor, tensor } from "@outgrad/engine";
import { checkSize } from "../check.js";
import { Module } from "../module.js";
import { buffer } from "../module-roles.js";
import { checkFlag, checkRange } from "../optim/range.js";
import { expectShape, type Pattern } from "./expect.js";
import { type LayerOptions, layerOptions } from "./options.js";
import { Weights } from "./weights.js";

/** Options of `BatchNorm1d` and `BatchNorm2d`. */
export interface BatchNormLayerOptions extends LayerOptions {
  /** Added to the variance; 1e-5 by default. */
  readonly eps?: number;
  /** How far the running statistics move towards a batch's, 0.1 by default; null for the plain mean of all batches. */
  readonly momentum?: number | null;
  /** Whether there are weight and bias; true by default. */
  readonly affine?: boolean;
  /** Whether there are running statistics; true by default. Without, the batch's own are used after eval() too. */
  readonly trackRunningStats?: boolean;
}

abstract class BatchNorm extends Module<Tensor> {
  readonly numFeatures: number;
  readonly eps: number;
  readonly momentum: number | null;
  readonly weight: Tensor | undefined;
  readonly bias: Tensor | undefined;
  readonly runningMean: Tensor | undefined;
  readonly runningVar: Tensor | undefined;
  readonly numBatchesTracked: Tensor | undefined;

  constructor(where: string, numFeatures: number, options: BatchNormLayerOptions) {
    super();
    checkOptions(where, options, ["eps", "momentum", "affine", "trackRunningStats", ...layerOptions]);
    const { eps = 1e-5, momentum = 0.1, affine = true, trackRunningStats = true } = options;
    checkSize(where, "numFeatures is the number of channels", numFeatures);
    checkRange(`${where}: eps`, eps, 0);
    if (momentum !== null) checkRange(`${where}: momentum, if not null,`, momentum, 0, 1, "closed");
    checkFlag(`${where}: affine`, affine);
    checkFlag(`${where}: trackRunningStats`, trackRunningStats);
    this.numFeatures = numFeatures;
    this.eps = eps;
    this.momentum = momentum;
    const weights = new Weights(where, options);
    const shape = [numFeatures];
    this.weight = affine ? weights.ones(shape) : undefined;
    this.bias = affine ? weights.zeros(shape) : undefined;
    const zeros = new Float64Array(numFeatures);
    const kept = (numbers: Float64Array) => buffer(tensor(numbers, { shape, dtype: weights.dtype }));
    this.runningMean = trackRunningStats ? kept(zeros) : undefined;
    this.runningVar = trackRunningStats ? kept(zeros.fill(1)) : undefined;
    this.numBatchesTracked = trackRunningStats ? buffer(tensor(0)) : undefined;
  }

  /** x normalised; x has one of the shapes. */
  protected normalised(where: string, x: Tensor, ...shapes: Pattern[]): Tensor {
    expectShape(where, "x", x, ...shapes);
    const { eps, momentum, weight, bias, runningMean, runningVar, numBatchesTracked } = this;
    const shared = { eps, weight, bias, runningMean, runningVar };
    if (runningMean === undefined) return batchNorm(x, { ...shared, training: true });
    return batchNorm(x, { ...shared, training: this.training, momentum, numBatchesTracked });
  }

  protected override extraRepr(): string {
    const { numFeatures, eps, momentum, weight, runningMean } = this;
    const flags = `affine=${weight !== undefined}, trackRunningStats=${runningMean !== undefined}`;
    return `${numFeatures}, eps=${eps}, momentum=${momentum}, ${flags}`;
  }
}

/**
 * Normalises each channel over the batch, and places if there are any: (x - mean) / √(variance + eps), then times weight
 * and plus bias, which begin as ones and zeros. torch.nn.BatchNorm1d.
 *
 * In training mean and variance are the batch's, and the running ones move towards them; after eval() they are the
 * running ones. Those are the buffers running_mean, running_var and num_batches_tracked of the state dict.
 *
 * @example
 * const norm = new BatchNorm1d(1, { eps: 0, momentum: 1 });
 * norm.forward(tensor([[1], [3]])).toArray() // => [[-1], [1]]
 * norm.eval().forward(tensor([[2]])).toArray() // => [[0]]
 *
 * @throws RangeError for a batch with one number for each channel in training: it has no variance.
 */
export class BatchNorm1d extends BatchNorm {
  constructor(numFeatures: number, options: BatchNormLayerOptions = {}) {
    super("BatchNorm1d", numFeatures, options);
  }

  /** [n, numFeatures], or [n, numFeatures, l], to the same shape. */
  forward(x: Tensor): Tensor {
    const { numFeatures } = this;
    return this.normalised("BatchNorm1d.forward", x, ["n", numFeatures], ["n", numFeatures, "l"]);
  }
}

/** Normalises each channel of images over the batch and all places, as BatchNorm1d does. torch.nn.BatchNorm2d. */
export class BatchNorm2d extends BatchNorm {
  constructor(numFeatures: number, options: BatchNormLayerOptions = {}) {
    super("BatchNorm2d", numFeatures, options);
  }

  /** [n, numFeatures, h, w] to the same shape. */
  forward(x: Tensor): Tensor {
    return this.normalised("BatchNorm2d.forward", x, ["n", this.numFeatures, "h", "w"]);
  }
}

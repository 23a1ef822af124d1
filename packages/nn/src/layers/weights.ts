import { type DType, type Tensor, tensor } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import { fan } from "../init/fan.js";
import { ones, uniform, zeros } from "../init/fill.js";
import { kaimingUniform } from "../init/kaiming.js";
import { parameter } from "../module-roles.js";
import { dtypeFrom, type LayerOptions, streamOf } from "./options.js";

/** Makes a layer's first parameters: all from one stream, in one dtype. */
export class Weights {
  readonly random: Random;
  readonly dtype: DType;

  constructor(where: string, options: LayerOptions) {
    this.random = streamOf(where, options);
    this.dtype = dtypeFrom(where, options);
  }

  /** A parameter of these numbers. */
  of(numbers: Float64Array, shape: readonly number[]): Tensor {
    return parameter(tensor(numbers, { shape, dtype: this.dtype, requiresGrad: true }) as Tensor);
  }

  zeros(shape: readonly number[]): Tensor {
    return this.of(zeros(shape), shape);
  }

  ones(shape: readonly number[]): Tensor {
    return this.of(ones(shape), shape);
  }

  /** Evenly spread in ±bound. */
  uniform(shape: readonly number[], bound: number): Tensor {
    return this.of(uniform(shape, this.random, { low: -bound, high: bound }), shape);
  }

  /** The weight of a linear layer or a convolution, and its bias if there is to be one: both in ±1 / √fanIn. */
  affine(
    shape: readonly number[],
    outputs: number,
    bias: boolean,
  ): { weight: Tensor; bias: Tensor | undefined } {
    const weight = this.of(kaimingUniform(shape, this.random, { a: Math.sqrt(5) }), shape);
    const bound = 1 / Math.sqrt(fan(shape).fanIn);
    return { weight, bias: bias ? this.uniform([outputs], bound) : undefined };
  }
}

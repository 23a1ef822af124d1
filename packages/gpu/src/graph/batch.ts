import { isTensor, type Numbers, type Scalar, type Tensor, type TypedArray } from "@outgrad/engine";
import { flatten, type Strided } from "@outgrad/engine/backend";
import type { GpuBackend } from "../backend/gpu-backend.js";
import type { Buffer } from "../runner/runner.js";

/**
 * What to hand in for many samples where the function takes V for one: a list of what it takes, or a Tensor whose first
 * dim counts the samples. Numbers may come in a typed array.
 */
export type Batch<V> = Tensor | readonly Numbers<V>[] | (V extends Scalar ? TypedArray : never);

/** The numbers of an argument for a batch of samples, and in which shape: the first dim counts the samples. */
export interface Samples {
  readonly shape: readonly number[];
  readonly numbers: Strided | Float32Array;
}

/** Reads an argument. Throws a sentence that names the place of anything that is not a number. */
export function samplesOf(found: unknown, where: string): Samples {
  const samples = isTensor(found) ? ofTensor(found, where) : ofLists(found, where);
  if (samples.shape.length === 0) {
    throw new TypeError(
      `${where}: expected the numbers of many samples, got a single number; hand in a list with one for each sample.`,
    );
  }
  return samples;
}

function ofTensor(found: Tensor, where: string): Samples {
  if (found.requiresGrad) {
    throw new TypeError(
      `${where}: this Tensor requires a gradient, and none would flow to it; hand in its detach().`,
    );
  }
  return { shape: found.shape, numbers: found.numbers };
}

function ofLists(found: unknown, where: string): Samples {
  if (found instanceof Float32Array) return { shape: [found.length], numbers: found };
  if (found instanceof Float64Array) return { shape: [found.length], numbers: Float32Array.from(found) };
  const { shape, numbers } = flatten(where, found);
  return { shape, numbers: Float32Array.from(numbers) };
}

/** The number of samples, the same in all arguments. */
export function countOf(all: readonly Samples[], where: string): number {
  const [count, ...others] = all.map(({ shape }) => shape[0] as number);
  if (count === undefined) {
    throw new TypeError(`${where}: the function takes no numbers, so there are no samples; use compile.`);
  }
  const odd = others.findIndex((other) => other !== count);
  if (odd >= 0) {
    throw new RangeError(
      `${where}: argument 1 has ${count} samples and argument ${odd + 2} has ${others[odd]}; hand in as many.`,
    );
  }
  if (count === 0) throw new RangeError(`${where}: there are no samples; hand in at least one.`);
  return count;
}

/** The numbers on the device, sample after sample, and whether the buffer is nobody else's. */
export function upload({ numbers }: Samples, backend: GpuBackend): Uploaded {
  if (numbers instanceof Float32Array) return { buffer: backend.runner.upload(numbers), isOwn: true };
  return { buffer: backend.bufferOf(backend.put(numbers)), isOwn: false };
}

export interface Uploaded {
  readonly buffer: Buffer;
  readonly isOwn: boolean;
}

import { Tensor, type Value } from "@outgrad/engine";
import { lookEverywhere, type Shape, sizeOf, trace } from "@outgrad/engine/backend";
import type { GpuBackend } from "../backend/gpu-backend.js";
import type { Buffer } from "../runner/runner.js";
import { type Samples, type Uploaded, upload } from "./batch.js";
import { plainKernels } from "./kernels.js";
import { keyOf } from "./key.js";
import { checkSize } from "./limits.js";
import { firstOf, type GraphKernels, outsideOf, type SampleGraph } from "./sample.js";
import { wgslKernels } from "./wgsl.js";

/** What step() needs of a batch. */
export interface Sums {
  readonly value: number;
  /** The Values from outside that get a gradient, and those. */
  readonly parameters: readonly Value[];
  readonly gradients: Float64Array;
}

/** A function that was traced for samples of one shape, on a backend. */
export class Recorded {
  readonly #where: string;
  readonly #graph: SampleGraph;
  /** The shapes of each argument's numbers in a sample. */
  readonly #shapes: readonly Shape[];
  /** Those of the Values from outside that get a gradient. */
  readonly #parameters: readonly Value[];
  readonly #backend: GpuBackend;
  readonly #kernels: GraphKernels;

  constructor(
    f: (...args: never[]) => unknown,
    shapes: readonly Shape[],
    backend: GpuBackend,
    where: string,
  ) {
    const traced = trace(f, shapes.map(zeros), where);
    const { kind } = backend.runner;
    checkSize(where, traced.nodes.length, kind);
    const sizes = shapes.map(sizeOf);
    this.#where = where;
    this.#shapes = shapes;
    this.#graph = { key: keyOf(traced, sizes), traced, sizes };
    this.#parameters = outsideOf(this.#graph).map((leaf) => traced.outside[leaf - traced.inputs] as Value);
    this.#backend = backend;
    this.#kernels = kind === "webgpu" ? wgslKernels(this.#graph) : plainKernels(this.#graph);
  }

  /** Whether it was traced for samples of these shapes. */
  isFor(shapes: readonly Shape[]): boolean {
    return JSON.stringify(shapes) === JSON.stringify(this.#shapes);
  }

  value(batch: readonly Samples[], count: number): Tensor {
    const { shape } = this.#graph.traced;
    if (shape === null) {
      throw new TypeError(
        `${this.#where}: value() gives a Tensor, and the function returns what is in no regular lists; return one Value, or a ` +
          "list of them.",
      );
    }
    return this.#wrap(this.#run("value", batch, count), [count, ...shape]);
  }

  gradient(batch: readonly Samples[], count: number, name: string): Tensor {
    this.#mustBeOne(name);
    if (!firstOf(this.#graph).some(this.#graph.traced.reached)) {
      throw new Error(
        `${this.#where}: ${name}() is with respect to the first argument, and the result does not depend on it; step() gives ` +
          "gradients to the Values that the function uses from outside.",
      );
    }
    return this.#wrap(this.#run("gradient", batch, count), [count, ...(this.#shapes[0] as Shape)]);
  }

  async sums(batch: readonly Samples[], count: number, isMean: boolean): Promise<Sums> {
    this.#mustBeOne("step");
    const parameters = this.#parameters;
    if (parameters.length === 0) {
      throw new Error(
        `${this.#where}: step() gives gradients to the Values that the function uses from outside, and its result depends on ` +
          "none; gradient() is with respect to the first argument.",
      );
    }
    const { runner } = this.#backend;
    const sums = this.#run("sums", batch, count);
    const reading = runner.read(sums);
    runner.free(sums);
    const numbers = await reading;
    const share = isMean ? 1 / count : 1;
    const gradients = Float64Array.from(numbers.subarray(1), (sum) => sum * share);
    return { value: (numbers[0] as number) * share, parameters, gradients };
  }

  #mustBeOne(name: string): void {
    const { shape, outputs } = this.#graph.traced;
    if (shape?.length === 0) return;
    throw new TypeError(
      `${this.#where}: ${name}() needs a function that returns one Value; this one returns ${outputs.length}. Add them up, or ` +
        "call value().",
    );
  }

  #wrap(buffer: Buffer, shape: Shape): Tensor {
    lookEverywhere();
    return new Tensor(this.#backend.keep(buffer, shape));
  }

  /** Runs the kernels for a batch. */
  #run(name: keyof GraphKernels, batch: readonly Samples[], count: number): Buffer {
    const { runner } = this.#backend;
    const { outside } = this.#graph.traced;
    const numbers = Float32Array.from(outside, ({ data }) => data);
    const inputs: Uploaded[] = [];
    const results: Buffer[] = [];
    try {
      for (const samples of batch) inputs.push(upload(samples, this.#backend));
      if (outside.length > 0) inputs.push({ buffer: runner.upload(numbers), isOwn: true });
      for (const { kernel, reads, ints } of this.#kernels[name](count)) {
        const buffers = reads.map((read) =>
          "step" in read ? results[read.step] : "input" in read ? inputs[read.input]?.buffer : undefined,
        );
        results.push(runner.run(kernel, buffers as Buffer[], ints));
      }
      return results.pop() as Buffer;
    } finally {
      for (const between of results) runner.free(between);
      for (const { buffer, isOwn } of inputs) if (isOwn) runner.free(buffer);
    }
  }
}

/** Zeros in nested lists of that shape: numbers to trace with. */
function zeros(shape: Shape): unknown {
  const [length, ...inner] = shape;
  return length === undefined ? 0 : Array.from({ length }, () => zeros(inner));
}

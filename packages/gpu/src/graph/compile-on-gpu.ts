import { checkOptions, type Tensor, type Update } from "@outgrad/engine";
import { type Backend, type Rule, ruleOf } from "@outgrad/engine/backend";
import { GpuBackend } from "../backend/gpu-backend.js";
import { type Batch, countOf, samplesOf } from "./batch.js";
import { Recorded } from "./recorded.js";

const where = "compileOnGpu";
const reductions = ["sum", "mean"] as const;

/** Options of `compileOnGpu`. */
export interface CompileOnGpuOptions {
  /** Where it is computed: what createBackend has found, unless that is the CPU. */
  readonly backend: Backend;
  /** What step() makes of the samples' values and gradients: "sum" by default. */
  readonly reduction?: (typeof reductions)[number];
  /** Makes step() a whole training step. */
  readonly update?: Update;
}

/** A function of Values, recorded once and then computed for many samples at a time. */
export interface CompiledOnGpu<Args extends readonly unknown[]> {
  /** What the function returns for each sample: a Tensor on the backend, [samples], or [samples, ...] for lists. */
  value(...batches: Batches<Args>): Tensor;
  /** The gradients with respect to the first argument, in its shape: a Tensor on the backend. */
  gradient(...batches: Batches<Args>): Tensor;
  /** Both. */
  valueAndGradient(...batches: Batches<Args>): [value: Tensor, gradient: Tensor];
  /**
   * What `f(...args).backward()` does for one sample after the other: adds the sum of their gradients, or the mean, to the
   * grad of every Value that the function uses from outside. Gives the sum or the mean of the values. With an update it
   * changes their data instead, as the formula says, and leaves their grads alone. The data are read at the call, so a
   * training loop awaits each step before the next.
   */
  step(...batches: Batches<Args>): Promise<number>;
}

type Batches<Args extends readonly unknown[]> = { [K in keyof Args]: Batch<Args[K]> };

/** Recordings for samples of other shapes are kept, up to that many. */
const mostShapes = 8;

/**
 * Records a function of Values for one sample, and computes it for whole batches on a GPU: one kernel, a thread for each
 * sample, with the value and all gradients. It is `compile` for many samples at a time: where that takes numbers and lists
 * of numbers, this takes a list or a Tensor of them. The function may use Values from outside, its parameters: their data
 * are read at each call, and step() gives them gradients.
 *
 * The GPU computes float32, with the op table's own formulas: NaN and infinities are where the CPU has them, and sums over
 * the samples are taken in parts, so their error hardly grows with the batch. The Values keep their numbers as they are.
 *
 * A kernel takes time to compile when a method is called first, on software drivers seconds for hundreds of nodes; above
 * 2,000 nodes on WebGPU, 1,000 elsewhere, a function is refused. On WebGPU a kernel is good for any number of samples. Elsewhere
 * it is compiled for each number, a thread computes the graph for each single gradient, and the gradients of all samples
 * are in memory until they are added up: there, few parameters and batches of one size suit it.
 *
 * @example
 * const w = value(2);
 * const backend = await createBackend({ prefer: "webgpu" });
 * const loss = compileOnGpu((x: Value, y: Value) => w.mul(x).sub(y).square(), { backend });
 * await loss.step([1, 2, 3], [2, 3, 5]) // => 2
 * w.grad // => 10
 * Array.from(await loss.value([1, 2, 3], [2, 3, 5]).read()) // => [0, 1, 1]
 *
 * @throws TypeError for a backend that is not on a GPU, an argument that is not made of numbers, or a result that is not
 * made of Values; RangeError for arguments of different numbers of samples, and for a function of so many nodes that its
 * kernel would take too long to compile; Error for what `compile` refuses.
 */
export function compileOnGpu<Args extends readonly unknown[]>(
  f: (...args: Args) => unknown,
  options: CompileOnGpuOptions,
): CompiledOnGpu<Args> {
  if (typeof f !== "function")
    throw new TypeError(`${where}: expected a function of Values, got ${String(f)}.`);
  checkOptions(where, options, ["backend", "reduction", "update"]);
  const { backend, reduction = "sum", update } = options;
  if (!reductions.includes(reduction))
    throw new RangeError(`${where}: reduction is "sum" or "mean"; got ${String(reduction)}.`);
  if (!(backend instanceof GpuBackend)) {
    throw new TypeError(
      `${where}: the backend is ${backend?.name ?? String(backend)}, which is not on a GPU; use compile there, which computes ` +
        "one sample after the other, or see the decision of createBackend for what is missing.",
    );
  }
  const program = new Program(f as never, backend, reduction === "mean", update && ruleOf(update, where));
  return program as unknown as CompiledOnGpu<Args>;
}

class Program {
  readonly #f: (...args: never[]) => unknown;
  readonly #backend: GpuBackend;
  readonly #isMean: boolean;
  readonly #rule: Rule | undefined;
  readonly #recorded: Recorded[] = [];
  #isStepping = false;

  constructor(
    f: (...args: never[]) => unknown,
    backend: GpuBackend,
    isMean: boolean,
    rule: Rule | undefined,
  ) {
    this.#f = f;
    this.#backend = backend;
    this.#isMean = isMean;
    this.#rule = rule;
  }

  value(...batches: unknown[]): Tensor {
    const { recorded, samples, count } = this.#ready(batches);
    return recorded.value(samples, count);
  }

  gradient(...batches: unknown[]): Tensor {
    const { recorded, samples, count } = this.#ready(batches);
    return recorded.gradient(samples, count, "gradient");
  }

  valueAndGradient(...batches: unknown[]): [Tensor, Tensor] {
    const { recorded, samples, count } = this.#ready(batches);
    // The gradient first: it may be refused.
    const gradient = recorded.gradient(samples, count, "valueAndGradient");
    return [recorded.value(samples, count), gradient];
  }

  async step(...batches: unknown[]): Promise<number> {
    const rule = this.#rule;
    const { recorded, samples, count } = this.#ready(batches);
    if (rule === undefined) {
      const { value, parameters, gradients } = await recorded.sums(samples, count, this.#isMean);
      parameters.forEach((parameter, i) => {
        parameter.grad += gradients[i] as number;
      });
      return value;
    }
    if (this.#isStepping) {
      throw new Error(
        `${where}: step() is called while another one is on its way to change the same Values; await that one first.`,
      );
    }
    this.#isStepping = true;
    try {
      const { value, parameters, gradients } = await recorded.sums(samples, count, this.#isMean);
      const data = Float64Array.from(parameters, (parameter) => parameter.data);
      rule.apply(data, gradients);
      parameters.forEach((parameter, i) => {
        parameter.data = data[i] as number;
      });
      return value;
    } finally {
      this.#isStepping = false;
    }
  }

  /** The arguments, and the recording for them. */
  #ready(batches: readonly unknown[]) {
    const samples = batches.map((batch, i) => samplesOf(batch, `${where}, argument ${i + 1}`));
    const count = countOf(samples, where);
    const shapes = samples.map(({ shape }) => shape.slice(1));
    let recorded = this.#recorded.find((each) => each.isFor(shapes));
    if (recorded === undefined) {
      recorded = new Recorded(this.#f, shapes, this.#backend, where);
      this.#recorded.unshift(recorded);
      this.#recorded.splice(mostShapes);
    }
    return { recorded, samples, count };
  }
}

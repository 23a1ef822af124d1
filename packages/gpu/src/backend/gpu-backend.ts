import type { Backend, Floats, Shape, Strided } from "@outgrad/engine/backend";
import { cpu, elementwiseOp, repeated, sizeOf, stridesOf, view, viewKernels } from "@outgrad/engine/backend";
import { type Assignment, type Op, opOf } from "@outgrad/ops";
import { elementwiseKernel, fusedKernel, partialFormula } from "../kernels/elementwise.js";
import type { Step } from "../kernels/recipe.js";
import type { Buffer, Runner, RunnerMemory } from "../runner/runner.js";
import { Arrays } from "./arrays.js";
import { deviceArrayOf, tensorOf } from "./device-array.js";
import { dtypeError, elsewhereError, unknownOpError, unreadError } from "./errors.js";
import { partOf } from "./programs.js";
import { stepsOf } from "./steps-of.js";
import { attentionSteps } from "./workgroups.js";

/** Computes Tensors with the kernels of this package on a device. Numbers of Tensors that it computed stay there. */
export class GpuBackend implements Backend {
  readonly name: Runner["kind"];
  readonly dtype = "float32";
  /** The device in words: who made it, which one it is, and whether it is only software. */
  readonly description: string;
  /** What computes. */
  readonly runner: Runner;
  readonly #arrays: Arrays;
  /** What has been read, so that it can be looked at. */
  readonly #read = new WeakMap<Strided, Floats>();

  constructor(runner: Runner) {
    this.name = runner.kind;
    this.description = runner.description;
    this.runner = runner;
    this.#arrays = new Arrays(this, runner);
  }

  elementwise(code: number, shape: Shape, params: readonly number[], a: Strided, b?: Strided): Strided {
    const op = opOf(elementwiseOp(code).name);
    return this.#formula(op.name, op.formula, op.args, b ? [a, b] : [a], op, params, shape);
  }

  partial(
    code: number,
    i: number,
    shape: Shape,
    params: readonly number[],
    g: Strided,
    reads: readonly Strided[],
  ): Strided {
    const { name, partials } = elementwiseOp(code);
    const op = opOf(name);
    const places = partials[i] ?? [];
    const names = ["g", ...places.map((place) => op.args[place] ?? "y")];
    const formula = partialFormula(op.partialFormulas[i] as Op["formula"]);
    return this.#formula(`${op.name}'${i}`, formula, names, [g, ...reads], op, params, shape);
  }

  run(name: string, inputs: readonly Strided[], shape: Shape, options: unknown): Strided {
    if (Object.hasOwn(viewKernels, name)) {
      return viewKernels[name as keyof typeof viewKernels](inputs, shape, options as never);
    }
    const [x] = inputs as [Strided];
    if (name === "to") {
      if ((options as { dtype: string }).dtype === "float64") throw dtypeError(this.name, x.shape, "to");
      return this.put(x);
    }
    if (name === "reshape") {
      const whole = this.#arrays.contiguous(x);
      return view(whole, shape, stridesOf(shape), whole.offset);
    }
    if (sizeOf(shape) === 0) return this.#arrays.empty(shape);
    const steps = stepsOf(name, inputs, shape, options, this.#arrays);
    if (steps === undefined) throw unknownOpError(this.name, name);
    return this.#arrays.wrap(this.#runSteps(steps.list, steps.inputs), shape);
  }

  evaluate(
    program: readonly Assignment[],
    operands: Readonly<Record<string, Strided>>,
    numbers: Readonly<Record<string, number>>,
    results: readonly string[],
  ): Strided[] {
    const { shape } = Object.values(operands)[0] as Strided;
    if (sizeOf(shape) === 0) return results.map(() => this.#arrays.empty(shape));
    return results.map((result) => {
      const part = partOf(program, Object.keys(operands), result);
      const given = part.operands.map((name) => operands[name] as Strided);
      const params = part.numbers.map((name) => numbers[name] as number);
      const taken = this.#take(given, shape);
      const { key, statements } = part;
      const kernel = fusedKernel({ key, statements, params: params.length, operands: taken.strides, shape });
      return this.#arrays.wrap(
        this.runner.run(kernel, taken.buffers, taken.offsets, [...params, ...taken.scalars]),
        shape,
      );
    });
  }

  attend(
    query: Strided,
    key: Strided,
    value: Strided,
    options: { readonly scale: number; readonly isCausal: boolean },
  ): Strided | undefined {
    if (!this.#arrays.shares) return undefined;
    const steps = attentionSteps([query, key, value], options, (x) => this.#arrays.packed(x));
    if (steps === undefined) return undefined;
    const buffers = steps.inputs.map((x) => this.#arrays.bufferOf(x));
    const shape = [...query.shape.slice(0, -1), value.shape.at(-1) as number];
    return this.#arrays.wrap(this.#runSteps(steps.list, buffers), shape);
  }

  numbers(x: Strided): Floats {
    const known = this.#read.get(x);
    if (known) return known.slice();
    if (deviceArrayOf(x) === undefined) return cpu.numbers(x);
    if (x.size === 0) return new Float32Array(0);
    if (this.runner.readNow === undefined) throw unreadError(this.name, x.shape);
    return this.runner.readNow(this.#arrays.whole(x));
  }

  async read(x: Strided): Promise<Floats> {
    const known = this.#read.get(x);
    if (known) return known.slice();
    const numbers = x.size === 0 ? new Float32Array(0) : await this.runner.read(this.#arrays.whole(x));
    this.#read.set(x, numbers);
    return numbers.slice();
  }

  put(x: Strided): Strided {
    const array = deviceArrayOf(x);
    if (array) {
      if (array.home !== this) throw elsewhereError(array.home.name, this.name);
      return x;
    }
    if (x.size === 0) return this.#arrays.empty(x.shape);
    return tensorOf(
      this.#arrays.upload(x.contiguous && x.data.length === x.size ? x.data : cpu.numbers(x)),
      x.shape,
    );
  }

  /** How many buffers there are on the device, and how large they are: constant in a training loop of scopes. */
  get memory(): RunnerMemory {
    return this.runner.memory;
  }

  /**
   * Resolves with a sentence when the device is lost: the driver was restarted, or the page took too much. Numbers that
   * were not read are gone; a new backend goes on from the last checkpoint.
   */
  get lost(): Promise<string> {
    return this.runner.lost;
  }

  /** Frees everything on the device. Tensors that are kept there cannot be used any more. */
  destroy(): void {
    this.runner.destroy();
  }

  /** A buffer of the device with a Tensor's numbers and no others. */
  bufferOf(x: Strided): Buffer {
    return this.#arrays.whole(x);
  }

  /** A buffer of the device as the numbers of a Tensor, which free it. */
  keep(buffer: Buffer, shape: Shape): Strided {
    return this.#arrays.wrap(buffer, shape);
  }

  #formula(
    key: string,
    formula: Op["formula"],
    names: readonly string[],
    operands: readonly Strided[],
    { params: known }: Op,
    params: readonly number[],
    shape: Shape,
  ): Strided {
    if (sizeOf(shape) === 0) return this.#arrays.empty(shape);
    const taken = this.#take(operands, shape);
    const kernel = elementwiseKernel({
      key,
      formula,
      params: Object.keys(known),
      operands: names.map((name, i) => ({ name, strides: taken.strides[i] ?? null })),
      shape,
    });
    return this.#arrays.wrap(
      this.runner.run(kernel, taken.buffers, taken.offsets, [...params, ...taken.scalars]),
      shape,
    );
  }

  /** Operands of an elementwise kernel: arrays on the device, and single numbers of the CPU, which are handed over as such. */
  #take(operands: readonly Strided[], shape: Shape) {
    const strides: (readonly number[] | null)[] = [];
    const buffers: Buffer[] = [];
    const offsets: number[] = [];
    const scalars: number[] = [];
    for (const x of operands) {
      const isNumber = x.size === 1 && deviceArrayOf(x) === undefined;
      if (isNumber) scalars.push(this.#arrays.checked(x).data[x.offset] as number);
      else {
        buffers.push(this.#arrays.bufferOf(x));
        offsets.push(x.offset);
      }
      strides.push(isNumber ? null : repeated(x, shape));
    }
    return { strides, buffers, offsets, scalars };
  }

  #runSteps(steps: readonly Step[], inputs: readonly Buffer[]): Buffer {
    const results: Buffer[] = [];
    for (const { kernel, reads, ints, floats } of steps) {
      const buffers = reads.map((read) => {
        if ("input" in read) return inputs[read.input] as Buffer;
        if ("step" in read) return results[read.step] as Buffer;
        return this.#arrays.upload(read.array).buffer;
      });
      results.push(this.runner.run(kernel, buffers, ints, floats));
    }
    const last = results.pop() as Buffer;
    for (const between of results) this.runner.free(between);
    return last;
  }
}

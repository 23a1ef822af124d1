import type { TensorElementwise } from "../generated/tensor-methods.js";
import { isRecording } from "../mode.js";
import { checkOptions } from "../options.js";
import { recordingError } from "../recording-error.js";
import { backend } from "./backend.js";
import { backward, createGraphOf } from "./backward.js";
import type { DType, Floats } from "./dtype.js";
import { install } from "./install.js";
import { isTensorKey } from "./is-tensor.js";
import { nest } from "./nested.js";
import { checkNumbers, writtenError } from "./operand.js";
import type { Rule } from "./rule.js";
import { type Shape, show } from "./shape.js";
import { Shown } from "./shown.js";
import { contiguous, frozen, type Strided } from "./strided.js";
import type { TensorOps } from "./tensor-ops.js";
import { tracer } from "./tracer.js";
import type { Frozen, Nested, ShapeOf, Transposed } from "./types.js";

/** What may stand where a Tensor is an operand: a plain number is a constant of the other operand's dtype. */
export type TensorLike = Tensor | number;

export interface Tensor extends TensorElementwise, TensorOps {}

const none: readonly never[] = Object.freeze([]);
let created = 0;

/** The id of the Tensor that was made last. */
export const lastId = (): number => created;

/**
 * Numbers in a shape that remember how they were computed, so that gradients can flow back through them.
 *
 * `tensor([[1, 2], [3, 4]])` makes a leaf, every op a result. The type carries the shape where it is known,
 * `Tensor<[2, 2]>`, so that shapes which do not fit are found by the compiler; `Tensor` is one of any shape.
 *
 * Ops never change their operands, and views (transpose, slice, broadcastTo, ...) are results as any other. A graph
 * keeps the numbers that it was computed from: writing to a leaf's `data` is seen by what is computed afterwards, and
 * changes nothing of what was computed before, neither results and views nor their gradients.
 */
export class Tensor<out S extends Shape = Shape> extends Shown {
  /** @internal The numbers, which no one writes. */
  strided: Strided;
  /** @internal The array that was handed out as `data`, if it was: the numbers as they are to be. */
  live: Floats | null = null;
  /** @internal The op that made it; null for a leaf. */
  readonly rule: Rule | null;
  /** The Tensors that the op was applied to, in order; empty for a leaf. */
  readonly inputs: readonly Tensor[];
  /** @internal The numbers of the inputs, as they were then. */
  readonly saved: readonly Strided[];
  /** @internal What else the op was given. */
  readonly options: unknown;
  /** @internal */
  needsGrad: boolean;
  /** d(root)/d(this) after `root.backward()`, of the same shape; null until a pass has reached it. */
  grad: Tensor<S> | null = null;
  /** A name for people. */
  label = "";
  /** Grows with creation: inputs have smaller ids than results. The identity of a Tensor. */
  readonly id: number = ++created;
  /** @internal The backward pass that last reached it, and the gradient that has arrived so far. */
  pass = 0;
  /** @internal */
  slot: Tensor | null = null;
  /** @internal */
  retains = false;

  /** @internal */
  constructor(
    strided: Strided,
    needsGrad = false,
    rule: Rule | null = null,
    inputs: readonly Tensor[] = none,
    saved: readonly Strided[] = none,
    options: unknown = none,
  ) {
    super();
    this.strided = strided;
    this.needsGrad = needsGrad;
    this.rule = rule;
    this.inputs = inputs;
    this.saved = saved;
    this.options = options;
  }

  /** The sizes of the dims, outermost first; [] for a single number. */
  get shape(): Frozen<S> {
    return this.strided.shape as never;
  }

  get dtype(): DType {
    return this.strided.dtype;
  }

  /** How many numbers. */
  get size(): number {
    return this.strided.size;
  }

  /** Whether no op made it, or none that was recorded. */
  get isLeaf(): boolean {
    return this.rule === null;
  }

  /** The name of the op that made it; "" for a leaf. */
  get op(): string {
    return this.rule?.name ?? "";
  }

  /** Whether gradients flow to it. A leaf's can be set; a result's is that of its inputs. */
  get requiresGrad(): boolean {
    return this.needsGrad;
  }

  set requiresGrad(requiresGrad: boolean) {
    if (typeof requiresGrad !== "boolean") {
      throw new TypeError(`Tensor.requiresGrad: expected true or false, got ${String(requiresGrad)}.`);
    }
    if (this.rule !== null && !requiresGrad) {
      throw new TypeError(
        `Tensor.requiresGrad: this is the result of ${this.op}; use detach() for one without.`,
      );
    }
    this.needsGrad = requiresGrad;
  }

  /**
   * The numbers, one after the other, in an array that stays this Tensor's: the same one each time. What is written to
   * a leaf's array counts for everything that is computed from then on; a result's must not be written to.
   * A leaf's can also be set, from as many numbers.
   */
  get data(): Floats {
    if (isRecording) throw recordingError("data", "Tensor");
    return this.ownData();
  }

  /** @internal */
  ownData(): Floats {
    if (this.live === null) {
      this.strided = contiguous(this.strided);
      this.live = backend.numbers(this.strided);
    }
    return this.live;
  }

  set data(data: ArrayLike<number>) {
    if (this.rule !== null) {
      throw new TypeError(
        `Tensor.data: this Tensor is the result of ${this.op}; set a leaf's data and compute again.`,
      );
    }
    checkNumbers("Tensor.data", this.shape, data);
    this.data.set(data);
  }

  /** @internal */
  numbersNow(): Floats {
    return this.live ?? backend.numbers(this.strided);
  }

  /** @internal The numbers for an op: what was written to `data` counts from here on. */
  get numbers(): Strided {
    if (tracer !== null && this.id <= tracer.lastId) return tracer.before(this);
    const { live } = this;
    if (live === null || !this.isWritten()) return this.strided;
    if (this.rule !== null) throw writtenError(this.op, this.shape);
    this.strided = frozen(live, this.strided.shape);
    return this.strided;
  }

  /** @internal Whether `data` holds other bits than the last op saw. */
  isWritten(): boolean {
    const { live, strided } = this;
    if (live === null) return false;
    for (let i = 0, at = strided.offset; i < live.length; i++, at++) {
      if (!Object.is(live[i], strided.data[at])) return true;
    }
    return false;
  }

  /** The matrix with rows and columns exchanged; of more than two dims the last two. A vector stays as it is. */
  get T(): Tensor<Transposed<S>> {
    return (this.shape.length < 2 ? this : (this as Tensor).transpose()) as never;
  }

  /** The numbers, when they are there: for backends that compute elsewhere. */
  read(): Promise<Floats> {
    if (isRecording) throw recordingError("read()", "Tensor");
    return this.live === null ? backend.read(this.strided) : Promise.resolve(this.live.slice());
  }

  /** The numbers in nested arrays; a plain number for shape []. */
  toArray<A extends Tensor>(this: A): Nested<ShapeOf<A>> {
    if (isRecording) throw recordingError("toArray()", "Tensor");
    return nest(this.numbersNow(), this.shape) as Nested<ShapeOf<A>>;
  }

  /** The number of a Tensor of one element. */
  item(): number {
    if (this.size !== 1) {
      throw new RangeError(
        `Tensor.item: the shape is ${show(this.shape)}, which holds ${this.size} numbers, not one.`,
      );
    }
    if (isRecording) throw recordingError("item()", "Tensor");
    return this.numbersNow()[0] as number;
  }

  /** The same numbers as a leaf: gradients stop here. */
  detach(): Tensor<S> {
    return new Tensor<S>(this.numbers);
  }

  /**
   * Computes d(this)/d(leaf) for every leaf with requiresGrad that this was computed from, and adds it to the leaf's
   * grad: twice gives exactly twice. A Tensor of more than one number needs a cotangent: what each is worth.
   *
   * No recursion: a hundred thousand ops in a row are fine. Gradients have the dtype and the shape of their Tensor.
   *
   * @throws if there is no cotangent for a shape with more than one number, naming the shape; if nothing requires a
   * gradient. Then no grad has changed.
   */
  backward(cotangent?: TensorLike, options: { readonly createGraph?: boolean } = {}): void {
    if (isRecording) throw recordingError("backward()", "Tensor");
    checkOptions("Tensor.backward", options, ["createGraph"]);
    backward(this, cotangent, createGraphOf("backward", options));
  }

  /** Keeps the gradient of a result: from the next pass on, `grad` is set as a leaf's is. Returns this. */
  retainGrad(): this {
    this.retains = true;
    return this;
  }

  /** Forgets the gradient: grad is null again. */
  zeroGrad(): void {
    this.grad = null;
  }

  /** @internal */
  get [isTensorKey](): true {
    return true;
  }

  static {
    install(Tensor.prototype);
  }
}

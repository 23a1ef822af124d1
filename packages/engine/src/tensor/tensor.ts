import type { TensorElementwise } from "../generated/tensor-methods.js";
import { refusal } from "../mode.js";
import { checkOptions } from "../options.js";
import { backward, createGraphOf } from "./backward.js";
import { hold, letGo } from "./home.js";
import { install } from "./install.js";
import { isTensorKey } from "./is-tensor.js";
import type { Rule } from "./rule.js";
import type { Shape } from "./shape.js";
import { Stored } from "./stored.js";
import type { Strided } from "./strided.js";
import type { TensorOps } from "./tensor-ops.js";
import type { Transposed } from "./types.js";

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
export class Tensor<out S extends Shape = Shape> extends Stored<S> {
  /** The Tensors that the op was applied to, in order; empty for a leaf. */
  readonly inputs: readonly Tensor[];
  /** @internal The numbers of the inputs, as they were then. */
  readonly saved: readonly Strided[];
  /** @internal What else the op was given. */
  readonly options: unknown;
  /** @internal */
  needsGrad: boolean;
  private gradient: Tensor<S> | null = null;
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
    super(strided, rule);
    this.needsGrad = needsGrad;
    this.inputs = inputs;
    this.saved = saved;
    this.options = options;
  }

  /** d(root)/d(this) after `root.backward()`, of the same shape; null until a pass has reached it. */
  get grad(): Tensor<S> | null {
    return this.gradient;
  }

  set grad(grad: Tensor<S> | null) {
    const before = this.gradient;
    this.gradient = grad;
    // Whatever else it was set to, the next backward() refuses.
    if (grad instanceof Tensor) hold(grad.strided);
    if (before instanceof Tensor) letGo(before.strided);
  }

  /** Whether no op made it, or none that was recorded. */
  get isLeaf(): boolean {
    return this.rule === null;
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

  /** The matrix with rows and columns exchanged; of more than two dims the last two. A vector stays as it is. */
  get T(): Tensor<Transposed<S>> {
    return (this.shape.length < 2 ? this : (this as Tensor).transpose()) as never;
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
    if (refusal) throw refusal("backward()", "Tensor");
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

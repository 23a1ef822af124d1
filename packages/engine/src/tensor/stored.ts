import { refusal } from "../mode.js";
import { type Backend, backend } from "./backend.js";
import { cpu } from "./cpu.js";
import type { DType, Floats } from "./dtype.js";
import { hold, homeOf, letGo } from "./home.js";
import { isTensor } from "./is-tensor.js";
import { nest } from "./nested.js";
import { checkNumbers, checkSameKind, writtenError } from "./operand.js";
import type { Rule } from "./rule.js";
import { type Shape, show } from "./shape.js";
import { Shown } from "./shown.js";
import { contiguous, filled, frozen, type Strided } from "./strided.js";
import type { Tensor } from "./tensor.js";
import { tracer } from "./tracer.js";
import type { Frozen, Nested, ShapeOf } from "./types.js";

/** A Tensor as far as it is numbers: where they are, how they are read and set. */
export abstract class Stored<out S extends Shape = Shape> extends Shown {
  /** @internal The numbers, which no one writes. */
  strided: Strided;
  /** @internal The array that was handed out as `data`, if it was: the numbers as they are to be. */
  live: Floats | null = null;
  /** @internal The op that made it; null for a leaf. */
  readonly rule: Rule | null;

  /** @internal */
  constructor(strided: Strided, rule: Rule | null) {
    super();
    this.strided = strided;
    this.rule = rule;
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

  /** The name of the op that made it; "" for a leaf. */
  get op(): string {
    return this.rule?.name ?? "";
  }

  /** The backend that keeps the numbers: `cpu` where they are in an array. */
  get backend(): Backend {
    return homeOf(this.strided) ?? cpu;
  }

  /**
   * The numbers, one after the other, in an array that stays this Tensor's: the same one each time. What is written to
   * a leaf's array counts for everything that is computed from then on; a result's must not be written to.
   *
   * A leaf's can also be set: from as many numbers, or from a Tensor of its shape and dtype, whose numbers stay where they
   * are. Numbers that a GPU keeps must have been read, by `await t.read()`, before they can be looked at, and the array is
   * another one when they have changed there.
   */
  get data(): Floats {
    if (refusal) throw refusal("data", "Tensor");
    return this.ownData();
  }

  /** @internal */
  ownData(): Floats {
    if (this.live === null) {
      if (homeOf(this.strided) === undefined) this.strided = contiguous(this.strided);
      this.live = backend.numbers(this.strided);
    }
    return this.live;
  }

  set data(data: ArrayLike<number> | Tensor) {
    if (this.rule !== null) {
      throw new TypeError(
        `Tensor.data: this Tensor is the result of ${this.op}; set a leaf's data and compute again.`,
      );
    }
    if (isTensor(data)) {
      checkSameKind("Tensor.data", this.strided, data.strided);
      if (homeOf(data.strided)) this.become(data.numbers);
      else this.data = data.numbersNow();
      return;
    }
    checkNumbers("Tensor.data", this.shape, data);
    if (homeOf(this.strided)) this.become(filled(this.strided, data));
    else this.ownData().set(data);
  }

  private become(numbers: Strided): void {
    const before = this.strided;
    this.strided = numbers;
    this.live = null;
    hold(numbers);
    letGo(before);
  }

  /** @internal */
  numbersNow(): Floats {
    return this.live ?? backend.numbers(this.strided);
  }

  /** @internal The numbers for an op: what was written to `data` counts from here on. */
  get numbers(): Strided {
    if (tracer !== null && (this as unknown as Tensor).id <= tracer.lastId)
      return tracer.before(this as unknown as Tensor);
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
    const home = homeOf(strided);
    const seen = home ? home.numbers(strided) : strided.data;
    for (let i = 0, at = home ? 0 : strided.offset; i < live.length; i++, at++) {
      if (!Object.is(live[i], seen[at])) return true;
    }
    return false;
  }

  /**
   * The numbers, as soon as they are there: for those that a GPU keeps. Afterwards `data`, `toArray()` and `item()` have them
   * too.
   */
  read(): Promise<Floats> {
    if (refusal) throw refusal("read()", "Tensor");
    return this.live === null ? backend.read(this.strided) : Promise.resolve(this.live.slice());
  }

  /** The numbers in nested arrays; a plain number for shape []. */
  toArray<A extends Tensor>(this: A): Nested<ShapeOf<A>> {
    if (refusal) throw refusal("toArray()", "Tensor");
    return nest(this.numbersNow(), this.shape) as Nested<ShapeOf<A>>;
  }

  /** The number of a Tensor of one element. */
  item(): number {
    if (this.size !== 1) {
      throw new RangeError(
        `Tensor.item: the shape is ${show(this.shape)}, which holds ${this.size} numbers, not one.`,
      );
    }
    if (refusal) throw refusal("item()", "Tensor");
    return this.numbersNow()[0] as number;
  }
}

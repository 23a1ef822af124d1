import type { OpName } from "@outgrad/ops";
import { backward } from "./backward.js";
import { paramCounts } from "./generated/codes.js";
import { methods, type OpMethods } from "./generated/methods.js";
import { grown, type Leaf } from "./leaf.js";
import { refusal } from "./mode.js";
import { numberError } from "./operand-error.js";
import { Printable } from "./printable.js";
import { CONSTANT, IMPORT, type Segment, STOP } from "./segment.js";
import { addShape, shapeOf } from "./shapes.js";
import { loose, plant, stop } from "./tape.js";

/** Anything that can stand where a Value can. */
export type Scalar = Value | number;

export interface Value extends OpMethods {}

const none: readonly never[] = Object.freeze([]);

/**
 * A number that remembers how it was computed, so that gradients can flow back through it.
 *
 * `value(2, "a")` makes a leaf; every method of the op table makes a result. A result is a thin view of a node in
 * typed arrays: the same surface and the same numbers as the one-screen engine in `@outgrad/engine/micro`, about
 * sixty times faster (npm run bench). A node gives the same handle each time that it is looked at through
 * `inputs`; compare a result that you kept with one found there by `id`.
 *
 * A result that you hold keeps its whole graph in memory, 36 to 52 bytes a node (bench/memory.mjs); a small graph
 * shares arrays with its neighbours, so at least 35 KB. `item()` and `detach()` copy the number and keep nothing.
 */
export class Value extends Printable {
  /** @internal The segment that the node is in; for a leaf, the one it was last imported into. */
  declare segment: Segment | null;
  /** @internal The place there; the id of a leaf that is only a number. */
  declare index: number;
  /** @internal Null for a node. A leaf without label, gradient and use is only its number. */
  declare leaf: Leaf | number | null;

  /** A leaf. Throws for anything that is not a number; NaN and infinities are numbers. */
  constructor(data: number, label?: string);
  /** @internal */
  constructor(data: number, label: string, segment: Segment, index: number);
  constructor(data: number, label = "", segment: Segment | null = null, index = 0) {
    super();
    this.segment = segment;
    this.index = index;
    if (segment !== null) {
      this.leaf = null;
    } else {
      if (typeof data !== "number") throw numberError("value", data);
      this.leaf = plant(this, data, label);
    }
  }

  /** The number. Only a leaf's can be set; a graph built before keeps using the number that it was built with. */
  get data(): number {
    if (refusal) throw refusal("data");
    const { leaf } = this;
    if (leaf === null) return this.at("data");
    return typeof leaf === "number" ? leaf : leaf.data;
  }

  set data(data: number) {
    if (typeof data !== "number") throw numberError("Value.data", data);
    if (refusal) throw refusal("data");
    if (this.leaf === null) {
      const what = this.op === "" ? "a constant" : `the result of ${this.op}`;
      throw new TypeError(`Value.data: this Value is ${what}; set a leaf's data and compute again.`);
    }
    if (typeof this.leaf === "number") this.leaf = data;
    else this.leaf.data = data;
    this.segment = null;
  }

  /**
   * d(root)/d(this) after `root.backward()`, 0 before. A leaf adds up the gradients of all passes since
   * `zeroGrad()`; a result holds that of the last pass that reached it; a constant has none and reads 0.
   */
  get grad(): number {
    const { leaf } = this;
    if (leaf !== null) return typeof leaf === "number" ? 0 : leaf.grad;
    return this.isConstant ? 0 : this.at("grad");
  }

  set grad(grad: number) {
    if (typeof grad !== "number") throw numberError("Value.grad", grad);
    if (this.leaf !== null) {
      const leaf = grown(this);
      leaf.grad = grad;
      leaf.hasGrad = true;
    } else {
      const segment = this.home;
      segment.grad[this.index] = grad;
      segment.reached[this.index] ||= -1;
    }
  }

  /** Whether a backward pass has reached this Value, or its grad was set, since zeroGrad(). */
  get hasGrad(): boolean {
    const { leaf } = this;
    if (leaf !== null) return typeof leaf !== "number" && leaf.hasGrad;
    return this.at("reached") !== 0 && !this.isConstant;
  }

  /** A name for people, drawn in graphs. */
  get label(): string {
    const { leaf } = this;
    if (leaf === null) return this.home.labels.get(this.index) ?? "";
    return typeof leaf === "number" ? "" : leaf.label;
  }

  set label(label: string) {
    if (this.leaf !== null) grown(this).label = label;
    else this.home.labels.set(this.index, label);
  }

  /** Whether this is a plain number of a formula, such as the 2 of x.mul(2): no gradient reaches it. */
  get isConstant(): boolean {
    if (this.leaf !== null) return false;
    const code = this.at("code");
    return code === CONSTANT || code === STOP;
  }

  /** The op that made this Value, "" for a leaf or a constant. */
  get op(): OpName | "" {
    return this.leaf !== null ? "" : shapeOf(this.at("code")).op;
  }

  /** The Values that the op was applied to, in order; the same one twice for x.mul(x). Empty for a leaf. */
  get inputs(): readonly Value[] {
    if (this.leaf !== null || this.isConstant) return none;
    const segment = this.home;
    remember(this);
    const operands = [segment.first[this.index] as number, segment.second[this.index] as number];
    return operands.slice(0, shapeOf(this.at("code")).args).map((index) => look(segment, index));
  }

  /** The op's parameters, such as a slope; empty for most. */
  get params(): readonly number[] {
    if (this.leaf !== null) return none;
    const { params } = shapeOf(this.at("code"));
    return Array.from(this.home.data.subarray(this.index - params, this.index));
  }

  /** Grows with creation: inputs have smaller ids than results. The identity of a Value. */
  get id(): number {
    const { leaf } = this;
    if (leaf === null) return (this.segment as Segment).firstId + this.index;
    return typeof leaf === "number" ? this.index : leaf.id;
  }

  /**
   * Computes d(this)/d(node) for every node that this was computed from, by the chain rule, youngest first.
   * Leaves add it to their grad: twice gives exactly twice. No recursion: a million nodes are fine.
   */
  backward(): void {
    if (refusal) throw refusal("backward()");
    remember(this);
    backward(this);
  }

  /** Sets grad to 0 and forgets that there was one. Only this Value; a Module has zeroGrad for all parameters. */
  zeroGrad(): void {
    if (typeof this.leaf === "number") return;
    this.grad = 0;
    if (this.leaf !== null) this.leaf.hasGrad = false;
    else this.home.reached[this.index] = 0;
  }

  /** A new leaf with the same number and label: gradients stop here. */
  detach(): Value {
    if (refusal) return stop(this);
    return loose(this.data, this.label);
  }

  /** The segment that an inner node is in. */
  private get home(): Segment {
    const segment = this.segment as Segment;
    if (segment.ended) throw segment.ended();
    return segment;
  }

  private at(array: "data" | "grad" | "code" | "reached"): number {
    return this.home[array][this.index] as number;
  }

  static {
    for (const [name, method] of Object.entries(methods)) {
      Object.defineProperty(Value.prototype, name, { value: method, configurable: true, writable: true });
      // An op's methods take what it has besides this; parameters have defaults, which do not count.
      addShape({ op: name as OpName, args: method.length + 1, params: paramCounts[name] ?? 0 });
    }
  }
}

/** The numbers that a result was computed from, as they were then: a leaf's data may have been set since. */
export function operandsThen({ segment, index }: Value): number[] {
  const { data, first, second, code } = segment as Segment;
  const operands = [data[first[index] as number], data[second[index] as number]] as number[];
  return operands.slice(0, shapeOf(code[index] as number).args);
}

/** A handle that somebody looks at becomes the one that `inputs` gives for its node from then on. */
function remember(handle: Value): void {
  const { segment, index, leaf } = handle;
  if (leaf === null && segment !== null && !segment.handles.has(index)) segment.handles.set(index, handle);
}

function look(segment: Segment, index: number): Value {
  if (segment.code[index] === IMPORT) {
    const value = segment.imported[segment.first[index] as number] as Value;
    return value.leaf !== null ? value : look(value.segment as Segment, value.index);
  }
  const known = segment.handles.get(index);
  if (known) return known;
  const handle = new Value(0, "", segment, index);
  segment.handles.set(index, handle);
  return handle;
}

/**
 * A leaf: a number to differentiate with respect to, with an optional label for graphs.
 *
 * @example
 * const a = value(2, "a");
 * a.square().backward();
 * a.grad // => 4
 */
export function value(data: number, label = ""): Value {
  return new Value(data, label);
}

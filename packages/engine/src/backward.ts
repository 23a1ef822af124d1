import { sweep } from "./generated/sweep.js";
import { grown, type Leaf } from "./leaf.js";
import { watcher } from "./mode.js";
import { CONSTANT, type Segment } from "./segment.js";
import { shapeOf } from "./shapes.js";
import { leaveAfterBackward } from "./tape.js";
import type { Value } from "./value.js";

let passes = 0;

/**
 * One backward pass: which nodes it has reached, and what waits.
 *
 * Floor: equals micro.ts bit for bit (test/same-bits.test.ts). Trick: operands are indices into arrays, so a pass
 * is a reverse sweep over each segment, youngest first, without a list of nodes. It buys about 30 times the speed
 * of the textbook's closures (bench/). It gives up: inner handles are views of nodes, not the nodes.
 */
class Pass {
  readonly number: number = ++passes;
  /** The leaves that were reached; what the pass found for each is its passGrad. */
  readonly leaves: Leaf[] = [];
  private readonly waiting: Segment[] = [];
  declare private readonly oldest: number;

  /** A pass that stays within the segments from number `oldest` on. */
  constructor(oldest = 0) {
    this.oldest = oldest;
  }

  run(root: Value): this {
    if (root.segment?.ended) throw root.segment.ended();
    this.arrive(root, 1);
    for (let segment = this.waiting.pop(); segment; segment = this.waiting.pop()) sweep(segment, this);
    watcher?.pass(root, (value) => (value.leaf === null ? value.grad : grown(value).passGrad));
    return this;
  }

  /** The gradient that an import starts from when the pass first reaches it: it goes on where it stands. */
  begin(segment: Segment, index: number): number {
    const value = segment.imported[segment.first[index] as number] as Value;
    if (value.leaf !== null) {
      const leaf = grown(value);
      return leaf.pass === this.number ? leaf.passGrad : 0;
    }
    const home = value.segment as Segment;
    return home.reached[value.index] === this.number ? (home.grad[value.index] as number) : 0;
  }

  /** An import's gradient is complete in this segment: hand it on to the leaf or the older segment. */
  leave(segment: Segment, index: number): void {
    this.arrive(segment.imported[segment.first[index] as number] as Value, segment.grad[index] as number);
  }

  /** The chain rule for an op that a user defined. */
  handOn(segment: Segment, k: number): void {
    const { code, first, second } = segment;
    shapeOf(code[k] as number).own?.hand(segment, k, first[k] as number, second[k] as number);
  }

  private arrive(value: Value, grad: number): void {
    if (value.leaf === null) {
      this.reach(value.segment as Segment, value.index, grad);
    } else {
      const leaf = grown(value);
      if (leaf.pass !== this.number) this.leaves.push(leaf);
      leaf.pass = this.number;
      leaf.passGrad = grad;
    }
  }

  private reach(segment: Segment, index: number, grad: number): void {
    if (segment.code[index] === CONSTANT) return;
    if (segment.serial < this.oldest) return;
    segment.grad[index] = grad;
    segment.reached[index] = this.number;
    const { waiting } = this;
    let place = waiting.length;
    while (place > 0 && (waiting[place - 1] as Segment).serial > segment.serial) place--;
    if (waiting[place - 1] === segment) {
      segment.highest = Math.max(segment.highest, index);
      segment.lowest = Math.min(segment.lowest, index);
    } else {
      segment.highest = segment.lowest = index;
      waiting.splice(place, 0, segment);
    }
  }
}

/** d(root)/d(node) for every node that root was computed from; leaves add it to what they have. */
export function backward(root: Value): void {
  const { leaves } = new Pass().run(root);
  // Only now do leaves change: each grows by the whole pass at once, so twice is exactly twice.
  for (const leaf of leaves) {
    leaf.grad += leaf.passGrad;
    leaf.hasGrad = true;
  }
  leaveAfterBackward();
}

/**
 * d(root)/d(leaf) for leaves that were made after segment number `oldest` was opened, undefined for those that root
 * does not depend on. Nothing that is older changes: no leaf's grad, and no result's.
 */
export function gradients(root: Value, leaves: readonly Value[], oldest: number): (number | undefined)[] {
  const { number } = new Pass(oldest).run(root);
  return leaves.map((value) => {
    const leaf = grown(value);
    return leaf.pass === number ? leaf.passGrad : undefined;
  });
}

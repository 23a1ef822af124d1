import type { Value } from "./value.js";

/** What a node's code says when it is not an op: a plain number, or a Value that lives outside the segment. */
export const CONSTANT = 0;
export const IMPORT = 1;

/** Segments never outgrow this, so closed ones can be freed while a long graph is still being built. */
export const largestSegment = 1 << 16;

let segments = 0;
let nodes = 0;

/**
 * A stretch of the graph as arrays: node k has a value, a gradient, an op code and two operands, which are
 * indices into the same segment. About 34 bytes a node, none of them visited by the garbage collector.
 *
 * A Value from outside (a leaf, or a result in an older segment) enters as an IMPORT node, whose `first` is its
 * place in `imported`. A segment is freed when no handle and no younger segment refers to it.
 */
export class Segment {
  /** Younger segments have greater numbers; what a node needs is never younger than the node. */
  readonly serial: number = segments++;
  /** The id of node 0; ids grow with creation over all segments. */
  readonly firstId: number = nodes;
  readonly data: Float64Array;
  readonly grad: Float64Array;
  readonly code: Uint16Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** The backward pass that last reached the node; 0 if none has. */
  readonly reached: Float64Array;
  readonly imported: Value[] = [];
  /** Where results of older segments were imported, by id. */
  readonly importedAt: Map<number, number> = new Map();
  /** The handles given out for looking at, so that the same node always gives the same handle. */
  readonly handles: Map<number, Value> = new Map();
  readonly labels: Map<number, string> = new Map();
  /** The span of nodes that the current pass has reached and not yet swept. */
  lowest = 0;
  highest = 0;

  constructor(capacity: number) {
    this.data = new Float64Array(capacity);
    this.grad = new Float64Array(capacity);
    this.code = new Uint16Array(capacity);
    this.first = new Int32Array(capacity);
    this.second = new Int32Array(capacity);
    this.reached = new Float64Array(capacity);
  }

  /** Called once, when the segment is closed: the next segment's ids go on from here. */
  close(length: number): void {
    nodes = this.firstId + length;
  }
}

import { staleError } from "./stale.js";
import type { Value } from "./value.js";

/** What a node's code says when it is not an op: a plain number, or a Value that lives outside the segment. */
export const CONSTANT = 0;
export const IMPORT = 1;
/** A number that no gradient flows through: only recordings for compile have them. */
export const STOP = 2;

let segments = 0;

/** The arrays that segments lie in: 34 bytes a node, none of them visited by the garbage collector. */
export class Columns {
  declare readonly data: Float64Array;
  declare readonly grad: Float64Array;
  declare readonly code: Uint16Array;
  declare readonly first: Int32Array;
  declare readonly second: Int32Array;
  declare readonly reached: Float64Array;

  constructor(capacity: number) {
    this.data = new Float64Array(capacity);
    this.grad = new Float64Array(capacity);
    this.code = new Uint16Array(capacity);
    this.first = new Int32Array(capacity);
    this.second = new Int32Array(capacity);
    this.reached = new Float64Array(capacity);
  }
}

/**
 * A stretch of the graph as arrays: node k has a value, a gradient, an op code and two operands, which are
 * indices into the same segment. Several segments may lie in the same columns, one after the other.
 *
 * A Value from outside (a leaf, or a result in an older segment) enters as an IMPORT node, whose `first` is its
 * place in `imported`. A segment is freed when no handle and no younger segment refers to it.
 */
export class Segment {
  /** Younger segments have greater numbers; what a node needs is never younger than the node. */
  readonly serial: number = segments++;
  /** The index of the first node, and the one after the last when the segment is closed. */
  declare readonly start: number;
  length = 0;
  /** The id of node k is this plus k; ids grow with creation over all segments. */
  declare firstId: number;
  declare data: Float64Array;
  declare grad: Float64Array;
  declare code: Uint16Array;
  declare first: Int32Array;
  declare second: Int32Array;
  /** The backward pass that last reached the node; 0 if none has. */
  declare reached: Float64Array;
  readonly imported: Value[] = [];
  /** Where results of older segments were imported, by id. */
  readonly importedAt: Map<number, number> = new Map();
  /** The handles given out for looking at, so that the same node always gives the same handle. */
  readonly handles: Map<number, Value> = new Map();
  readonly labels: Map<number, string> = new Map();
  /** The span of nodes that the current pass has reached and not yet swept. */
  lowest = 0;
  highest = 0;
  /** Once its arena has ended, and other nodes may be in the columns: the sentence about that. */
  ended: (() => Error) | null = null;

  constructor(columns: Columns, start: number, firstId: number) {
    this.start = start;
    this.firstId = firstId;
    this.data = columns.data;
    this.grad = columns.grad;
    this.code = columns.code;
    this.first = columns.first;
    this.second = columns.second;
    this.reached = columns.reached;
  }

  /** Nothing follows node `length - 1`. A leaf must not keep alive a segment that it was merely used in. */
  close(length: number): void {
    this.length = length;
    for (const value of this.imported)
      if (value.leaf !== null && value.segment === this) value.segment = null;
  }
}

const nowhere = /* @__PURE__ */ new Columns(0);

/** Gives a segment's nodes back to the columns: from now on every handle to one of them is stale. */
export function endSegment(segment: Segment): void {
  segment.grad.fill(0, segment.start, segment.length);
  segment.reached.fill(0, segment.start, segment.length);
  segment.ended = staleError;
  Object.assign(segment, nowhere);
  segment.handles.clear();
  segment.labels.clear();
  segment.importedAt.clear();
  segment.imported.length = 0;
}

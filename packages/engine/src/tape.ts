import { Leaf } from "./leaf.js";
import { numberError, operandError } from "./operand-error.js";
import { CONSTANT, IMPORT, largestSegment, Segment } from "./segment.js";
import { type Scalar, Value } from "./value.js";

// The open segment, where new nodes go. Its arrays are module variables because every op reads them.
const smallestSegment = 1 << 10;
/** An op records at most two imports or constants for its arguments, its parameters, and itself. */
const roomForOneOp = 16;
/** A segment with fewer nodes is shared by many small graphs; a longer one is closed by backward(). */
const worthCutting = 1 << 11;

let segment = new Segment(smallestSegment);
let length = 0;
let limit = smallestSegment - roomForOneOp;
/** What happens to a new result: it is recorded, or becomes a leaf, or is recorded and looked at. */
type Mode = "record" | "forget" | "watch";
let mode: Mode = "record";
let watcher: ((result: Value) => void) | undefined;
/** The values of the open segment's nodes. */
export let data: Float64Array = segment.data;

/** Closes the open segment and opens one that holds `capacity` nodes. */
function cut(capacity: number): void {
  // A leaf must not keep alive a segment that it was merely used in.
  for (const value of segment.imported) if (value.leaf && value.segment === segment) value.segment = null;
  segment.close(length);
  const room = Math.min(largestSegment, Math.max(smallestSegment, capacity));
  segment = new Segment(room);
  data = segment.data;
  length = 0;
  limit = room - roomForOneOp;
}

/** After a backward pass the graph is usually done with: the next one gets a segment of its own, as large. */
export function cutAfterBackward(): void {
  if (length > worthCutting) cut(length + (length >> 3));
}

/** Opens a segment for what comes next, and gives its number: everything before is in older ones. */
export function freshSegment(): number {
  if (length > 0) cut(smallestSegment);
  return segment.serial;
}

/** The id that the next node will have. */
export const nextId = (): number => segment.firstId + length;

function push(code: number, value: number, first: number, second: number): number {
  const index = length++;
  segment.code[index] = code;
  data[index] = value;
  segment.first[index] = first;
  segment.second[index] = second;
  return index;
}

/** The first operand's index in the open segment, which then has room for the whole op. */
export function enter(value: Value): number {
  if (length > limit) cut(2 * length);
  return value.segment === segment ? value.index : bring(value);
}

/** A further operand's index in the open segment; a plain number becomes a constant. */
export function operand(found: Scalar, op: string): number {
  if (typeof found === "number") return push(CONSTANT, found, 0, 0);
  if (!(found instanceof Value)) throw operandError(op, found);
  return found.segment === segment ? found.index : bring(found);
}

/** Records a parameter; an op's parameters are the nodes right before it. */
export function parameter(found: number, op: string, name: string): void {
  if (typeof found !== "number") throw numberError(`Value.${op}, ${name}`, found);
  push(CONSTANT, found, 0, 0);
}

/** Records an op with result y, and gives the handle to it. Under noGrad the result is a leaf without history. */
export function record(code: number, y: number, first: number, second: number): Value {
  if (mode === "forget") return new Value(y);
  const result = new Value(y, "", segment, push(code, y, first, second));
  if (mode === "watch") watcher?.(result);
  return result;
}

/** Makes a leaf: it is imported at once, because it is usually needed next. */
export function plant(handle: Value, value: number, label: string): Leaf {
  if (length > limit) cut(2 * length);
  const leaf = new Leaf(value, label, nextId());
  handle.segment = segment;
  handle.index = push(IMPORT, value, segment.imported.push(handle) - 1, 0);
  return leaf;
}

/** Makes a constant: a plain number that stands where a Value is needed. */
export function constant(value: number): Value {
  if (length > limit) cut(2 * length);
  return new Value(value, "", segment, push(CONSTANT, value, 0, 0));
}

/** Imports a leaf (anew when its data has changed) or a result of an older segment. */
function bring(value: Value): number {
  const { leaf } = value;
  if (leaf !== null) {
    value.segment = segment;
    value.index = push(IMPORT, leaf.data, segment.imported.push(value) - 1, 0);
    return value.index;
  }
  const known = segment.importedAt.get(value.id);
  if (known !== undefined) return known;
  const index = push(IMPORT, value.data, segment.imported.push(value) - 1, 0);
  segment.importedAt.set(value.id, index);
  return index;
}

/**
 * Runs `body` without recording: its results are leaves without history, for evaluating a trained model or
 * changing parameters. Returns what `body` returns. The mode before comes back when it returns or throws; of an
 * async body only the part before its first `await` is covered.
 *
 * @example
 * const w = value(3);
 * const y = noGrad(() => w.mul(2));
 * y.inputs.length // => 0
 */
export function noGrad<Result>(body: () => Result): Result {
  return inMode("forget", watcher, body);
}

/** Runs `body` recording, wherever it is called from: a derivative is asked for. */
export function recordAlways<Result>(body: () => Result): Result {
  return inMode(watcher ? "watch" : "record", watcher, body);
}

/** Runs `body` with every new result shown to `look`, which may throw. */
export function watch<Result>(look: (result: Value) => void, body: () => Result): Result {
  return inMode(mode === "forget" ? mode : "watch", look, body);
}

/** Whether results are being watched. */
export const isWatched = (): boolean => watcher !== undefined;

function inMode<Result>(wanted: Mode, look: typeof watcher, body: () => Result): Result {
  const before = [mode, watcher] as const;
  [mode, watcher] = [wanted, look];
  try {
    return body();
  } finally {
    [mode, watcher] = before;
  }
}

import { grown, Leaf } from "./leaf.js";
import { mode, stopping, watcher } from "./mode.js";
import { numberError, operandError } from "./operand-error.js";
import { CONSTANT, Columns, IMPORT, Segment, STOP } from "./segment.js";
import { type Scalar, Value } from "./value.js";

/** Where segments find columns. */
export interface Memory {
  /** Columns for a graph of about this many nodes. */
  columns(size: number): Columns;
  /** Told of each segment that is opened. */
  opened(segment: Segment): void;
}

/** The point at which recording goes on. */
export interface Place {
  readonly memory: Memory;
  readonly columns: Columns;
  /** How many nodes of the columns are taken. */
  readonly length: number;
}

const smallestColumns = 1 << 10;
/** Columns never outgrow this, so closed segments can be freed while a long graph is still being built. */
const largestColumns = 1 << 16;
/** An op records at most two imports or constants for its arguments, its parameters, and itself. */
const roomForOneOp = 16;
/** Columns with fewer nodes are shared by many small graphs; longer ones are left by backward(). */
const worthLeaving = 1 << 11;

/** Columns that the garbage collector frees. */
const heap: Memory = {
  columns: (size) => new Columns(Math.min(largestColumns, Math.max(smallestColumns, size))),
  opened() {},
};

// The open segment, where new nodes go. Its arrays are module variables because every op reads them.
let memory = heap;
let columns = heap.columns(smallestColumns);
let segment = new Segment(columns, 0, 0);
let length = 0;
let limit = smallestColumns - roomForOneOp;
/** The values of the open segment's nodes. */
export let data: Float64Array = segment.data;

/** Closes the open segment and opens one whose first node is node `start` of `into`. */
function open(into: Columns, start: number, id = nextId()): void {
  segment.close(length);
  columns = into;
  segment = new Segment(columns, start, id - start);
  data = segment.data;
  length = start;
  limit = data.length - roomForOneOp;
  memory.opened(segment);
}

/** Goes on in other columns. */
function move(size: number): void {
  open(memory.columns(size), 0);
}

/** Where recording stands. */
export const here = (): Place => ({ memory, columns, length });

/** Records from now on at `place`. */
export function goTo(place: Place): void {
  memory = place.memory;
  open(place.columns, place.length);
}

/** After a backward pass the graph is usually done with: the next one gets columns of its own, as large. */
export function leaveAfterBackward(): void {
  if (memory === heap && length > worthLeaving) move(length + (length >> 3));
}

/** Opens a segment for what comes next, and gives its number: everything before is in older ones. */
export function freshSegment(): number {
  if (length > segment.start) open(columns, length);
  return segment.serial;
}

/** A closed segment of `size` nodes for a program that is computed again and again. */
export function setAside(size: number): Segment {
  const aside = new Segment(new Columns(size), 0, nextId());
  aside.close(size);
  open(columns, length, aside.firstId + size);
  return aside;
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
  if (length > limit) move(2 * length);
  return value.segment === segment ? value.index : bring(value, length);
}

/** A further operand's index in the open segment; a plain number becomes a constant. */
export function operand(found: Scalar, op: string): number {
  if (typeof found === "number")
    return mode === "forget" ? lend(found, length + 1) : push(CONSTANT, found, 0, 0);
  // Only a Value has a segment, and most operands are in the open one.
  if ((found as Value | undefined)?.segment === segment) return found.index;
  if (!(found instanceof Value)) throw operandError(op, found);
  return bring(found, length + 1);
}

/** The Value as a node of the recording: a leaf is imported. */
export function node(value: Value): Value {
  return value.leaf === null ? value : new Value(0, "", segment, enter(value));
}

/** Records a parameter; an op's parameters are the nodes right before it. */
export function parameter(found: number, op: string, name: string): void {
  if (typeof found !== "number") throw numberError(`Value.${op}, ${name}`, found);
  if (mode !== "forget") push(CONSTANT, found, 0, 0);
}

/** Records an op with result y, and gives the handle to it. Under noGrad the result is a leaf without history. */
export function record(code: number, y: number, first: number, second: number): Value {
  if (mode === "forget") return new Value(y);
  const result = new Value(y, "", segment, push(code, y, first, second));
  if (mode === "watch") watcher?.result(result);
  return stopping ? stop(result) : result;
}

/** The same number, through which no gradient flows; for a recording, where a leaf would be a number of now. */
export function stop(value: Value): Value {
  const index = enter(value);
  return new Value(0, "", segment, push(STOP, data[index] as number, index, index));
}

/** Makes a leaf. When it may be recorded it is imported at once, because it is usually needed next. */
export function plant(handle: Value, value: number, label: string): Leaf | number {
  if (length > limit) move(2 * length);
  const id = nextId();
  if (mode === "forget" || isLoose) {
    // Only the id is taken: as long as the segment is empty, its ids can move on.
    if (length === segment.start) segment.firstId++;
    else push(CONSTANT, value, 0, 0);
    if (label !== "") return new Leaf(value, label, id);
    handle.index = id;
    return value;
  }
  const leaf = new Leaf(value, label, id);
  handle.segment = segment;
  handle.index = push(IMPORT, value, segment.imported.push(handle) - 1, 0);
  return leaf;
}

let isLoose = false;

/** A leaf that is made to be kept rather than used. */
export function loose(value: number, label: string): Value {
  isLoose = true;
  try {
    return new Value(value, label);
  } finally {
    isLoose = false;
  }
}

/** Makes a constant: a plain number that stands where a Value is needed. */
export function constant(value: number): Value {
  if (length > limit) move(2 * length);
  return new Value(value, "", segment, push(CONSTANT, value, 0, 0));
}

/** Puts a number where it can be read until the next op, in a node that is not taken yet. */
function lend(found: number, spare: number): number {
  data[spare] = found;
  return spare;
}

/** Imports a leaf (anew when its data has changed) or a result of an older segment. */
function bring(value: Value, spare: number): number {
  if (mode === "forget") return lend(value.data, spare);
  if (value.leaf !== null) {
    const leaf = grown(value);
    leaf.imported();
    value.segment = segment;
    value.index = push(IMPORT, leaf.data, segment.imported.push(value) - 1, 0);
    return value.index;
  }
  if (value.segment?.ended) throw value.segment.ended();
  const known = segment.importedAt.get(value.id);
  if (known !== undefined) return known;
  const result = (value.segment as Segment).data[value.index] as number;
  const index = push(IMPORT, result, segment.imported.push(value) - 1, 0);
  segment.importedAt.set(value.id, index);
  return index;
}

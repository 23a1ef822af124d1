import { IMPORT } from "../../segment.js";
import { shapeCount, shapeOf } from "../../shapes.js";
import type { Program } from "../program.js";
import { Interner } from "./interner.js";
import { keyOf } from "./number-key.js";

/** Fewer nodes of a kind than this are not worth a row. */
const fewest = 4;

/** The nodes of a program sorted into rows of lanes that compute the same expression. */
export interface Groups {
  /** The group of each node, or -1 for a node that stands alone. */
  readonly group: Int32Array;
  /** The place of each node in its group, in creation order. */
  readonly lane: Int32Array;
  /** The nodes of group g: members[starts[g]] to members[starts[g + 1] - 1]. */
  readonly members: Int32Array;
  readonly starts: Int32Array;
}

/**
 * Finds the rows. Two nodes are of one class if their ops are the same and their operands' classes are. First every
 * leaf from `from` to `to` (those that get a gradient) is a class of its own, and all other leaves and constants, the
 * data, are one: so the same weight is used across a row, and each lane is a sample. What is left alone by that, such
 * as a penalty on every weight, is sorted again with those leaves as one class: each lane is a weight.
 *
 * All nodes of a class are as deep, so no row can need itself.
 */
export function groupsOf(program: Program, from: number, to: number): Groups {
  const { segment, length, inputs, captured, reached } = program;
  const { code, first, second, data } = segment;
  const leaves = inputs + captured.length;
  const interner = new Interner();
  const paramCounts = Uint8Array.from({ length: shapeCount() }, (_, op) => shapeOf(op).params);
  const paramNumbers = new Map<number | string, number>();
  const numberOf = (param: number): number => {
    const key = keyOf(param);
    const known = paramNumbers.get(key) ?? paramNumbers.size;
    paramNumbers.set(key, known);
    return known;
  };
  const classOf = (k: number, a: number, b: number): number => {
    const op = code[k] as number;
    // A lane that no gradient reaches must not hand on 0 times an infinite derivative.
    let found = interner.intern(reached[k] === 1 ? op : -1 - op, a, b);
    for (let p = paramCounts[op] as number; p > 0; p--)
      found = interner.intern(-2, found, numberOf(data[k - p] as number));
    return found;
  };

  const DATA = interner.intern(-1, -1, -1);
  const LEAF = interner.intern(-1, -2, -2);
  const classes = new Int32Array(length);
  for (let k = from; k < to; k++) classes[k] = interner.intern(-1, k, 0);
  const counts = new Int32Array(2 * length + leaves + 2);
  const varies = new Uint8Array(counts.length);
  varies[DATA] = 1;
  for (let k = leaves; k < length; k++) {
    if ((code[k] as number) <= IMPORT) continue;
    const a = classes[first[k] as number] as number;
    const b = classes[second[k] as number] as number;
    const found = classOf(k, a, b);
    classes[k] = found;
    counts[found] = (counts[found] as number) + 1;
    varies[found] = (varies[a] as number) | (varies[b] as number);
  }

  // The second sorting, of those left alone.
  const isRow = (found: number): boolean => (counts[found] as number) >= fewest && varies[found] === 1;
  const alone: number[] = [];
  for (let k = leaves; k < length; k++) {
    if ((code[k] as number) > IMPORT && !isRow(classes[k] as number)) alone.push(k);
  }
  for (const k of alone) counts[classes[k] as number] = 0;
  classes.fill(LEAF, from, to);
  for (const k of alone) {
    const found = classOf(k, classes[first[k] as number] as number, classes[second[k] as number] as number);
    classes[k] = found;
    counts[found] = (counts[found] as number) + 1;
  }
  return numbered(classes, counts.subarray(0, interner.count), code, length);
}

/** Gives the classes that are large enough rows of members. */
function numbered(classes: Int32Array, counts: Int32Array, code: Uint16Array, length: number): Groups {
  const groupOfClass = new Int32Array(counts.length).fill(-1);
  const starts: number[] = [0];
  for (let found = 0; found < counts.length; found++) {
    const size = counts[found] as number;
    if (size >= fewest) groupOfClass[found] = starts.push((starts.at(-1) as number) + size) - 2;
  }
  const group = new Int32Array(length).fill(-1);
  const lane = new Int32Array(length);
  const members = new Int32Array(starts.at(-1) as number);
  const next = Int32Array.from(starts);
  for (let k = 0; k < length; k++) {
    if ((code[k] as number) <= IMPORT) continue;
    const g = groupOfClass[classes[k] as number] as number;
    if (g < 0) continue;
    const place = next[g] as number;
    next[g] = place + 1;
    group[k] = g;
    lane[k] = place - (starts[g] as number);
    members[place] = k;
  }
  return { group, lane, members, starts: Int32Array.from(starts) };
}

import { grown } from "../leaf.js";
import { CONSTANT, IMPORT, type Segment, STOP } from "../segment.js";
import { shapeCount, shapeOf } from "../shapes.js";
import { freshSegment, setAside } from "../tape.js";
import type { Value } from "../value.js";

/**
 * A recorded computation in one piece: the nodes that its outputs need, in creation order, in a segment of its own.
 * The leaves come first, those of the arguments before those that the function found outside, then the constants.
 * Whoever computes the program again writes into the segment's arrays, and every handle to its nodes shows the new
 * numbers.
 */
export interface Program {
  readonly segment: Segment;
  readonly length: number;
  /** How many leaves stand for the arguments: nodes 0, 1, ... */
  readonly inputs: number;
  /** The leaves from outside; their nodes follow those of the arguments. */
  readonly captured: readonly Value[];
  readonly outputs: Int32Array;
  /** The nodes that a gradient flows to: those on a way from the result, if it is one number. */
  readonly reached: Uint8Array;
}

/** When a recording began: the number of its first segment, and the id of its first node. */
export interface Beginning {
  readonly segment: number;
  readonly id: number;
}

/**
 * The program that computes `outputs` from `inputs`, of a recording. Other leaves that were made while it was recorded
 * are constants.
 *
 * @throws if it needs a result that was computed before, or a leaf was set while it was recorded.
 */
export function programOf(outputs: readonly Value[], inputs: readonly Value[], from: Beginning): Program {
  freshSegment();
  const pieces = needed(outputs, from.segment);
  const captured = leavesOf(pieces, inputs, from.id);
  const places = new Map([...inputs, ...captured].map((leaf, i) => [leaf, i]));
  // Constants come before all ops: then the nodes of a dot product follow each other. Parameters stay with their op.
  const constants = pieces.map(({ constants, imports, segment }) => {
    const inner = imports.filter((k) => !isMoved(segment, k, places));
    return inner.length === 0 ? constants : [...constants, ...inner].sort((a, b) => a - b);
  });
  const length =
    places.size + pieces.reduce((sum, { others }, i) => sum + others + (constants[i] as number[]).length, 0);
  const whole = setAside(length);
  const { data, code, first, second } = whole;
  for (const leaf of [...inputs, ...captured]) {
    const at = whole.imported.push(leaf) - 1;
    data[at] = grown(leaf).data;
    code[at] = IMPORT;
    first[at] = at;
  }
  let next = places.size;
  pieces.forEach(({ segment, moved }, i) => {
    for (const k of constants[i] as number[]) {
      data[next] = segment.data[k] as number;
      moved[k] = next++;
    }
  });
  for (const { segment, kept, moved, imports } of pieces) {
    for (const k of imports) {
      if (isMoved(segment, k, places)) {
        moved[k] = placeOf(segment.imported[segment.first[k] as number] as Value, places, pieces);
      }
    }
    const { data: oldData, code: oldCode, first: oldFirst, second: oldSecond, start, length: end } = segment;
    for (let k = start; k < end; k++) {
      const keep = kept[k] as number;
      const op = oldCode[k] as number;
      if (keep === 0 || (keep === OPERAND && op <= IMPORT)) continue;
      moved[k] = next;
      data[next] = oldData[k] as number;
      if (op !== CONSTANT) {
        code[next] = op;
        first[next] = moved[oldFirst[k] as number] as number;
        second[next] = moved[oldSecond[k] as number] as number;
      }
      next++;
    }
    for (const [k, label] of segment.labels) if (kept[k]) whole.labels.set(moved[k] as number, label);
  }
  const at = Int32Array.from(outputs, (output) => placeOf(output, places, pieces));
  const reached = reachedFrom(at, whole, length);
  return { segment: whole, length, inputs: inputs.length, captured, outputs: at, reached };
}

function reachedFrom(outputs: Int32Array, { code, first, second }: Segment, length: number): Uint8Array {
  const reached = new Uint8Array(length);
  if (outputs.length === 1) reached[outputs[0] as number] = 1;
  for (let k = length - 1; k >= 0; k--) {
    if (reached[k] === 0 || (code[k] as number) <= STOP) continue;
    reached[first[k] as number] = 1;
    reached[second[k] as number] = 1;
  }
  return reached;
}

/** What a kept node is for: to be computed with, or to stand before its op as a parameter. */
const OPERAND = 1;
const PARAMETER = 2;

/** A segment of the recording: which of its nodes are needed, and where in the program they go. */
interface Piece {
  readonly segment: Segment;
  readonly kept: Uint8Array;
  readonly moved: Int32Array;
  /** The constants and the imports that are needed, youngest first. */
  readonly constants: number[];
  readonly imports: number[];
  /** How many other nodes are. */
  others: number;
}

/** The segments that the outputs need, oldest first. */
function needed(outputs: readonly Value[], oldest: number): Piece[] {
  const pieces: Piece[] = [];
  const keep = (value: Value): void => {
    if (value.leaf !== null) return;
    const segment = value.segment as Segment;
    if (segment.serial < oldest) {
      throw new Error(
        `compile: the function uses ${value}, the result of ${value.op || "a constant"} computed outside of it; compute it ` +
          "inside, or hand in its detach().",
      );
    }
    pieceOf(segment, pieces).kept[value.index] = OPERAND;
  };
  for (const output of outputs) keep(output);
  const params = Uint8Array.from({ length: shapeCount() }, (_, code) => shapeOf(code).params);
  // What a node needs is never younger than the node; `keep` may add older pieces before those not yet walked.
  for (let walked = 0; walked < pieces.length; walked++) {
    const piece = pieces[pieces.length - 1 - walked] as Piece;
    const { segment, kept, constants, imports } = piece;
    const { code, first, second, start } = segment;
    let others = 0;
    for (let k = segment.length - 1; k >= start; k--) {
      const keep = kept[k] as number;
      if (keep === 0) continue;
      const op = code[k] as number;
      if (op > IMPORT) {
        kept[first[k] as number] = OPERAND;
        kept[second[k] as number] = OPERAND;
        for (let p = params[op] as number; p > 0; p--) kept[k - p] = PARAMETER;
        others++;
      } else if (keep === PARAMETER) others++;
      else if (op === CONSTANT) constants.push(k);
      else imports.push(k);
    }
    piece.others = others;
    for (const k of imports) keep(segment.imported[first[k] as number] as Value);
  }
  return pieces;
}

/** The piece for a segment, put in its place by age. */
function pieceOf(segment: Segment, pieces: Piece[]): Piece {
  let place = pieces.length;
  while (place > 0 && (pieces[place - 1] as Piece).segment.serial > segment.serial) place--;
  const known = pieces[place - 1];
  if (known?.segment === segment) return known;
  const size = segment.length;
  const piece: Piece = {
    segment,
    kept: new Uint8Array(size),
    moved: new Int32Array(size),
    constants: [],
    imports: [],
    others: 0,
  };
  pieces.splice(place, 0, piece);
  return piece;
}

/** Whether a node stands for one of the program's leaves, or a result of another segment. */
function isMoved({ code, first, imported }: Segment, k: number, places: ReadonlyMap<Value, number>): boolean {
  if (code[k] !== IMPORT) return false;
  const value = imported[first[k] as number] as Value;
  return value.leaf === null || places.has(value);
}

/** The leaves from outside that are used, in the order of their first use. */
function leavesOf(pieces: readonly Piece[], inputs: readonly Value[], firstId: number): Value[] {
  const known = new Set(inputs);
  const found: Value[] = [];
  for (const { segment, imports } of pieces) {
    for (const k of imports.toReversed()) {
      const value = segment.imported[segment.first[k] as number] as Value;
      if (value.leaf === null) continue;
      if (!Object.is(segment.data[k], grown(value).data)) {
        throw new Error(
          `compile: the function sets the data of the leaf ${value}, or of one that it has used before; update ` +
            "parameters outside of it.",
        );
      }
      if (known.has(value)) continue;
      known.add(value);
      if (value.id < firstId) found.push(value);
    }
  }
  return found;
}

function placeOf(value: Value, places: ReadonlyMap<Value, number>, pieces: Piece[]): number {
  if (value.leaf !== null) return places.get(value) as number;
  return pieceOf(value.segment as Segment, pieces).moved[value.index] as number;
}

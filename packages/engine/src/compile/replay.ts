import { ADD, MUL } from "../generated/codes.js";
import { backward, DOT, forward, RECORD, type Records } from "../generated/replay.js";
import { IMPORT, type Segment } from "../segment.js";
import { shapeOf } from "../shapes.js";
import type { Executable } from "./executable.js";
import type { Program } from "./program.js";
import { usesOf } from "./uses.js";

/**
 * The program computed again in its own arrays, node after node.
 *
 * Floor: equals value.ts bit for bit (test/compile/same-bits.test.ts). Trick: the recorded arrays are the program, so
 * nothing is allocated, and a dot product is one record. It buys about ten times the speed of Value (bench/). It
 * gives up nothing: every node's data and grad can be looked at after each run.
 */
export function replay(program: Program): Executable {
  const { segment, inputs, captured, outputs, reached } = program;
  const { data, grad } = segment;
  const all = recordsOf(program);
  const differentiated = { ...all, records: reachedOf(all.records, reached) };
  const leaves = inputs + captured.length;
  return {
    leaves: data.subarray(0, leaves),
    gradients: grad.subarray(0, leaves),
    forward: () => forward(all),
    backward: () => {
      grad.fill(0);
      grad[outputs[0] as number] = 1;
      backward(differentiated);
    },
    output: (index) => data[outputs[index] as number] as number,
  };
}

function recordsOf(program: Program): Records {
  const { segment, length } = program;
  const { data, grad, code, first, second } = segment;
  const uses = usesOf(program);
  const records = new Int32Array(RECORD * length);
  const factors = new Int32Array(length);
  const before = (product: number): number => sumBefore(segment, uses, product);
  let r = 0;
  let f = 0;
  for (let k = 0; k < length; k++) {
    const op = code[k] as number;
    if (op <= IMPORT) continue;
    const start = before(k);
    records[r + 1] = k;
    if (start < 0) {
      records[r] = op;
      records[r + 2] = first[k] as number;
      records[r + 3] = second[k] as number;
    } else {
      records[r] = DOT;
      records[r + 2] = start;
      records[r + 3] = f;
      do {
        factors[f++] = first[k] as number;
        factors[f++] = second[k] as number;
        k += 2;
      } while (uses[k - 1] === 1 && before(k) === k - 1);
      k--;
      records[r + 4] = (f - (records[r + 3] as number)) / 2;
    }
    r += RECORD;
  }
  return {
    records: records.slice(0, r),
    factors: factors.slice(0, f),
    data,
    grad,
    code,
    compute: (op, k, i, j) => shapeOf(op).own?.compute(segment, k, i, j),
    hand: (op, k, i, j) => shapeOf(op).own?.hand(segment, k, i, j),
  };
}

/** The records that a gradient comes to: elsewhere 0 times an infinite derivative would make a NaN. */
function reachedOf(records: Int32Array, reached: Uint8Array): Int32Array {
  const isReached = (r: number): boolean => reached[records[r + 1] as number] === 1;
  let kept = 0;
  for (let r = 0; r < records.length; r += RECORD) if (isReached(r)) kept += RECORD;
  if (kept === records.length) return records;
  const found = new Int32Array(kept);
  for (let r = 0, to = 0; r < records.length; r += RECORD) {
    if (!isReached(r)) continue;
    found.set(records.subarray(r, r + RECORD), to);
    to += RECORD;
  }
  return found;
}

/** The other term of the sum that node `product` is used in, if it is a product that only the next node uses; else -1. */
function sumBefore({ code, first, second }: Segment, uses: Uint8Array, product: number): number {
  const sum = product + 1;
  if (code[product] !== MUL || code[sum] !== ADD || uses[product] !== 1) return -1;
  const a = first[sum] as number;
  const b = second[sum] as number;
  if (a === b) return -1;
  return a === product ? b : b === product ? a : -1;
}

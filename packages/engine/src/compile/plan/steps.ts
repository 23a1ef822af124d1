import type { Program } from "../program.js";
import { A_LANES, GATHER, roomFor } from "./plan.js";
import type { Slots } from "./slots.js";

/** The steps of a plan in the making, in the order in which their first lanes were recorded. */
export class Steps {
  count = 0;
  code = new Uint16Array(1024);
  lanes = new Int32Array(1024);
  out = new Int32Array(1024);
  a = new Int32Array(1024);
  b = new Int32Array(1024);
  flags = new Uint8Array(1024);
  at = new Int32Array(1024);
  readonly params: number[] = [];
  readonly indices: number[] = [];
  readonly leaves: number;
  outputs: Int32Array = new Int32Array(0);
  private readonly slots: Slots;
  /** Rows of constants: where they are, and the slots of their numbers. */
  private readonly constantRows: (readonly [row: number, from: Int32Array])[] = [];
  /** The rows that were gathered, by a hash of what they hold. */
  private readonly known = new Map<number, { readonly row: number; readonly from: Int32Array }[]>();

  constructor({ inputs, captured }: Program, slots: Slots) {
    this.slots = slots;
    this.leaves = inputs + captured.length;
  }

  add(code: number, lanes: number, out: number, a: number, b: number, flags: number, at: number): void {
    const s = this.count++;
    if (s === this.code.length) this.grow();
    this.code[s] = code;
    this.lanes[s] = lanes;
    this.out[s] = out;
    this.a[s] = a;
    this.b[s] = b;
    this.flags[s] = flags;
    this.at[s] = at;
  }

  private grow(): void {
    const size = 2 * this.code.length;
    const longer = <Column extends Int32Array | Uint16Array | Uint8Array>(
      old: Column,
      column: Column,
    ): Column => {
      column.set(old);
      return column;
    };
    this.code = longer(this.code, new Uint16Array(size));
    this.flags = longer(this.flags, new Uint8Array(size));
    this.lanes = longer(this.lanes, new Int32Array(size));
    this.out = longer(this.out, new Int32Array(size));
    this.a = longer(this.a, new Int32Array(size));
    this.b = longer(this.b, new Int32Array(size));
    this.at = longer(this.at, new Int32Array(size));
  }

  addParams(params: Float64Array): number {
    return this.params.push(...params) - params.length;
  }

  /** A row of the numbers in these slots; the same row for the same slots. */
  gathered(from: Int32Array, constant: boolean): number {
    let hash = from.length;
    for (const slot of from) hash = Math.imul(hash ^ slot, 0x01000193);
    const bucket = this.known.get(hash) ?? [];
    this.known.set(hash, bucket);
    const same = bucket.find(
      (entry) => entry.from.length === from.length && entry.from.every((slot, i) => slot === from[i]),
    );
    if (same) return same.row;
    const row = this.slots.row(from.length);
    bucket.push({ row, from });
    if (constant) {
      this.constantRows.push([row, from]);
    } else {
      const at = this.indices.length;
      for (const slot of from) this.indices.push(slot);
      this.add(GATHER, from.length, row, at, -1, A_LANES, 0);
    }
    return row;
  }

  finish(outputs: Int32Array): void {
    this.outputs = outputs;
  }

  /** The numbers that the slots start with. */
  start(): Float64Array {
    const start = new Float64Array(this.slots.count);
    for (const [number, slot] of this.slots.constants) start[slot] = number;
    for (const [row, from] of this.constantRows) {
      // Lanes that only fill up a block compute what the first lane computes.
      for (let i = 0; i < roomFor(from.length); i++)
        start[row + i] = start[from[i] ?? (from[0] as number)] as number;
    }
    return start;
  }
}

import { CONSTANT, IMPORT } from "../../segment.js";
import type { Program } from "../program.js";
import type { Chains } from "./chains.js";
import type { Groups } from "./groups.js";
import { keyOf } from "./number-key.js";
import { BLOCK, roomFor } from "./plan.js";

/** Where every node's number lies: the leaves, the other single numbers, then the rows. */
export class Slots {
  /** The slot of each node; a constant shares that of its equals. */
  readonly of: Int32Array;
  /** How many slots are taken. */
  count: number;
  /** The constants and their slots. */
  readonly constants: readonly (readonly [value: number, slot: number])[];
  private readonly starts: Int32Array;

  constructor({ segment, length, inputs, captured }: Program, groups: Groups, { inside }: Chains) {
    const { code, data } = segment;
    const { group, members, starts } = groups;
    const leaves = inputs + captured.length;
    const of = new Int32Array(length);
    const constants = new Map<number | "-0", number>();
    let count = leaves;
    for (let k = 0; k < length; k++) {
      if (k < leaves) of[k] = k;
      else if (code[k] === CONSTANT) {
        const key = keyOf(data[k] as number);
        const known = constants.get(key);
        of[k] = known ?? count++;
        if (known === undefined) constants.set(key, of[k] as number);
      } else if (code[k] !== IMPORT && group[k] === -1 && inside[k] === 0) of[k] = count++;
    }
    count = BLOCK * Math.ceil(count / BLOCK);
    const rows = new Int32Array(starts.length);
    for (let g = 0; g + 1 < starts.length; g++) {
      rows[g] = count;
      count += roomFor((starts[g + 1] as number) - (starts[g] as number));
    }
    for (let g = 0; g + 1 < starts.length; g++) {
      const [from, to] = [starts[g] as number, starts[g + 1] as number];
      for (let place = from; place < to; place++)
        of[members[place] as number] = (rows[g] as number) + place - from;
    }
    this.of = of;
    this.count = count;
    this.starts = starts;
    this.constants = [...constants].map(([number, slot]) => [Number(number), slot]);
  }

  /** How many lanes a group's row has. */
  lanesOf(group: number): number {
    return (this.starts[group + 1] as number) - (this.starts[group] as number);
  }

  /** Takes a row more. */
  row(lanes: number): number {
    const slot = this.count;
    this.count += roomFor(lanes);
    return slot;
  }
}

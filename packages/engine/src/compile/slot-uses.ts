import { GATHER, type Plan, SUM } from "./plan/plan.js";

/** How often the slots of a plan are read, for outputs too: a row by its first slot, what is gathered or added up by each. */
export class SlotUses {
  /** 2 for more. */
  private readonly uses: Uint8Array;

  constructor({ count, code, lanes, a, b, indices, outputs, start }: Plan) {
    this.uses = new Uint8Array(start.length);
    for (let s = 0; s < count; s++) {
      const n = lanes[s] as number;
      const from = a[s] as number;
      if (code[s] === GATHER) for (let k = 0; k < n; k++) this.add(indices[from + k] as number);
      else if (code[s] === SUM) for (let k = 0; k < n; k++) this.add(from + k);
      else this.add(from);
      if ((b[s] as number) >= 0) this.add(b[s] as number);
    }
    for (const output of outputs) this.add(output);
  }

  /** Whether a row of lanes is read once, all in all. */
  once(row: number, lanes: number): boolean {
    let reads = 0;
    for (let k = 0; k < lanes; k++) reads += this.uses[row + k] as number;
    return reads === 1;
  }

  private add(slot: number): void {
    if ((this.uses[slot] as number) < 2) this.uses[slot] = (this.uses[slot] as number) + 1;
  }
}

import { A_LANES, A_NEEDS, B_LANES, B_NEEDS, type Plan, roomFor } from "./plan/plan.js";
import { productsOf } from "./products.js";
import { SlotUses } from "./slot-uses.js";
import { stretches } from "./stretches.js";

/** A row, or one number, plus products of a row and one number: steps `from` to `to`, a product and a sum in turn. */
export interface Dot {
  readonly from: number;
  readonly to: number;
  /** Which operand of the first sum is not a product: 0 or 1. */
  readonly rest: number;
  /** The slots of what is multiplied: the number, the first of the row, and so on. */
  readonly factors: Int32Array;
}

/** The dots of a plan: those whose products and inner sums nobody else reads, so that they need no rows. */
export class Dots {
  /** The dot that a step begins or ends; undefined for other steps. */
  readonly beginning: (Dot | undefined)[] = [];
  readonly ending: (Dot | undefined)[] = [];
  private readonly plan: Plan;
  private readonly uses: SlotUses;
  private readonly products: Int8Array;

  constructor(plan: Plan) {
    this.plan = plan;
    this.uses = new SlotUses(plan);
    this.products = productsOf(plan, this.uses);
    for (let s = 0; s < plan.count; s++) {
      const rest = this.restOf(s, -1);
      if (rest < 0) continue;
      let to = s + 2;
      while (this.restOf(to, plan.out[to - 1] as number) >= 0) to += 2;
      const dot = { from: s, to, rest, factors: this.factors(s, to) };
      this.beginning[s] = dot;
      this.ending[to - 1] = dot;
      s = to - 1;
    }
  }

  /** The slots that gradients go to, as runs. */
  runs(): readonly (readonly [from: number, to: number])[] {
    const { start, out, lanes } = this.plan;
    const isUsed = new Uint8Array(start.length).fill(1);
    for (const dot of this.beginning) {
      if (dot === undefined) continue;
      for (let s = dot.from; s < dot.to - 1; s++) {
        const row = out[s] as number;
        isUsed.fill(0, row, row + roomFor(lanes[s] as number));
      }
    }
    return stretches(isUsed);
  }

  /**
   * Which operand of step s + 1 is not the product of a row and one number that step s is; -1 if it is no such sum, or
   * if that operand is not the row `sum`, where one is given.
   */
  private restOf(s: number, sum: number): number {
    const { count, lanes, a, b, flags } = this.plan;
    const t = s + 1;
    const product = t < count ? (this.products[t] as number) : -1;
    const n = lanes[s] as number;
    const rows = (flags[s] as number) & (A_LANES | B_LANES);
    if (product < 0 || n === 1 || (rows !== A_LANES && rows !== B_LANES)) return -1;
    const rest = 1 - product;
    if (sum < 0) return rest;
    const [slot, lane] = rest === 0 ? [a[t], A_LANES] : [b[t], B_LANES];
    return slot === sum && ((flags[t] as number) & lane) !== 0 && this.uses.once(sum, n) ? rest : -1;
  }

  private factors(from: number, to: number): Int32Array {
    const { a, b, flags } = this.plan;
    const found = new Int32Array(to - from);
    for (let s = from; s < to; s += 2) {
      const [one, row] = ((flags[s] as number) & A_LANES) === 0 ? [a, b] : [b, a];
      found[s - from] = one[s] as number;
      found[s - from + 1] = row[s] as number;
    }
    return found;
  }
}

/** Whether both factors of a product need gradients. */
export const needsBoth = (flags: number): boolean => (flags & A_NEEDS) !== 0 && (flags & B_NEEDS) !== 0;

import { ADD, MUL } from "../generated/codes.js";
import { A_LANES, B_LANES, type Plan } from "./plan/plan.js";
import { SlotUses } from "./slot-uses.js";

/** Which operand of each step is the product that the step before computed for it alone: 0 or 1, or -1 for none. */
export function productsOf(plan: Plan, uses: SlotUses = new SlotUses(plan)): Int8Array {
  const { count, code, lanes, out, a, b, flags } = plan;
  const products = new Int8Array(count).fill(-1);
  for (let s = 1; s < count; s++) {
    const n = lanes[s] as number;
    const product = out[s - 1] as number;
    if (code[s] !== ADD || code[s - 1] !== MUL || lanes[s - 1] !== n || a[s] === b[s]) continue;
    if (!uses.once(product, n)) continue;
    const isRow = (lane: number): boolean => n === 1 || ((flags[s] as number) & lane) !== 0;
    if (a[s] === product && isRow(A_LANES)) products[s] = 0;
    else if (b[s] === product && isRow(B_LANES)) products[s] = 1;
  }
  return products;
}

import { codeOfOp } from "../shapes.js";
import { A_LANES, B_LANES, GATHER, type Plan, SUM } from "./plan/plan.js";

const [mul, add] = [codeOfOp("mul"), codeOfOp("add")];

/** Which operand of each step is the product that the step before computed for it alone: 0 or 1, or -1 for none. */
export function productsOf({
  count,
  code,
  lanes,
  out,
  a,
  b,
  flags,
  indices,
  outputs,
  start,
}: Plan): Int8Array {
  // Numbers are read as rows from their first slot, or one by one.
  const uses = new Uint8Array(start.length);
  const use = (slot: number): void => {
    if ((uses[slot] as number) < 2) uses[slot] = (uses[slot] as number) + 1;
  };
  for (let s = 0; s < count; s++) {
    const n = lanes[s] as number;
    const from = a[s] as number;
    if (code[s] === GATHER) for (let k = 0; k < n; k++) use(indices[from + k] as number);
    else if (code[s] === SUM) for (let k = 0; k < n; k++) use(from + k);
    else use(from);
    if ((b[s] as number) >= 0) use(b[s] as number);
  }
  outputs.forEach(use);
  const products = new Int8Array(count).fill(-1);
  for (let s = 1; s < count; s++) {
    const n = lanes[s] as number;
    const product = out[s - 1] as number;
    if (code[s] !== add || code[s - 1] !== mul || lanes[s - 1] !== n || a[s] === b[s]) continue;
    let others = 0;
    for (let k = 0; k < n; k++) others += uses[product + k] as number;
    if (others !== 1) continue;
    const isRow = (lane: number): boolean => n === 1 || ((flags[s] as number) & lane) !== 0;
    if (a[s] === product && isRow(A_LANES)) products[s] = 0;
    else if (b[s] === product && isRow(B_LANES)) products[s] = 1;
  }
  return products;
}

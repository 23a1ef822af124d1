import { GATHER, type Plan, SUM } from "../plan/plan.js";

/**
 * What a compiled program calls, in order: a function for a stretch of ops (of steps `from` to `to`, all of as many
 * lanes and one phase, or all of one number), or the shared function for a gather or a sum.
 */
export interface Item {
  readonly kind: "ops" | "gather" | "sum";
  readonly from: number;
  readonly to: number;
}

/** A function of more steps than this would be slow to compile. */
const longest = { rows: 1000, numbers: 2000 };

export function itemsOf({ count, code, lanes, phase }: Plan): Item[] {
  const items: Item[] = [];
  let from = 0;
  while (from < count) {
    if (code[from] === GATHER || code[from] === SUM) {
      items.push({ kind: code[from] === GATHER ? "gather" : "sum", from, to: from + 1 });
      from++;
      continue;
    }
    const most = lanes[from] === 1 ? longest.numbers : longest.rows;
    let to = from + 1;
    while (
      to < count &&
      to - from < most &&
      code[to] !== GATHER &&
      code[to] !== SUM &&
      lanes[to] === lanes[from] &&
      (lanes[to] === 1 || phase[to] === phase[from])
    )
      to++;
    items.push({ kind: "ops", from, to });
    from = to;
  }
  return items;
}

import { shown } from "../shown.js";

/** Throws unless `found` is finite and low <= found < high; `name` says whose option it is. */
export function checkRange(name: string, found: unknown, low = -Infinity, high = Infinity): void {
  if (Number.isFinite(found) && (found as number) >= low && (found as number) < high) return;
  const bound = low === -Infinity ? "" : ` >= ${low}`;
  const range = high === Infinity ? `a finite number${bound}` : `a number in [${low}, ${high})`;
  throw new RangeError(`${name} is ${range}; got ${shown(found)}.`);
}

import { shown } from "../shown.js";

/** Throws unless `found` is finite and low <= found < high, or <= high if closed; `name` says whose option it is. */
export function checkRange(
  name: string,
  found: unknown,
  low = -Infinity,
  high = Infinity,
  end: "open" | "closed" = "open",
): void {
  if (Number.isFinite(found) && (found as number) >= low && (found as number) < high) return;
  if (end === "closed" && found === high) return;
  const bound = low === -Infinity ? "" : ` >= ${low}`;
  const interval = `[${low}, ${high}${end === "closed" ? "]" : ")"}`;
  const range = high === Infinity ? `a finite number${bound}` : `a number in ${interval}`;
  throw new RangeError(`${name} is ${range}; got ${shown(found)}.`);
}

/** Throws unless `found` is true or false; `name` says whose option it is. */
export function checkFlag(name: string, found: unknown): void {
  if (typeof found !== "boolean") throw new TypeError(`${name} is true or false; got ${shown(found)}.`);
}

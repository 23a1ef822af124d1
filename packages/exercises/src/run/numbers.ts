import type { Plain } from "../subject/program.js";

/** A number, or lists of numbers in lists. */
export type Numbers = number | readonly Numbers[];

/** Equal but for rounding: to nine digits of the larger of the two, or of 1. NaN is like NaN. */
export function near(seen: Numbers, wanted: Numbers, tolerance = 1e-9): boolean {
  if (typeof seen === "number" && typeof wanted === "number") {
    const scale = Math.max(1, Math.abs(seen), Math.abs(wanted));
    if (Object.is(seen, wanted) || seen === wanted) return true;
    return Number.isFinite(scale) && Math.abs(seen - wanted) <= tolerance * scale;
  }
  if (typeof seen === "number" || typeof wanted === "number") return false;
  return seen.length === wanted.length && seen.every((row, i) => near(row, wanted[i] as Numbers, tolerance));
}

/** Whether something is numbers in the same lists as others. */
export function sameShape(plain: Plain, like: Numbers): plain is Numbers & Plain {
  if (typeof like === "number") return typeof plain === "number";
  return (
    Array.isArray(plain) &&
    plain.length === like.length &&
    plain.every((entry: Plain, i) => sameShape(entry, like[i] as Numbers))
  );
}

/** The first thing in the lists that is no number; undefined if there is none. */
export function foreign(plain: Plain): Plain | undefined {
  if (!Array.isArray(plain)) return typeof plain === "number" ? undefined : plain;
  return plain.map(foreign).find((entry) => entry !== undefined);
}

/** What kind of thing this is, for a sentence: "a list of 3 numbers", "nothing". */
export function describe(plain: Plain): string {
  if (plain === null) return "nothing";
  if (!Array.isArray(plain))
    return { number: "a number", string: "a text", boolean: "true or false" }[typeof plain as "number"];
  const entries: readonly Plain[] = plain;
  if (entries.length === 0) return "an empty list";
  const kinds = [...new Set(entries.map(describe))];
  if (kinds.length > 1) return `a list of ${kinds.join(" and ")}`;
  const [kind = ""] = kinds;
  if (kind === "nothing") return `a list of ${entries.length} times nothing`;
  const many = kind.replace(/^an? (\w+)/, (_, word: string) => `${word}s`);
  return `a list of ${entries.length} ${entries.length === 1 ? kind.replace(/^an? /, "") : many}`;
}

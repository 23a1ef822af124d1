import { isTensor, type Tensor } from "@outgrad/engine";
import { isRow, shown } from "./lists.js";
import { isElsewhere, isRecorded } from "./operand.js";

/** The single nearest to 1e-12: what PyTorch keeps denominators above. */
export const tiny = 9.999999960041972e-13;

/** Refuses an option that is not a number above a bound; Infinity is one. */
export function moreThan(where: string, name: string, found: unknown, bound: number): void {
  if (typeof found === "number" && found > bound) return;
  throw new RangeError(`${where}: ${name} must be a number above ${bound}, got ${shown(found)}.`);
}

/** Refuses an option that is not a number of at least a bound. */
export function atLeast(where: string, name: string, found: unknown, bound: number): void {
  if (typeof found === "number" && found >= bound) return;
  throw new RangeError(`${where}: ${name} must be a number of at least ${bound}, got ${shown(found)}.`);
}

/** Refuses an option that is not a finite number. */
export function finite(where: string, name: string, found: unknown): void {
  if (typeof found === "number" && Number.isFinite(found)) return;
  throw new RangeError(`${where}: ${name} must be a finite number, got ${shown(found)}.`);
}

/** Refuses an option that is neither true nor false. */
export function flag(where: string, name: string, found: unknown): void {
  if (typeof found === "boolean") return;
  throw new TypeError(`${where}: ${name} must be true or false, got ${shown(found)}.`);
}

/** What is asked of numbers. */
export interface Rule {
  holds(x: number): boolean;
  /** "1 or -1", as in "labels are 1 or -1". */
  readonly words: string;
}

/**
 * Refuses numbers that break a rule: those of a Tensor, and the plain ones of lists. Values are taken as they are, and
 * Tensors while compile records, so that a compiled function can have them as arguments. What a GPU keeps is not read.
 */
export function checkNumbers(where: string, name: string, found: unknown, rule: Rule, hint = ""): void {
  if (isTensor(found) && (isRecorded() || isElsewhere(found))) return;
  const wrong = isTensor(found) ? wrongOf(found, rule) : wrongIn(found, rule);
  if (wrong === undefined) return;
  throw new RangeError(`${where}: ${name} must be ${rule.words}, got ${wrong}${hint}.`);
}

function wrongOf(x: Tensor, rule: Rule): string | undefined {
  const numbers = x.detach().data;
  const at = numbers.findIndex((number) => !rule.holds(number));
  return at < 0 ? undefined : `${numbers[at]} at ${at}`;
}

function wrongIn(found: unknown, rule: Rule): string | undefined {
  if (typeof found === "number") return rule.holds(found) ? undefined : `${found}`;
  if (!isRow(found)) return undefined;
  for (let i = 0; i < found.length; i++) {
    const wrong = wrongIn(found[i], rule);
    if (wrong !== undefined)
      return /^\S+$/.test(wrong) ? `${wrong} at ${i}` : wrong.replace(/at /, `at ${i}, `);
  }
  return undefined;
}

/** 1 or -1. */
export const sign: Rule = { holds: (x) => x === 1 || x === -1, words: "1 or -1" };

/** A probability. */
export const unit: Rule = { holds: (x) => x >= 0 && x <= 1, words: "from 0 to 1" };

/** Not negative. */
export const positive: Rule = { holds: (x) => x >= 0, words: "at least 0" };

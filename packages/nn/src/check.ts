import { shown } from "./shown.js";

const isSize = (size: unknown): size is number => Number.isSafeInteger(size) && (size as number) >= 1;

/** Throws unless `size` is an integer >= 1; `what` names the argument and says what it is. */
export function checkSize(where: string, what: string, size: unknown): void {
  if (!isSize(size)) throw new RangeError(`${where}: ${what}, an integer >= 1; got ${shown(size)}.`);
}

/** Throws unless `sizes` is a list of at least one integer >= 1. */
export function checkSizes(where: string, what: string, sizes: unknown): void {
  if (!Array.isArray(sizes) || sizes.length === 0 || !sizes.every(isSize)) {
    throw new RangeError(`${where}: ${what}, a list of one or more integers >= 1; got ${shown(sizes)}.`);
  }
}

/** Throws unless `x` has `nin` entries. What the entries are is checked by the ops that use them. */
export function checkInputs(where: string, x: readonly unknown[], nin: number): void {
  if (x?.length !== nin) {
    const found = Array.isArray(x) ? `${x.length}` : shown(x);
    throw new RangeError(`${where}: expected a list of ${nin} numbers or Values, got ${found}.`);
  }
}

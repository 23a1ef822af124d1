/** A number and how far it may be from the truth. */
export interface Estimate {
  /** NaN where nothing is known. */
  readonly value: number;
  /** Infinity where nothing is known. */
  readonly error: number;
}

/** Nothing is known. */
export const unknown: Estimate = { value: Number.NaN, error: Number.POSITIVE_INFINITY };

/** Whether two estimates can both be right. An estimate that is not finite rules nothing out. */
export function agree(a: Estimate, b: Estimate): boolean {
  return !(Math.abs(a.value - b.value) > a.error + b.error);
}

/**
 * Slopes taken with steps h, h/2, h/4, ..., extrapolated to h = 0 (Richardson 1911, in the table of Neville).
 *
 * Each slope differs from the limit by a series in h (one-sided slopes) or in h² (symmetric ones). Two neighbours
 * cancel its first term, two such results the second, and so on: row k of the table grows by
 * t[k][j] = t[k][j-1] + (t[k][j-1] - t[k-1][j-1]) / (ratio^j - 1), where ratio is 2 or 4.
 */
export class Extrapolation {
  readonly #ratio: number;
  readonly #evidence: Estimate;
  #row: readonly number[] = [];
  #rounding: readonly number[] = [];
  /** The entry of the table with the smallest error that contradicts neither the evidence nor a finer row. */
  best: Estimate = unknown;
  /** How much of its error is rounding. */
  rounding = Number.POSITIVE_INFINITY;

  /** `evidence`: what is known from steps far smaller than these. It exposes a table that converges by accident. */
  constructor(ratio: 2 | 4, evidence: Estimate = unknown) {
    this.#ratio = ratio;
    this.#evidence = evidence;
  }

  /** The last entry of the last row: all terms cancelled. */
  get limit(): number {
    return this.#row.at(-1) ?? Number.NaN;
  }

  /**
   * The slope for the next step, half as large as the last one, and a bound on its rounding error.
   *
   * An entry's error is what the last two cancellations changed (Ridders' estimate) plus the rounding errors
   * of the slopes times their weights in it, which the table carries along.
   */
  add(slope: number, rounding: number): void {
    const [above, aboveRounding] = [this.#row, this.#rounding];
    const row = [slope];
    const roundings = [rounding];
    let power = 1;
    let [found, foundRounding]: [Estimate, number] = [unknown, this.rounding];
    for (let j = 1; j <= Math.min(above.length, columns); j++) {
      power *= this.#ratio;
      const left = row[j - 1] as number;
      const upper = above[j - 1] as number;
      const value = left + (left - upper) / (power - 1);
      const rounded = (power * (roundings[j - 1] as number) + (aboveRounding[j - 1] as number)) / (power - 1);
      const error = Math.max(Math.abs(value - left), Math.abs(value - upper)) + rounded;
      row.push(value);
      roundings.push(rounded);
      if (error < found.error && agree({ value, error }, this.#evidence)) {
        found = { value, error };
        foundRounding = rounded;
      }
    }
    if (found.error < this.best.error || !agree(found, this.best)) {
      this.best = found;
      this.rounding = foundRounding;
    }
    this.#row = row;
    this.#rounding = roundings;
  }
}

/** More columns gain nothing: their weights are those of the one before to 1e-5. */
const columns = 8;

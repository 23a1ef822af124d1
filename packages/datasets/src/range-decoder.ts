const BYTE = 0x100;
const LOWEST_RANGE = 0x100_0000;

/**
 * Reads what a range coder wrote (G. N. N. Martin 1979): bytes that are one long number, in which every symbol
 * chose a part of the interval as wide as it was likely.
 *
 * Only integers below 2⁵³ occur, so it is exact everywhere.
 */
export class RangeDecoder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #code = 0;
  #range = BYTE * LOWEST_RANGE;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 4; i++) this.#code = this.#code * BYTE + this.#next();
  }

  /** Where in [0, total) the next symbol points. */
  peek(total: number): number {
    return Math.min(total - 1, Math.floor(this.#code / Math.floor(this.#range / total)));
  }

  /** Steps over the symbol whose part is [start, end) of [0, total). */
  skip(start: number, end: number, total: number): void {
    const unit = Math.floor(this.#range / total);
    this.#code -= start * unit;
    this.#range = (end - start) * unit;
    while (this.#range < LOWEST_RANGE) {
      this.#code = this.#code * BYTE + this.#next();
      this.#range *= BYTE;
    }
  }

  #next(): number {
    return this.#bytes[this.#at++] ?? 0;
  }
}

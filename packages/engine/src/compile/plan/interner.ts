/**
 * Gives equal triples of integers the same number, counting from 0.
 *
 * An open-addressing table in a typed array: a Map with keys made of three numbers would cost twenty times as much.
 */
export class Interner {
  /** Four integers an entry: the triple, and its number plus 1; 0 for a free entry. */
  private entries = new Int32Array(4 * 4096);
  /** How many different triples there are. */
  count = 0;

  /** The number of a triple. */
  intern(a: number, b: number, c: number): number {
    const { entries } = this;
    const last = entries.length - 4;
    let at = placeOf(a, b, c, last);
    for (;;) {
      const number = entries[at + 3] as number;
      if (number === 0) break;
      if (entries[at] === a && entries[at + 1] === b && entries[at + 2] === c) return number - 1;
      at = (at + 4) & last;
    }
    entries[at] = a;
    entries[at + 1] = b;
    entries[at + 2] = c;
    entries[at + 3] = ++this.count;
    if (8 * this.count > entries.length) this.grow();
    return this.count - 1;
  }

  private grow(): void {
    const old = this.entries;
    const entries = new Int32Array(4 * old.length);
    const last = entries.length - 4;
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 3] === 0) continue;
      let at = placeOf(old[from] as number, old[from + 1] as number, old[from + 2] as number, last);
      while (entries[at + 3] !== 0) at = (at + 4) & last;
      for (let i = 0; i < 4; i++) entries[at + i] = old[from + i] as number;
    }
    this.entries = entries;
  }
}

/** Where in the table to look for a triple first; `last` is the place of the last entry. */
function placeOf(a: number, b: number, c: number, last: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((again ^ (again >>> 13)) << 2) & last;
}

/**
 * Gives equal triples of integers the same number, counting from 0.
 *
 * An open-addressing table of typed arrays: a Map with keys made of three numbers would cost twenty times as much.
 */
export class Interner {
  private readonly mask: number;
  private readonly first: Int32Array;
  private readonly second: Int32Array;
  private readonly third: Int32Array;
  private readonly numbers: Int32Array;
  /** How many different triples there are. */
  count = 0;

  /** A table for at most `capacity` different triples. */
  constructor(capacity: number) {
    let size = 1024;
    while (size < 2 * capacity) size *= 2;
    this.mask = size - 1;
    this.first = new Int32Array(size);
    this.second = new Int32Array(size);
    this.third = new Int32Array(size);
    this.numbers = new Int32Array(size);
  }

  /** The number of a triple. */
  intern(a: number, b: number, c: number): number {
    const { first, second, third, numbers, mask } = this;
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let place = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const number = numbers[place] as number;
      if (number === 0) break;
      if (first[place] === a && second[place] === b && third[place] === c) return number - 1;
      place = (place + 1) & mask;
    }
    first[place] = a;
    second[place] = b;
    third[place] = c;
    numbers[place] = ++this.count;
    return this.count - 1;
  }
}

/**
 * Gives equal triples of integers the same number, counting from 0.
 *
 * An open-addressing table of typed arrays: a Map with keys made of three numbers would cost twenty times as much.
 */
export class Interner {
  private first = new Int32Array(4096);
  private second = new Int32Array(4096);
  private third = new Int32Array(4096);
  private numbers = new Int32Array(4096);
  /** How many different triples there are. */
  count = 0;

  /** The number of a triple. */
  intern(a: number, b: number, c: number): number {
    const { first, second, third, numbers } = this;
    const mask = numbers.length - 1;
    let place = hash(a, b, c) & mask;
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
    if (2 * this.count > numbers.length) this.grow();
    return this.count - 1;
  }

  private grow(): void {
    const { first, second, third, numbers } = this;
    const size = 4 * numbers.length;
    this.first = new Int32Array(size);
    this.second = new Int32Array(size);
    this.third = new Int32Array(size);
    this.numbers = new Int32Array(size);
    for (let old = 0; old < numbers.length; old++) {
      if (numbers[old] === 0) continue;
      let place = hash(first[old] as number, second[old] as number, third[old] as number) & (size - 1);
      while (this.numbers[place] !== 0) place = (place + 1) & (size - 1);
      this.first[place] = first[old] as number;
      this.second[place] = second[old] as number;
      this.third[place] = third[old] as number;
      this.numbers[place] = numbers[old] as number;
    }
  }
}

function hash(a: number, b: number, c: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return again ^ (again >>> 13);
}

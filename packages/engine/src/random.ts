import { log } from "@outgrad/ops/intrinsics";

/** All that a generator remembers: four integers in [0, 2³²), not all 0. Safe in JSON. */
export type RandomState = readonly [number, number, number, number];

/**
 * Seeded random numbers: the same seed gives the same stream, bit for bit, in every JavaScript engine.
 *
 * seed: a safe integer or any string. 1 and "1" are different seeds.
 *
 * The generator is xoshiro128** 1.1 (Blackman and Vigna, https://prng.di.unimi.it), its state filled by
 * splitmix64, as its authors advise. Its period is 2¹²⁸ - 1. It is not for secrets.
 */
export function random(seed: number | string): Random {
  return new Random(seed);
}

const TWO_26 = 0x400_0000;
const TWO_53 = 0x20_0000_0000_0000;

/** A stream of random numbers; see `random`. Every draw moves it on, so the order of calls matters. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number | string) {
    const next = splitmix64(seedBits(seed));
    const [first, second] = [next(), next()];
    this.#a = Number(first & 0xffff_ffffn);
    this.#b = Number(first >> 32n);
    this.#c = Number(second & 0xffff_ffffn);
    this.#d = Number(second >> 32n);
  }

  /** Where the stream stands. Set it to a state read earlier and the same numbers come again. */
  get state(): RandomState {
    return [this.#a, this.#b, this.#c, this.#d];
  }

  set state(words: RandomState) {
    const fits = (word: number) => Number.isInteger(word) && word >= 0 && word <= 0xffff_ffff;
    if (
      !Array.isArray(words as unknown) ||
      words.length !== 4 ||
      !words.every(fits) ||
      words.every((w) => w === 0)
    ) {
      throw new RangeError(
        "Random.state: expected four integers in [0, 2**32), not all 0, as read from another state.",
      );
    }
    [this.#a, this.#b, this.#c, this.#d] = words;
  }

  /**
   * A number in [low, high), evenly spread: low + (high - low) · k/2⁵³ with k any integer in [0, 2⁵³).
   * Where the interval is only a few floats wide the sum may round up to high.
   */
  uniform(low = 0, high = 1): number {
    if (!(low <= high && Number.isFinite(high - low))) {
      throw new RangeError(`Random.uniform: expected finite low <= high, got low = ${low}, high = ${high}.`);
    }
    return low + (high - low) * (this.#next53() / TWO_53);
  }

  /**
   * A number from the normal distribution with this mean and standard deviation.
   *
   * Marsaglia's polar method (1964), which needs only log and sqrt. It finds two at once and drops the
   * second, so that the state stays four words.
   */
  normal(mean = 0, std = 1): number {
    if (!Number.isFinite(mean) || !Number.isFinite(std) || std < 0) {
      throw new RangeError(
        `Random.normal: expected a finite mean and a finite std >= 0, got mean = ${mean}, std = ${std}.`,
      );
    }
    for (;;) {
      const u = this.uniform(-1, 1);
      const v = this.uniform(-1, 1);
      const s = u * u + v * v;
      if (s > 0 && s < 1) return mean + std * (u * Math.sqrt((-2 * log(s)) / s));
    }
  }

  /** An integer in [0, n), each equally likely. n is an integer from 1 to 2⁵³ - 1. */
  integer(n: number): number {
    if (!Number.isSafeInteger(n) || n < 1) {
      throw new RangeError(`Random.integer: expected an integer n >= 1, got ${n}.`);
    }
    // 2⁵³ is seldom a multiple of n: the draws left over would favour the small results.
    const limit = TWO_53 - (TWO_53 % n);
    for (;;) {
      const k = this.#next53();
      if (k < limit) return k % n;
    }
  }

  /** A new array with the same items in random order, each order equally likely (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = items.slice();
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const item = shuffled[i] as T;
      shuffled[i] = shuffled[j] as T;
      shuffled[j] = item;
    }
    return shuffled;
  }

  /** An integer in [0, 2⁵³): the upper 27 bits of one word before the upper 26 of the next. */
  #next53(): number {
    const high = this.#next32() >>> 5;
    return high * TWO_26 + (this.#next32() >>> 6);
  }

  /** 32 random bits, as a signed integer. */
  #next32(): number {
    const result = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9);
    const c = this.#c ^ this.#a;
    const d = this.#d ^ this.#b;
    const shifted = this.#b << 9;
    this.#b = (this.#b ^ c) >>> 0;
    this.#a = (this.#a ^ d) >>> 0;
    this.#c = (c ^ shifted) >>> 0;
    this.#d = rotateLeft(d, 11) >>> 0;
    return result;
  }
}

const rotateLeft = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));

/** A seed as 64 bits: an integer in two's complement, a text by its FNV-1a hash over UTF-16 units. */
function seedBits(seed: number | string): bigint {
  if (typeof seed === "string") {
    let hash = 0xcbf2_9ce4_8422_2325n;
    for (let i = 0; i < seed.length; i++) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(seed.charCodeAt(i))) * 0x100_0000_01b3n);
    }
    return hash;
  }
  if (!Number.isSafeInteger(seed)) {
    throw new TypeError(`random: expected a seed that is a safe integer or a string, got ${String(seed)}.`);
  }
  return BigInt.asUintN(64, BigInt(seed));
}

/** splitmix64 (Steele, Lea and Flood 2014): turns any 64 bits, 0 too, into well mixed ones. */
function splitmix64(state: bigint): () => bigint {
  return () => {
    state = BigInt.asUintN(64, state + 0x9e37_79b9_7f4a_7c15n);
    let z = state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn);
    return z ^ (z >> 31n);
  };
}

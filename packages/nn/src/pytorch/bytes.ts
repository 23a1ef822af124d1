import { decodeUtf8 } from "../utf8.js";
import { refusal } from "./error.js";

/** Reads bytes from front to back. Numbers begin with their lowest byte. */
export class Bytes {
  at: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #what: string;

  /** `what` names the bytes in error messages. */
  constructor(bytes: Uint8Array, what: string, at = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#what = what;
    this.at = at;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** The next so many bytes, not copied. */
  take(count: number): Uint8Array {
    const from = this.#advance(count);
    return this.#bytes.subarray(from, from + count);
  }

  /** Leaves out the next so many bytes. */
  skip(count: number): void {
    this.#advance(count);
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  i32(): number {
    return this.#view.getInt32(this.#advance(4), true);
  }

  /** An integer of eight bytes. Above 2⁵³ it is rounded, and as a length or a place beyond every file. */
  u64(): number {
    const low = this.u32();
    return low + this.u32() * 2 ** 32;
  }

  /** A double with its highest byte first, as pickles have them. */
  f64(): number {
    return this.#view.getFloat64(this.#advance(8), false);
  }

  /** So many bytes of UTF-8. */
  text(count: number): string {
    const bytes = this.take(count);
    try {
      return decodeUtf8(bytes);
    } catch {
      throw refusal(`${this.#what} has a text that is not valid UTF-8`);
    }
  }

  /** Text up to a line break, which is skipped. */
  line(): string {
    const end = this.#bytes.indexOf(10, this.at);
    if (end < 0) throw this.#truncated();
    const text = this.text(end - this.at);
    this.at++;
    return text;
  }

  #advance(count: number): number {
    const from = this.at;
    if (!(count <= this.#bytes.length - from)) throw this.#truncated();
    this.at = from + count;
    return from;
  }

  #truncated(): Error {
    return refusal(`${this.#what} ends too early: the file is damaged`);
  }
}

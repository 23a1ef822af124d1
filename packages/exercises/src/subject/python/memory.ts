import { decodeUtf8, encodeUtf8, type WasmInstance } from "./platform.js";

/** The memory of a running program of WebAssembly, whichever buffer it lies in at the moment. */
export class Memory {
  readonly #memory: WasmInstance["exports"]["memory"];
  #view: DataView;
  /** Where the end of what is taken is noted. */
  readonly #ends: number[] = [];

  constructor({ exports }: WasmInstance) {
    this.#memory = exports.memory;
    this.#view = new DataView(this.#memory.buffer);
  }

  get view(): DataView {
    if (this.#view.buffer !== this.#memory.buffer) this.#view = new DataView(this.#memory.buffer);
    return this.#view;
  }

  bytes(from = 0, length = this.#memory.buffer.byteLength - from): Uint8Array {
    return new Uint8Array(this.#memory.buffer, from, length);
  }

  text(from: number, length: number): string {
    return decodeUtf8(this.bytes(from, length));
  }

  /** Writes a text with a zero behind it where `allocate` finds room, and gives the place and the number of bytes. */
  write(text: string, allocate: (size: number) => number): readonly [place: number, length: number] {
    const utf8 = encodeUtf8(text);
    const place = allocate(utf8.length + 1);
    this.bytes(place, utf8.length).set(utf8);
    this.view.setUint8(place + utf8.length, 0);
    return [place, utf8.length];
  }

  /**
   * Finds where the program notes how much of the memory it has taken: a word before `allocate`'s first byte that grows
   * with what is allocated. What lies behind that end is zero and need not be copied.
   */
  watchEnd(allocate: (size: number) => number, free: (place: number) => void): void {
    const size = 4 * 1024 * 1024;
    const first = allocate(16);
    const before = new Uint32Array(this.bytes(0, first & ~3).slice().buffer);
    const place = allocate(size);
    const after = new Uint32Array(this.#memory.buffer, 0, before.length);
    after.forEach((word, index) => {
      const grown = word - (before[index] as number);
      if (grown >= size && grown < size + 2 * 65536) this.#ends.push(4 * index);
    });
    free(place);
  }

  /** A copy of all that is taken. */
  image(): Uint8Array {
    return this.bytes(0, this.#end()).slice();
  }

  /** Puts an image back; what lies behind it is zero again. */
  restore(image: Uint8Array): void {
    this.bytes(0, Math.max(this.#end(), image.length)).fill(0, image.length);
    this.bytes().set(image);
  }

  #end(): number {
    const all = this.#memory.buffer.byteLength;
    const ends = this.#ends.map((at) => this.view.getUint32(at, true)).filter((end) => end <= all);
    return ends.length > 0 ? Math.max(...ends) : all;
  }
}

import { decodeUtf8, encodeUtf8, type WasmInstance } from "./platform.js";

/** The memory of a running program of WebAssembly, whichever buffer it lies in at the moment. */
export class Memory {
  readonly #memory: WasmInstance["exports"]["memory"];
  #view: DataView;

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

  /** A copy of all up to the last byte that is not zero. */
  image(): Uint8Array {
    const words = new Uint32Array(this.#memory.buffer);
    let length = words.length;
    while (length > 0 && words[length - 1] === 0) length--;
    return this.bytes(0, 4 * length).slice();
  }

  /** Puts an image back; what lies behind it is zero again. */
  restore(image: Uint8Array): void {
    const bytes = this.bytes();
    bytes.set(image);
    bytes.fill(0, image.length);
  }
}

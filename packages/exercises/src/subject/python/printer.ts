import { decodeUtf8 } from "./platform.js";

/** The bytes that are printed, as lines. */
export class Printer {
  readonly #print: (line: string) => void;
  #bytes: number[] = [];

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  take(byte: number | null): void {
    if (byte === 10) {
      this.#print(decodeUtf8(new Uint8Array(this.#bytes)));
      this.clear();
    } else if (byte !== null) this.#bytes.push(byte);
  }

  clear(): void {
    this.#bytes = [];
  }
}

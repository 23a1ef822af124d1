import { joined } from "../joined.js";
import { encodeUtf8 } from "../utf8.js";

/** Writes a pickle of protocol 2, opcode by opcode: those that `torch.load(path, weights_only=True)` knows. */
export class Pickler {
  readonly #parts: Uint8Array[] = [Uint8Array.of(0x80, 2)];

  none(): void {
    this.#put(0x4e);
  }

  boolean(value: boolean): void {
    this.#put(value ? 0x88 : 0x89);
  }

  /** An integer where it is one, but -0 and all other numbers as doubles. */
  number(value: number): void {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) this.integer(BigInt(value));
    else this.#numbers(0x47, 8, (view) => view.setFloat64(0, value, false));
  }

  integer(value: bigint): void {
    if (BigInt.asIntN(32, value) === value) {
      this.#numbers(0x4a, 4, (view) => view.setInt32(0, Number(value), true));
      return;
    }
    const bytes: number[] = [];
    let rest = value;
    // As many bytes as the sign has room in.
    do {
      bytes.push(Number(rest & 255n));
      rest >>= 8n;
    } while (!(rest === (BigInt.asIntN(8, BigInt(bytes.at(-1) as number)) < 0n ? -1n : 0n)));
    this.#put(0x8a, bytes.length, ...bytes);
  }

  text(text: string): void {
    const bytes = encodeUtf8(text);
    this.#numbers(0x58, 4, (view) => view.setUint32(0, bytes.length, true));
    this.#parts.push(bytes);
  }

  /** A function or class. */
  global(module: string, name: string): void {
    this.#put(0x63);
    this.#parts.push(encodeUtf8(`${module}\n${name}\n`));
  }

  /** A list of what `items` writes. */
  list(items: () => void): void {
    this.#put(0x5d, 0x28);
    items();
    this.#put(0x65);
  }

  tuple(items: () => void): void {
    this.#put(0x28);
    items();
    this.#put(0x74);
  }

  /** A dict of the keys and values that `items` writes in turn. */
  dict(items: () => void): void {
    this.#put(0x7d, 0x28);
    items();
    this.#put(0x75);
  }

  /** Calls the function below the tuple on top with what is in that. */
  call(): void {
    this.#put(0x52);
  }

  /** Takes the tuple on top for what stands elsewhere in the file. */
  persistent(): void {
    this.#put(0x51);
  }

  /** The pickle, ended. */
  bytes(): Uint8Array {
    this.#put(0x2e);
    return joined(this.#parts);
  }

  #put(...bytes: number[]): void {
    this.#parts.push(Uint8Array.from(bytes));
  }

  #numbers(opcode: number, size: number, set: (view: DataView) => void): void {
    this.#put(opcode);
    const bytes = new Uint8Array(size);
    set(new DataView(bytes.buffer));
    this.#parts.push(bytes);
  }
}

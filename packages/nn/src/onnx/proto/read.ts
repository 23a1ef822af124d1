import { decodeWithoutMark } from "../../utf8.js";
import { OnnxError } from "../error.js";
import type { Field, Read, Schema } from "./schema.js";

// Protocol Buffers' wire format: fields one after the other, each a number with a kind of coding, then the content.
// Own code: the library that is small (pbf) brings two others along when it is installed, and knows neither lists that
// are packed nor 64 bits as these files have them. What is read are objects whose fields the schema names, never the file.

const bad = (why: string): OnnxError => new OnnxError(`importOnnx: this is no ONNX file: ${why}.`);

/** Reads what the schema knows, and skips the rest. Messages are as deep as the schema, whatever the file says. */
export function readMessage<const S extends Schema>(bytes: Uint8Array, schema: S): Read<S> {
  const names = new Map(Object.entries(schema).map(([name, field]) => [field[0], [name, field] as const]));
  const found: Record<string, unknown> = {};
  for (const [name, [, kind]] of Object.entries(schema)) if (isList(kind)) found[name] = [];
  const wire = new Wire(bytes);
  while (!wire.isAtEnd) {
    const tag = wire.varint();
    const coding = tag % 8;
    const known = names.get((tag - coding) / 8);
    if (known === undefined) {
      wire.skip(coding);
      continue;
    }
    const [name, field] = known;
    if (isList(field[1])) readList(wire, coding, field, found[name] as unknown[]);
    else found[name] = readOne(wire, coding, field[1] as Single);
  }
  return found as Read<S>;
}

type Single = "int" | "float" | "double" | "bytes" | "string";

const isList = (kind: string): boolean => kind.endsWith("s") && kind !== "bytes";

/** The kinds of coding: a varint, 8 bytes, a length and as many bytes, 4 bytes. */
const codings = { varint: 0, eight: 1, counted: 2, four: 5 } as const;
const codingOf = { int: 0, float: 5, double: 1, bytes: 2, string: 2 } as const;

function readOne(wire: Wire, coding: number, kind: Single): number | string | Uint8Array {
  if (coding !== codingOf[kind]) throw bad(`a field of the kind ${kind} is coded as ${coding}`);
  if (kind === "int") return wire.varint();
  if (kind === "float") return wire.float();
  if (kind === "double") return wire.double();
  const content = wire.counted();
  if (kind === "bytes") return content;
  try {
    return decodeWithoutMark(content);
  } catch {
    throw bad("a name is not UTF-8");
  }
}

/** One more of a list, or, where they are packed together, many. */
function readList(wire: Wire, coding: number, [, kind, message]: Field, list: unknown[]): void {
  if (message !== undefined) {
    if (coding !== codings.counted) throw bad(`a message is coded as ${coding}`);
    list.push(readMessage(wire.counted(), message));
    return;
  }
  const single = kind.slice(0, -1) as Single;
  if (single === "string" || coding !== codings.counted) {
    list.push(readOne(wire, coding, single));
    return;
  }
  const packed = new Wire(wire.counted());
  while (!packed.isAtEnd) list.push(readOne(packed, codingOf[single], single));
}

/** Bytes, read from the first to the last. */
class Wire {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** A signed integer of 64 bits, exact up to 2^53. */
  varint(): number {
    let [low, high] = [0, 0];
    for (let bits = 0; bits < 70; bits += 7) {
      const byte = this.#bytes[this.#take(1)] as number;
      const part = byte & 127;
      if (bits < 28) low |= part << bits;
      else if (bits === 28) [low, high] = [low | (part << 28), part >> 4];
      else high |= part << (bits - 32);
      if (byte < 128) return (high | 0) * 4294967296 + (low >>> 0);
    }
    throw bad("an integer is longer than 64 bits");
  }

  float(): number {
    return this.#view.getFloat32(this.#take(4), true);
  }

  double(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  /** A length, and as many bytes. They are not copied. */
  counted(): Uint8Array {
    const length = this.varint();
    const at = this.#take(length);
    return this.#bytes.subarray(at, at + length);
  }

  skip(coding: number): void {
    if (coding === codings.varint) this.varint();
    else if (coding === codings.eight) this.#take(8);
    else if (coding === codings.counted) this.counted();
    else if (coding === codings.four) this.#take(4);
    else throw bad(`there is a field with the coding ${coding}`);
  }

  #take(length: number): number {
    const at = this.#at;
    if (length < 0 || at + length > this.#bytes.length) throw bad("it ends in the middle of a field");
    this.#at = at + length;
    return at;
  }
}

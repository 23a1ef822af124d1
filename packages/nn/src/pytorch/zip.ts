import { quoted } from "../quoted.js";
import { Bytes } from "./bytes.js";
import { crc32 } from "./crc32.js";
import { refusal } from "./error.js";

interface Entry {
  readonly crc: number;
  readonly size: number;
  /** Where its header begins. */
  readonly at: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

/** Whether a file begins as zip archives do. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && new Bytes(bytes, "the file").u32() === LOCAL;

/**
 * The entries of a zip archive, which are parts of its bytes: nothing is unpacked, so an archive cannot grow when it is read.
 * torch.save stores without compression; what another tool has compressed since is refused.
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, Entry>();
  readonly #read = new Map<string, Uint8Array>();
  #total = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const { count, at } = directory(bytes);
    const reader = new Bytes(bytes, "the zip archive's directory", at);
    for (let i = 0; i < count; i++) this.#add(reader);
  }

  /** The names of all entries. */
  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of an entry, not copied; throws where they are not what was written. Undefined if there is none. */
  entry(name: string): Uint8Array | undefined {
    const known = this.#read.get(name);
    const entry = this.#entries.get(name);
    if (known || !entry) return known;
    const reader = new Bytes(this.#bytes, `entry ${quoted(name)} of the zip archive`, entry.at);
    if (reader.u32() !== LOCAL) throw refusal(`the zip archive has no entry where ${quoted(name)} should be`);
    reader.skip(22);
    reader.skip(reader.u16() + reader.u16());
    const found = reader.take(entry.size);
    if (crc32(found) !== entry.crc) {
      throw refusal(`entry ${quoted(name)} of the zip archive does not match its checksum: it is damaged`);
    }
    this.#read.set(name, found);
    return found;
  }

  #add(reader: Bytes): void {
    if (reader.u32() !== CENTRAL) throw refusal("the zip archive's directory is damaged");
    reader.skip(4);
    const flags = reader.u16();
    const method = reader.u16();
    reader.skip(4);
    const crc = reader.u32();
    const shortPacked = reader.u32();
    const shortSize = reader.u32();
    const nameLength = reader.u16();
    const extraLength = reader.u16();
    const commentLength = reader.u16();
    reader.skip(8);
    const shortAt = reader.u32();
    const name = reader.text(nameLength);
    const extra = reader.take(extraLength);
    reader.skip(commentLength);
    const [size, packed, at] = longFields(extra, shortSize, shortPacked, shortAt);
    if (flags & 1) throw refusal(`entry ${quoted(name)} of the zip archive is encrypted`);
    if (method !== 0 || packed !== size) {
      throw refusal(
        `entry ${quoted(name)} of the zip archive is compressed, which torch.save never does; save the file again, or pack it with zip -0`,
      );
    }
    if (this.#entries.has(name)) throw refusal(`the zip archive has the entry ${quoted(name)} twice`);
    this.#total += size;
    if (this.#total > this.#bytes.length)
      throw refusal("the entries of the zip archive are longer than the archive");
    this.#entries.set(name, { crc, size, at });
  }
}

/** Size, packed size and place of an entry; those that do not fit 4 bytes stand in a field of their own, in this order. */
function longFields(extra: Uint8Array, ...fields: [number, number, number]): [number, number, number] {
  if (!fields.includes(0xffffffff)) return fields;
  const reader = new Bytes(extra, "the zip archive's directory");
  while (reader.at < reader.length) {
    const id = reader.u16();
    const field = new Bytes(reader.take(reader.u16()), "the zip archive's directory");
    const long = (short: number): number => (short === 0xffffffff ? field.u64() : short);
    if (id === 1) return [long(fields[0]), long(fields[1]), long(fields[2])];
  }
  throw refusal("the zip archive's directory is damaged");
}

/** How many entries there are, and where the directory of them begins. */
function directory(bytes: Uint8Array): { count: number; at: number } {
  const size = 22;
  // Behind the end there may be a comment of up to 64 KiB.
  const lowest = Math.max(0, bytes.length - size - 0xffff);
  for (let at = bytes.length - size; at >= lowest; at--) {
    if (bytes[at] !== 0x50) continue;
    const end = new Bytes(bytes, "the zip archive's end", at);
    if (end.u32() !== END) continue;
    end.skip(6);
    const count = end.u16();
    end.skip(4);
    const start = end.u32();
    if (end.u16() !== bytes.length - at - size) continue;
    return longDirectory(bytes, at - 20) ?? { count, at: start };
  }
  throw refusal("the zip archive has no end: the file is truncated");
}

/** The same of an archive of the long format, whose locator would be at that place. */
function longDirectory(bytes: Uint8Array, at: number): { count: number; at: number } | undefined {
  if (at < 0) return undefined;
  const locator = new Bytes(bytes, "the zip archive's end", at);
  if (locator.u32() !== LOCATOR64) return undefined;
  locator.skip(4);
  const end = new Bytes(bytes, "the zip archive's end", locator.u64());
  if (end.u32() !== END64) throw refusal("the zip archive's end is damaged");
  end.skip(28);
  const count = end.u64();
  end.skip(8);
  return { count, at: end.u64() };
}

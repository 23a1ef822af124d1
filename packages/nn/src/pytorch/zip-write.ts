import { joined, lengthOf } from "../joined.js";
import { encodeUtf8 } from "../utf8.js";
import { crc32 } from "./crc32.js";

/** The longest archive: places in it have 4 bytes, and the highest has a meaning of its own. */
const longest = 2 ** 32 - 2;

/** Every entry's bytes begin at a multiple of this, as torch.save has it: PyTorch may map them into memory. */
const alignment = 64;

/** A zip archive of these entries, not compressed; undefined above 4 GiB. The same entries give the same bytes. */
export function zipOf(entries: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of entries) {
    const title = encodeUtf8(name);
    const padding = -(at + 34 + title.length) & (alignment - 1);
    // Stored, with the name in UTF-8, on the first day that the format knows.
    const facts = [
      ...short(0x0800, 0, 0, 0x21),
      ...long(crc32(bytes), bytes.length, bytes.length),
      ...short(title.length),
    ];
    directory.push(
      Uint8Array.of(...long(0x02014b50), ...short(20, 20), ...facts, ...short(0, 0, 0, 0), ...long(0, at)),
      title,
    );
    const added = [
      Uint8Array.of(...long(0x04034b50), ...short(20), ...facts, ...short(4 + padding)),
      title,
      // A field of no meaning, as long as it takes.
      Uint8Array.of(0x46, 0x42, ...short(padding)),
      new Uint8Array(padding).fill(0x5a),
      bytes,
    ];
    parts.push(...added);
    at += lengthOf(added);
  }
  const size = lengthOf(directory);
  if (at + size > longest || entries.size > 0xfffe) return undefined;
  const counts = short(0, 0, entries.size, entries.size);
  parts.push(...directory, Uint8Array.of(...long(0x06054b50), ...counts, ...long(size, at), ...short(0)));
  return joined(parts);
}

const short = (...numbers: number[]): number[] => numbers.flatMap((n) => [n & 255, (n >>> 8) & 255]);
const long = (...numbers: number[]): number[] => numbers.flatMap((n) => short(n & 0xffff, n >>> 16));

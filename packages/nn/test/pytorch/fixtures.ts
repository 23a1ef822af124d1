import { readFileSync } from "node:fs";
import { crc32 } from "../../src/pytorch/crc32.js";
import { zipOf } from "../../src/pytorch/zip-write.js";

/** The versions of PyTorch that wrote the files of golden/pytorch. */
export const versions = ["1.13", "2.13"] as const;

/** A file of golden/pytorch. */
export const fixture = (version: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../golden/pytorch/${version}/${name}.pt`, import.meta.url)));

const text = (value: string) => new TextEncoder().encode(value);

/** A zip archive as torch.save lays it out, with this pickle and these storages. */
export const archive = (pickle: Uint8Array, storages: Readonly<Record<string, Uint8Array>> = {}) =>
  zipOf(
    new Map([
      ["x/data.pkl", pickle],
      ...Object.entries(storages).map(([key, bytes]) => [`x/data/${key}`, bytes] as const),
      ["x/version", text("3\n")],
    ]),
  ) as Uint8Array;

/** A pickle of these opcodes: numbers are bytes, texts are themselves. */
export const pickle = (...parts: (number | string)[]): Uint8Array =>
  Uint8Array.from([
    0x80,
    2,
    ...parts.flatMap((part) => (typeof part === "string" ? [...text(part)] : [part])),
    0x2e,
  ]);

/** The opcodes that push a text. */
export const pushed = (value: string): [string, number, number, number, number, string] => {
  const { length } = text(value);
  return ["X", length & 255, length >>> 8, 0, 0, value];
};

/** The opcodes that push a float32 tensor: a view of storage "0" with so many numbers. */
export const tensor = (
  count: number,
  offset: number,
  shape: readonly number[],
  strides: readonly number[],
) => [
  "ctorch._utils\n_rebuild_tensor_v2\n((",
  ...pushed("storage"),
  "ctorch\nFloatStorage\n",
  ...pushed("0"),
  ...pushed("cpu"),
  ...integer(count),
  "tQ",
  ...integer(offset),
  "(",
  ...shape.flatMap(integer),
  "t(",
  ...strides.flatMap(integer),
  "t",
  0x89,
  "ccollections\nOrderedDict\n)RtR",
];

/** The opcodes that push an integer from 0 to 2**53. */
export const integer = (n: number): (number | string)[] => [
  0x8a,
  8,
  ...Array.from({ length: 8 }, (_, i) => Math.floor(n / 2 ** (8 * i)) % 256),
];

/** The archive with the checksums that its bytes have now, so that damage inside entries is reached. */
export function withChecksums(bytes: Uint8Array): Uint8Array {
  const fixed = bytes.slice();
  const view = new DataView(fixed.buffer);
  for (let at = 0; at + 46 <= fixed.length; at++) {
    if (fixed[at] !== 0x50 || view.getUint32(at, true) !== 0x02014b50) continue;
    const [size, local] = [view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
    if (local + 30 > fixed.length) continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    view.setUint32(at + 16, crc32(fixed.subarray(start, start + size)), true);
  }
  return fixed;
}

import { readFileSync } from "node:fs";

/** A file of golden/safetensors. */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../golden/safetensors/${name}.safetensors`, import.meta.url)));

/** A file with this header, as text or as data, and so many bytes of data; `length` overrides what it claims. */
export function file(header: unknown, data = 0, length?: bigint): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + data);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}

/** The numbers of a Float32Array or Float64Array as bits, in hexadecimals. */
export function bitsOf(numbers: Float32Array | Float64Array): string[] {
  const { buffer, byteOffset, length, BYTES_PER_ELEMENT } = numbers;
  const words = new Uint32Array(buffer, byteOffset, (length * BYTES_PER_ELEMENT) / 4);
  const hex = Array.from(words, (word) => word.toString(16).padStart(8, "0"));
  return BYTES_PER_ELEMENT === 4
    ? hex
    : hex.flatMap((low, i) => (i % 2 === 0 ? [`${hex[i + 1]}${low}`] : []));
}

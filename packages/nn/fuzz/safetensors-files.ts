/** A safetensors file with this header and so many bytes of data. */
export function fileOf(header: unknown, data: number): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + data);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  for (let i = 8 + text.length; i < bytes.length; i++) bytes[i] = i;
  return bytes;
}

const brace = 0x7d;

/** The file with the length that its header seems to have, so that damage behind it is reached. */
export function mended(bytes: Uint8Array): Uint8Array {
  let end = Math.min(bytes.length, 20_000) - 1;
  while (end > 8 && !(bytes[end] === brace && bytes[end - 1] === brace)) end--;
  if (end <= 8) return bytes;
  const fixed = bytes.slice();
  new DataView(fixed.buffer).setBigUint64(0, BigInt(end - 7), true);
  return fixed;
}

/** What headers are made of. */
export const words: readonly string[] = [
  '"dtype"', '"shape"', '"data_offsets"', '"__metadata__"', '"F64"', '"F32"', '"F16"', '"BF16"', '"I64"', '"U8"',
  '"BOOL"', '"F8_E4M3"', '{"a":', '"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},', ',"w":{}', "[0,0]", "[]",
  "[0,9007199254740991]", "[4294967296,4294967296]", "[1,2,3,4,5,6,7,8,9]", "0.5", "01", "-1", "null", "true", " ",
]; // biome-ignore format: one row per kind

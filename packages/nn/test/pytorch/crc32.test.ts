import { crc32 as zlib } from "node:zlib";
import { expect, test } from "vitest";
import { crc32 } from "../../src/pytorch/crc32.js";

test("crc32(bytes) is the checksum of zip archives, whatever the length", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array(0))).toBe(0);
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 167) % 256);
  for (let length = 0; length <= 300; length++) {
    expect(crc32(bytes.subarray(0, length)), `${length} bytes`).toBe(zlib(bytes.subarray(0, length)));
  }
});

import { expect, test } from "vitest";
import { readPytorch } from "../../src/pytorch/index.js";
import { archive, pickle } from "./fixtures.js";

const u16 = (...numbers: number[]) => numbers.flatMap((n) => [n & 255, n >>> 8]);
const u64 = (n: number) => [...u16(n & 0xffff, n >>> 16), 0, 0, 0, 0];

test("readPytorch(bytes) reads sizes and places that stand in fields of the long format", () => {
  const bytes = [...archive(pickle("K", 7))];
  const begin = bytes.findIndex((_, i) => String(bytes.slice(i, i + 4)) === "80,75,1,2");
  const at = (place: number, ...numbers: number[]) => bytes.splice(begin + place, numbers.length, ...numbers);
  const size = bytes[begin + 24] as number;
  const nameLength = bytes[begin + 28] as number;
  const none = [255, 255, 255, 255];
  at(20, ...none, ...none);
  at(30, ...u16(4 + 5 + 28));
  at(42, ...none);
  const unknown = [...u16(0x5455, 5), 1, 2, 3, 4, 5];
  bytes.splice(begin + 46 + nameLength, 0, ...unknown, ...u16(1, 24), ...u64(size), ...u64(size), ...u64(0));
  expect(readPytorch<number>(Uint8Array.from(bytes))).toBe(7);
  bytes[begin + 46 + nameLength + 9] = 2;
  expect(() => readPytorch(Uint8Array.from(bytes))).toThrow("the zip archive's directory is damaged");
});

test("readPytorch(bytes) reads archives with a comment behind the end", () => {
  const bytes = archive(pickle("K", 7));
  const comment = Uint8Array.of(...bytes, 0x50, 0x4b, 5, 6);
  comment[bytes.length - 2] = 4;
  expect(readPytorch<number>(comment)).toBe(7);
});

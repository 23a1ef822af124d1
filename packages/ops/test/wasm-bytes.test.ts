import { describe, expect, it } from "vitest";
import { Bytes } from "../src/wasm/bytes.js";

const hex = (bytes: Bytes) => Buffer.from(bytes.written()).toString("hex");

describe("Bytes", () => {
  it.each([
    [0, "00"],
    [127, "7f"],
    [128, "8001"],
    [16383, "ff7f"],
    [16384, "808001"],
    [624485, "e58e26"],
    [2 ** 32 - 1, "ffffffff0f"],
  ])("unsigned(%d) is LEB128, %s", (value, wanted) => {
    expect(hex(new Bytes().unsigned(value))).toBe(wanted);
  });

  it.each([
    [0, "00"],
    [63, "3f"],
    [64, "c000"],
    [-1, "7f"],
    [-64, "40"],
    [-65, "bf7f"],
    [128, "8001"],
    [-123456, "c0bb78"],
    [2 ** 31 - 1, "ffffffff07"],
    [-(2 ** 31), "8080808078"],
  ])("signed(%d) and signed64 are LEB128, %s", (value, wanted) => {
    expect(hex(new Bytes().signed(value))).toBe(wanted);
    expect(hex(new Bytes().signed64(BigInt(value)))).toBe(wanted);
  });

  it("signed keeps the lowest 32 bits, signed64 the lowest 64", () => {
    expect(hex(new Bytes().signed(2 ** 32 + 5))).toBe("05");
    expect(hex(new Bytes().signed64(2n ** 64n - 3n))).toBe("7d");
    expect(hex(new Bytes().signed64(2n ** 62n))).toBe("8080808080808080c000");
  });

  it("double(x) is eight bytes, the least first; name(text) its length and its letters", () => {
    expect(hex(new Bytes().double(1))).toBe("000000000000f03f");
    expect(hex(new Bytes().double(-0))).toBe("0000000000000080");
    expect(hex(new Bytes().name("exp"))).toBe("03657870");
  });

  it.each([0, 1, 7, 8, 9, 100])("grows as it must from room for %d bytes", (capacity) => {
    expect(hex(new Bytes(capacity).byte(7).byte(8))).toBe("0708");
    expect(hex(new Bytes(capacity).double(1).double(2))).toBe("000000000000f03f0000000000000040");
    const long = Uint8Array.from({ length: 50 }, (_, i) => i);
    const bytes = new Bytes(capacity).byte(1).append(long).append(long).double(1);
    expect(bytes.length).toBe(109);
    expect([...bytes.written()]).toEqual([1, ...long, ...long, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
  });
});

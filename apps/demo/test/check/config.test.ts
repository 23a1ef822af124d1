import { describe, expect, it } from "vitest";
import { readLook } from "../../src/check/answers.ts";
import { readConfig, writeConfig } from "../../src/check/config.ts";
import { aNumber, list, orNull, pair, record } from "../../src/check/read.ts";

const fresh = readConfig(new URLSearchParams());

describe("the address", () => {
  it("of a fresh screen is empty", () => {
    expect(writeConfig(fresh).toString()).toBe("");
  });

  it("keeps everything", () => {
    const config = {
      ...fresh,
      kind: "op" as const,
      op: "atan2" as const,
      x: [-0.5, 1e-9],
      of: 1,
      seed: 7,
      sort: "ridders" as const,
      by: "median" as const,
      find: "at",
    };
    expect(readConfig(new URLSearchParams(writeConfig(config).toString()))).toEqual(config);
    const typed = { ...fresh, code: "export const f = (x: number) => x & 1; // ü" };
    expect(readConfig(new URLSearchParams(writeConfig(typed).toString()))).toEqual(typed);
  });

  it("refuses nonsense", () => {
    const query = new URLSearchParams({
      kind: "z",
      op: "constructor",
      x: "1,,2",
      of: "-1",
      seed: "1.5",
      sort: "",
      code: "x".repeat(6001),
    });
    expect(readConfig(query)).toEqual(fresh);
    expect(readConfig(new URLSearchParams({ x: "1,Infinity" })).x).toBeNull();
    expect(readConfig(new URLSearchParams({ x: "0x10" })).x).toBeNull();
  });
});

describe("what comes out of the sandbox", () => {
  it("is read field by field, and nothing else is taken", () => {
    const read = record<{ a: number; b: readonly (readonly [number, number])[] | null }>({
      a: aNumber,
      b: orNull(list(pair)),
    });
    expect(read({ a: Number.NaN, b: [[1, 2]], c: "more" })).toEqual({ a: Number.NaN, b: [[1, 2]] });
    expect(read({ a: 1, b: null })).toEqual({ a: 1, b: null });
    for (const odd of [null, 1, [], {}, { a: "1", b: null }, { a: 1, b: [[1]] }, { a: 1 }]) {
      expect(() => read(odd as never)).toThrow("The answer of the sandbox is not a report.");
    }
    expect(() => readLook({ names: ["x"], y: 1 })).toThrow("is not a report");
  });
});

import { expect, it } from "vitest";
import { readNumber } from "../../src/ui/read-number.ts";

it("readNumber reads what people type", () => {
  expect(["-2", " 1e-3 ", "−0,5", ".5", "7."].map(readNumber)).toEqual([-2, 0.001, -0.5, 0.5, 7]);
});

it("readNumber refuses what is no finite decimal number", () => {
  for (const text of ["", "-", "1e", "two", "NaN", "Infinity", "1e999", "1 2", "0x10", "0b1"]) {
    expect(readNumber(text)).toBeUndefined();
  }
});

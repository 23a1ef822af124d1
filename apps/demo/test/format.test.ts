import { expect, it } from "vitest";
import { count, format, percent } from "../src/format.ts";

it("format(x) writes the real minus sign, also in exponents", () => {
  expect([-6, -1.5e-9, 0, 24.70408163265306].map((x) => format(x))).toEqual(["−6", "−1.5e−9", "0", "24.704"]);
  expect(format(Number.NaN)).toBe("NaN");
});

it("percent(share) says 100 % only when all are right", () => {
  expect([1, 0.9999, 0.987, 0].map(percent)).toEqual(["100 %", "99.9 %", "98.7 %", "0.0 %"]);
  expect(percent(Number.NaN)).toBe("–");
});

it("count(n) parts thousands", () => {
  expect(count(1234567)).toBe("1\u202f234\u202f567");
});

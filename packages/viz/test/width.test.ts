import { expect, it } from "vitest";
import { elide, ems } from "../src/text/width.js";

it("ems(text) is an upper estimate: DejaVu Sans Bold has digits of 0.696 em, most others 0.56", () => {
  expect(ems("0123456789")).toBeCloseTo(6.6, 10);
  expect(ems("WWW")).toBeGreaterThan(ems("iii") * 2);
  expect(ems("数")).toBe(1.1);
  expect(ems("e\u0301")).toBe(ems("e"));
});

it("elide(text, most) fits, and keeps what fits", () => {
  expect(elide("weights", 10)).toBe("weights");
  const cut = elide("a long name for a weight", 6);
  expect(cut).toMatch(/^a long.*…$/);
  expect(ems(cut)).toBeLessThanOrEqual(6);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { stepFor } from "../src/step.js";

it("stepFor(x, fraction) can be added to x, and taken back, without rounding", () => {
  const x = fc.double({ min: 1e-3, max: 1e300, noNaN: true });
  fc.assert(
    fc.property(x, fc.boolean(), fc.constantFrom(2 ** -26, 1e-5, 2 ** -11), (size, isNegative, fraction) => {
      const at = isNegative ? -size : size;
      const h = stepFor(at, fraction);
      expect(at + h - at).toBe(h);
      expect(at - (at - h)).toBe(h);
      expect(Math.abs(h / (fraction * Math.max(size, 1)) - 1)).toBeLessThan(1e-3);
    }),
  );
});

it("stepFor(x, fraction) counts the coarser numbers beyond the next power of 2", () => {
  for (const x of [2 - 2 ** -52, -2 + 2 ** -52, 4 - 3 * 2 ** -51, -4 + 3 * 2 ** -51]) {
    const h = stepFor(x, 1e-5);
    expect(x + h - x).toBe(h);
    expect(x - (x - h)).toBe(h);
  }
});

it("stepFor(0, fraction) is the fraction of 1", () => {
  expect(stepFor(0, 1e-8)).toBe(1e-8);
});

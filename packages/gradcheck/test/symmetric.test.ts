import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fivePoint, richardson, symmetricDifference } from "../src/index.js";
import { answers, at, errors, f } from "./exercise.js";
import * as polynomials from "./polynomials.js";

describe("symmetricDifference(f, x, h) gives the exercises' numbers", () => {
  it("A8: h = 1e-6, and how far that is off", () => {
    const found = symmetricDifference(f, at, 1e-6);
    expect(found).toEqual([-12.353553391353245, 10.25699027401572, 0.06250000028629188]);
    expect(errors(found)).toEqual([7.599716411732516e-10, 2.9031710369054053e-9, 2.8629187909245957e-10]);
  });

  it("A10: the best h is 1e-5", () => {
    const found = errors(symmetricDifference(f, at, 1e-5));
    expect(found.map((error) => error.toPrecision(2))).toEqual(["2.3e-10", "5.1e-10", "2.0e-11"]);
    for (const h of [1e-3, 1e-4, 1e-6, 1e-7]) {
      expect(errors(symmetricDifference(f, at, h))[0]).toBeGreaterThan(found[0] as number);
    }
  });
});

describe.each([
  { name: "symmetricDifference", method: symmetricDifference, degree: 2, digits: 1e-9, rounding: 1e-300 },
  { name: "fivePoint", method: fivePoint, degree: 4, digits: 1e-11, rounding: 1e-12 },
  { name: "richardson", method: richardson, degree: 6, digits: 1e-11, rounding: 1e-12 },
])("$name", ({ method, degree, digits, rounding }) => {
  it("without h gets the digits that it promises of the exercises' gradient", () => {
    method(f, at).forEach((found, i) => {
      expect(Math.abs(found / (answers[i] as number) - 1)).toBeLessThan(digits);
    });
  });

  it(`with a large h is exact for polynomials of degree ${degree}, but for rounding`, () => {
    fc.assert(
      fc.property(
        polynomials.polynomial(degree),
        fc.double({ min: -10, max: 10, noNaN: true }),
        (coefficients, x) => {
          const found = method((t: number) => polynomials.at(coefficients, t), x, 0.5);
          const bound = 1e-13 * polynomials.sizeOf(coefficients, x, 1);
          expect(Math.abs(found - polynomials.slopeOf(coefficients, x))).toBeLessThanOrEqual(bound);
        },
      ),
    );
  });

  it(`and not for degree ${degree + 1}`, () => {
    const found = method((t: number) => t ** (degree + 1), 1, 0.5);
    expect(Math.abs(found - (degree + 1))).toBeGreaterThan(1e-4);
  });

  it("finds that x grows as fast as x, wherever", () => {
    fc.assert(
      fc.property(polynomials.place, (x) => {
        expect(Math.abs(method((t: number) => t, x) - 1)).toBeLessThan(rounding);
      }),
    );
  });
});

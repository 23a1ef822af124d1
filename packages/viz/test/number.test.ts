import { formatNumber } from "@outgrad/viz";
import { expect, it } from "vitest";
import { coordinate, withMinus } from "../src/text/number.js";

it.each([
  [0, "0"],
  [-0, "0"],
  [2, "2"],
  [-3, "-3"],
  [9_999_999, "9999999"],
  [10_000_000, "1e7"],
  [0.5, "0.5"],
  [-7.286496, "-7.2865"],
  [24.70408163265306, "24.704"],
  [645.5772594752186, "645.58"],
  [99_999.4, "99999"],
  [123_456.7, "1.2346e5"],
  [0.00012345678, "0.00012346"],
  [0.000012345678, "1.2346e-5"],
  [-1.5e-7, "-1.5e-7"],
  [5e-324, "4.9407e-324"],
  [1.7976931348623157e308, "1.7977e308"],
  [Number.NaN, "NaN"],
  [1 / 0, "Infinity"],
  [-1 / 0, "-Infinity"],
])("formatNumber(%d) is %s", (x, text) => {
  expect(formatNumber(x)).toBe(text);
});

it("formatNumber(x, 3) has three digits, and an exponent where they do not reach the point", () => {
  expect([0.13579, -20.0855, 1234.5].map((x) => formatNumber(x, 3))).toEqual(["0.136", "-20.1", "1.23e3"]);
});

it("coordinate(x) has hundredths of a pixel, and no sign on zero", () => {
  expect([1 / 3, -0.001, 1e6, 0.1 + 0.2].map(coordinate)).toEqual(["0.33", "0", "1000000", "0.3"]);
});

it("withMinus(text) has the sign as wide as a plus, also in an exponent", () => {
  expect(withMinus("-1.5e-7")).toBe("−1.5e−7");
});

import { describe, expect, it } from "vitest";
import { type LeafErrors, leafErrors } from "../../../src/playground/numeric/error-curves.ts";
import { measured, type SlopeRow } from "../../../src/playground/numeric/slopes.ts";
import { errorText, referee, verdict } from "../../../src/playground/numeric/verdict.ts";
import { presets } from "../../../src/playground/presets/index.ts";
import { circuit } from "../circuit.ts";

const say = (text: string, leaves: Record<string, number>, h: number) => {
  const of = circuit(text, leaves);
  const name = Object.keys(leaves)[0] as string;
  return verdict(
    of,
    [...measured(of, name, h)].at(-1) as SlopeRow,
    h,
    [...leafErrors(of, name)].at(-1) as LeafErrors,
  );
};
const f = "f = -a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5";
const leaves = { a: 2, b: 3, c: 4 };

describe("verdict", () => {
  it.each([
    [f, leaves, 0.1, "The plain nudge has 1: f bends within h; it is best at h = 1e−8, with 9."],
    [f, leaves, 1e-12, "The plain nudge has 4: rounding takes the rest; it is best at h = 1e−8, with 9."],
    [f, leaves, 0.001, "With this h Richardson's comes closest: 12 digits are right."],
    [f, leaves, 1e-10, "With this h the gradient is matched to the last bit by the complex step."],
    [f, leaves, 1e-16, "a + h is a again: the nudge itself is lost in rounding."],
    ["y = log(x)", { x: -1 }, 1e-3, "There is nothing to compare."],
    ["y = log(x)", { x: 0.01 }, 1e-1, "Within h of x the result is NaN: nudges step out of f."],
    ["y = sqrt(x)", { x: 0 }, 1e-3, "backward says Infinity, which no quotient can reach."],
    ["y = x + c", { x: 0, c: 1e17 }, 1e-3, "all the digits of the result: everything cancels"],
    [
      "y = x**4",
      { x: 0 },
      1e-3,
      "matched to the last bit by the symmetric one, Richardson's and the complex step.",
    ],
    ["y = 2*x", { x: 0 }, 0.5, "matched to the last bit by the plain nudge, "],
    ["y = exp(x) - x", { x: 0 }, 1e-4, "instead of 0."],
  ])("%s at %o with h = %f", (text, at, h, words) => {
    expect(say(text, at, h)).toContain(words);
  });

  it("says nothing of the plain nudge where it is as good as it gets", () => {
    expect(say(f, leaves, 1e-8)).toBe("With this h the complex step comes closest: 15 digits are right.");
  });
});

it("errorText(error) has two digits, or all before the point", () => {
  expect([1.234e-9, 0.0123, 1, 9.87, 123.4, 1e9].map(errorText)).toEqual([
    "1.2e−9",
    "0.012",
    "1",
    "9.9",
    "123",
    "1e9",
  ]);
});

describe("referee", () => {
  const of = (id: string) => {
    const { text, leaves } = presets.find((preset) => preset.id === id) as (typeof presets)[number];
    return referee(circuit(text, leaves), Object.keys(leaves)[0] as string);
  };

  it("finds the gradient right where differences do", () => {
    expect(of("seed")).toBe(
      "The gradient is right: steps of many sizes together give −12.3535533905933 ± 1e−12.",
    );
  });

  it("cannot tell at a kink, where there is no number, and where rounding hides the slope", () => {
    expect(of("kink")).toContain("the slope is −1 ± 3e−6 to the left and 1 ± 3e−6 to the right");
    expect(of("nan")).toBe("The result is NaN: it has no slope.");
    expect(of("saturated")).toContain("rounding leaves 1.2184e−7");
  });

  it("finds backward itself wrong where the digits of the result have cancelled: the slope is −x/12", () => {
    expect(of("cancel")).toMatch(/^The gradient is wrong! .* give −8\.333\d+e−6 ± /);
    expect(referee(circuit("y = x", { x: 1 }), "nobody")).toBe("");
  });
});

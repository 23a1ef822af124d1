import { cos, exp, log, sin, tanh } from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";
import { five } from "../src/five-point.js";
import { forward } from "../src/forward.js";
import { probe } from "../src/probe.js";
import { extrapolated } from "../src/richardson.js";
import { slopeOf } from "../src/slope.js";
import { symmetric } from "../src/symmetric.js";

const functions: [name: string, f: (x: number) => number, x: number][] = [
  ["sin(x)", sin, 1],
  ["exp(x)", exp, -0.5],
  ["log(x), small", log, 1e-10],
  ["log(x), large", log, 1e8],
  ["sin(x), far out", sin, -1e6],
  ["sin(100x)", (x) => sin(100 * x), 0.1],
  ["1 / x", (x) => 1 / x, 0.7],
  ["tanh(x), almost flat", tanh, 10],
  ["-exp(x)", (x) => -exp(x), 2],
  ["a valley", (x) => (x - 0.3) * (x - 0.3) + 5, 0.3],
  ["a large constant", (x) => 1e10 + x, 2],
  ["a constant", () => 5, 3],
  ["zero", () => 0, 3],
  ["|x|", Math.abs, 0],
  ["|x|, beside the kink", Math.abs, -1e-9],
  ["relu(x) - x / 2", (x) => (x > 0 ? x : 0) - x / 2, 0],
  ["x |x|", (x) => x * Math.abs(x), 0],
  ["an infinite slope", (x) => Math.sign(x) * Math.sqrt(Math.abs(x)), 0],
  ["a jump", (x) => (x > 0.5 ? 1 : 0), 0.5],
  ["a step, beside the jump", (x) => Math.floor(10 * x), 0.1001],
  ["a stair of rounding", (x) => tanh(18 + x) * 1000, 0.1],
  ["a stair on the right", (x) => 1 + (x > 0.01 ? 1e-12 * x : 0), 0],
  ["a stair on the left", (x) => 1 + (x < -0.01 ? 1e-12 * x : 0), 0],
  ["flat, then a slope", (x) => Math.max(x - 0.4, 0) + 1, 0],
  ["float32", (x) => Math.fround(sin(x)), 1.1],
  ["float32 within", (x) => sin(Math.fround(x)), 1.1],
  ["cancellation", (x) => 1e8 + cos(x) - 1e8, 1],
  ["the end of the domain", Math.sqrt, 0],
  ["not a number", () => Number.NaN, 1],
  ["infinite x", sin, Number.POSITIVE_INFINITY],
];

// A change of these numbers is no mistake in itself, but it has to be meant.
describe("slopeOf(f, x) finds the same bits in every engine", () => {
  it.each(functions)("%s", (_, f, x) => {
    expect(slopeOf(f, x)).toMatchSnapshot();
  });

  it("with a first step of one's own", () => {
    expect(slopeOf(sin, 1, 0.1)).toMatchSnapshot();
    expect(slopeOf(sin, 1e-3, 2 ** -12)).toMatchSnapshot();
  });
});

describe("probe(f, x, f(x), scale) finds the same bits in every engine", () => {
  it.each(functions)("%s", (_, f, x) => {
    expect(probe(f, x, f(x), Math.max(1, Math.abs(x)))).toMatchSnapshot();
  });
});

it("the methods find the same bits in every engine", () => {
  for (const x of [0, 0.3, -1, 7, 1e5]) {
    expect([forward, symmetric, five, extrapolated].map((method) => method(sin, x))).toMatchSnapshot();
  }
});

it("slopeOf(f, x) halves its step 20 times as long as that helps: the slope of sin(300,000 x) needs the last", () => {
  const distances = new Set<number>();
  const f = (x: number) => {
    distances.add(Math.abs(x));
    return sin(3e5 * x);
  };
  const { value, error } = slopeOf(f, 0, 1);
  expect([2 ** -20, 2 ** -21].map((h) => distances.has(h))).toEqual([true, false]);
  expect(Math.abs(value - 3e5)).toBeLessThan(error);
  expect(error).toBeLessThan(1e-4 * value);
});

it("slopeOf(f, x) where f bends only: the mean of the sides, and of their errors, and half of their difference", () => {
  const f = (x: number) => (x > 0 ? sin(x) : x * exp(x));
  const { value, error, left, right, steepness, rounding } = slopeOf(f, 0);
  const half = Math.abs(right.value - left.value) / 2;
  expect(half).toBeGreaterThan(0);
  expect(value).toBeCloseTo((left.value + right.value) / 2, 15);
  expect(error).toBeCloseTo(left.error / 2 + right.error / 2 + half, 24);
  expect(Math.abs(value - 1)).toBeLessThan(error);
  expect(error).toBeLessThan(1e-10);
  expect(rounding).toBeLessThan(error);
  expect(steepness).toBeGreaterThan(0.9);
});

it("slopeOf(f, x) stops when three steps in a row gained nothing: a line is known after two", () => {
  let count = 0;
  const line = (x: number) => {
    count++;
    return 2 * x;
  };
  expect(slopeOf(line, 1).value).toBe(2);
  expect(count).toBe(7 + 2 * (2 + 3));
});

import { opOf, readOp, samplePoints } from "@outgrad/ops";
import { expect, it } from "vitest";

const entry = { doc: "Adds.", args: ["a", "b"], value: "a + b", partials: ["1", "1"] };
const span = 2 ** 32;

it("samplePoints(op, 3) takes its numbers from SplitMix32, argument by argument", () => {
  // The first numbers of SplitMix32, by its definition in whole numbers of any size.
  const op = readOp("plus", { ...entry, domain: [[0, span] as const, [0, span] as const] });
  expect(samplePoints(op, 3)).toEqual([
    [1580013426, 350525680],
    [3524174333, 3011703609],
    [643872864, 2282937712],
  ]);
  expect(samplePoints(op, 1, 2)).toEqual([[140556409, 2864793216]]);
});

it("samplePoints(op, 200) fills the domain of each argument, and gives the parameters their defaults", () => {
  const domain = [[-3, -1] as const, [10, 14] as const];
  const op = readOp("plus", { ...entry, domain, params: { c: 0.25, d: 7 } });
  const points = samplePoints(op, 200);
  expect(points).toHaveLength(200);
  for (const [i, [low, high]] of domain.entries()) {
    const found = points.map((point) => point[i] as number);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(low);
    expect(Math.min(...found)).toBeLessThan(low + (high - low) / 50);
    expect(Math.max(...found)).toBeLessThan(high);
    expect(Math.max(...found)).toBeGreaterThan(high - (high - low) / 50);
  }
  expect(new Set(points.map(([, , ...params]) => params.join()))).toEqual(new Set(["0.25,7"]));
});

it("samplePoints(op, n) keeps a thousandth of the domain's size away from every kink", () => {
  const kinks = ["a", "b - 0.5"];
  const op = readOp("plus", { ...entry, domain: [[-1, 1] as const, [0, 0.5] as const], kinks });
  const points = samplePoints(op, 20_000);
  const near = (i: number, kink: number) =>
    Math.min(...points.map((point) => Math.abs((point[i] as number) - kink)));
  for (const distance of [near(0, 0), near(1, 0.5)]) {
    expect(distance).toBeGreaterThan(0.002);
    expect(distance).toBeLessThan(0.0022);
  }
});

it("samplePoints(op, n) is the same again, other with another seed, and n points are the first of more", () => {
  const op = opOf("hypot");
  expect(samplePoints(op, 5, 3)).toEqual(samplePoints(op, 8, 3).slice(0, 5));
  expect(samplePoints(op, 5, 3)).not.toEqual(samplePoints(op, 5, 4));
});

it("samplePoints(op, n) of an op whose kinks are everywhere is an error", () => {
  expect(() => samplePoints(readOp("plus", { ...entry, kinks: ["a - a"] }), 2)).toThrow(
    "plus: its kinks leave no room for checks in its domain.",
  );
});

it("samplePoints(op, n) finds the points where one in 900 is clear of the kinks", () => {
  const op = readOp("plus", {
    ...entry,
    domain: [[0, 1] as const, [0, 1] as const],
    kinks: ["a < 1 / 900 ? 1 : 0"],
  });
  for (const [a] of samplePoints(op, 20)) expect(a).toBeLessThan(1 / 900);
});

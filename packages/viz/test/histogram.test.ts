import { histogram } from "@outgrad/viz";
import fc from "fast-check";
import { expect, it } from "vitest";
import { binEdges, binned } from "../src/plot/bins.js";
import { all, parseXml, withClass } from "./xml.js";

it("binned counts each number between its borders: the lower one belongs to the bin, at the end both", () => {
  expect(binned([0, 0.5, 1, 1.5, 2], [0, 1, 2]).counts).toEqual([2, 3]);
  expect(binned([-1, 3, 0], [0, 1, 2])).toMatchObject({ counts: [1, 0], below: 1, above: 1 });
});

it("binned has the mean and deviation of the finite numbers, and counts the others", () => {
  const { mean, deviation, least, greatest, notFinite } = binned([1, 2, 3, 4, Number.NaN, -Infinity], [0, 5]);
  expect([mean, least, greatest, notFinite]).toEqual([2.5, 1, 4, 2]);
  expect(deviation).toBeCloseTo(Math.sqrt(1.25), 15);
  expect(binned([], [0, 1]).mean).toBeNaN();
  const none = { mean: Number.NaN, deviation: Number.NaN, least: Number.NaN, greatest: Number.NaN };
  expect(binned([Number.NaN], [0, 1])).toMatchObject(none);
});

it("binEdges are round, equally far apart, and around every number, which is in exactly one bin", () => {
  expect(binEdges([[0.03, 0.97]], 10)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  expect(binEdges([[-1], [1]], 4)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(binEdges([[7, 9]], 2, [-1, 1])).toEqual([-1, 0, 1]);
  expect(binEdges([[-8.289046e-317]], 1)).toEqual([-1e-290, 0, 1e-290]);
  const numbers = fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { maxLength: 20 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 60 }), (values, bins) => {
      const edges = binEdges([values], bins);
      expect(edges.length).toBeGreaterThan(1);
      expect(edges.length).toBeLessThan(3 * bins + 3);
      for (const [i, edge] of edges.entries())
        if (i > 0) expect(edge).toBeGreaterThan(edges[i - 1] as number);
      const { counts, below, above } = binned(values, edges);
      expect([counts.reduce((sum, n) => sum + n, 0), below, above]).toEqual([values.length, 0, 0]);
    }),
  );
});

it("histogram says for each series how many, from where to where, mean and deviation", () => {
  const drawing = histogram({
    title: "Layer 1",
    series: [
      { name: "weights", values: [-1, 0, 0, 1] },
      { name: "gradients", values: [0.5, Number.NaN] },
      { name: "biases", values: [] },
      { name: "broken", values: [Number.NaN] },
    ],
  });
  expect(drawing.text()).toBe(
    "Layer 1: weights, 4 values, from -1 to 1, mean 0, deviation 0.707; gradients, 2 values, all near 0.5, 1 not finite; " +
      "biases has no values; broken, 1 value, none of them finite.",
  );
  expect(parseXml(drawing.svg()).attributes["aria-label"]).toBe(drawing.text().slice(0, -1));
});

it("histogram draws bars up to their counts over shared bins", () => {
  const svg = histogram({ series: [{ name: "w", values: [0, 1, 1, 1, 1] }], bins: 2, range: [0, 1.5] }).svg();
  const { x, y, width, height } = withClass(parseXml(svg), "og-frame")[0]?.attributes ?? {};
  const [left, top, right, bottom] = [
    Number(x),
    Number(y),
    Number(x) + Number(width),
    Number(y) + Number(height),
  ];
  const d = all(parseXml(svg)).find(({ attributes }) => attributes["data-series"] === "0")?.attributes.d;
  const middle = (left + right) / 2;
  // The axis ends at 4.
  const one = top + 0.75 * (bottom - top);
  expect(d).toBe(`M${left},${bottom}V${one}H${middle}V${top}H${right}V${bottom}`);
});

it("histogram({ scale: 'share' }) makes lists of different lengths comparable", () => {
  const series = [
    { name: "a", values: [0, 0] },
    { name: "b", values: Array.from({ length: 1000 }, () => 0) },
  ];
  const ends = (scale: "count" | "share") =>
    all(parseXml(histogram({ series, scale }).svg()))
      .filter(({ attributes }) => attributes["data-series"] !== undefined)
      .map(({ attributes }) =>
        Math.min(...[...(attributes.d ?? "").matchAll(/V([\d.]+)/g)].map(([, y]) => Number(y))),
      );
  const [a, b] = ends("share");
  expect(a).toBe(b);
  const [few, many] = ends("count") as [number, number];
  expect(few).toBeGreaterThan(many);
});

it("histogram says in the legend and in the table what is in no bar", () => {
  const drawing = histogram({
    series: [{ name: "w", values: [-2, 0, 0.5, 3, 4, Number.NaN] }],
    bins: 2,
    range: [0, 1],
  });
  expect(withClass(parseXml(drawing.svg()), "og-name").map(({ text }) => text)).toEqual([
    "w (1 not finite, 1 below, 2 above)",
  ]);
  expect(drawing.table()).toBe(
    [
      "      from   to  w",
      "         0  0.5  1",
      "       0.5    1  1",
      "     below       1",
      "     above       2",
      "not finite       1",
    ].join("\n"),
  );
  expect(JSON.parse(drawing.json()).series[0]).toMatchObject({ counts: [1, 1], notFinite: 1, greatest: 4 });
});

it("histogram of nothing and of extreme numbers draws finite coordinates", () => {
  for (const values of [[], [Number.NaN], [1e308, -1e308], [5e-324], [0, 5e-324], [7, 7]]) {
    const svg = histogram({ series: [{ name: "w", values }], width: 1, height: 1 }).svg();
    expect(svg.replace(/aria-label="[^"]*"/, ""), String(values)).not.toMatch(/NaN|Infinity/);
  }
  expect(histogram({ series: [] }).text()).toBe("Histogram: no series.");
});

it("histogram says what bins and a range are", () => {
  expect(() => histogram({ series: [], bins: 0 })).toThrow(
    "histogram: bins is how many, a whole number from 1 to 1000; got 0.",
  );
  expect(() => histogram({ series: [], range: [1, 1] })).toThrow(
    "histogram: expected a range [low, high] with low < high, got [1, 1].",
  );
});

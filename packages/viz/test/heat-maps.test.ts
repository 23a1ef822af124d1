import { heatMaps } from "@outgrad/viz";
import { expect, it } from "vitest";
import { all, parseXml, withClass } from "./xml.js";

/** The squares of a colour: their corner and side, with the opacity of their path. */
function squares(svg: string, colour: string) {
  return withClass(parseXml(svg), `og-cell-${colour}`).flatMap(({ attributes }) =>
    [...(attributes.d ?? "").matchAll(/M([\d.]+),([\d.]+)h([\d.]+)/g)].map(([, x, y, side]) => ({
      x: Number(x),
      y: Number(y),
      side: Number(side),
      opacity: Number(attributes["fill-opacity"]),
    })),
  );
}

it("heatMaps draws a row of numbers from left to right and rows from the top", () => {
  const svg = heatMaps({ maps: [{ values: [1, 0, 0, 4] }], rows: 2, columns: 2, cell: 10 }).svg();
  expect(squares(svg, "data")).toEqual([
    { x: 1, y: 1, side: 10, opacity: 0.25 },
    { x: 11, y: 11, side: 10, opacity: 1 },
  ]);
});

it("heatMaps gives negative numbers another colour and smaller squares", () => {
  const svg = heatMaps({ maps: [{ values: [-2, 2] }], rows: 1, columns: 2, cell: 10 }).svg();
  expect(squares(svg, "grad")).toEqual([{ x: 2.5, y: 2.5, side: 7, opacity: 1 }]);
  expect(squares(svg, "data")).toEqual([{ x: 11, y: 1, side: 10, opacity: 1 }]);
});

it("heatMaps({ scale: 'ink' }) is dark for large numbers and leaves 0 and less empty", () => {
  const svg = heatMaps({ maps: [{ values: [16, 8, 0, -16] }], rows: 1, columns: 4, scale: "ink" }).svg();
  expect(squares(svg, "ink").map(({ opacity }) => opacity)).toEqual([0.5, 1]);
  expect(squares(svg, "grad")).toEqual([]);
});

it("heatMaps({ most }) says which number has the full colour, and larger ones have it too", () => {
  const svg = heatMaps({ maps: [{ values: [1, 2, 9] }], rows: 1, columns: 3, most: 2 }).svg();
  expect(
    squares(svg, "data")
      .sort((a, b) => a.x - b.x)
      .map(({ opacity }) => opacity),
  ).toEqual([0.5, 1, 1]);
});

it("heatMaps compares maps with each other, and sets as many side by side as fit", () => {
  const maps = Array.from({ length: 5 }, (_, i) => ({ values: [i + 1] }));
  const drawing = heatMaps({ maps, rows: 1, columns: 1, cell: 6, width: 40 });
  const papers = withClass(parseXml(drawing.svg()), "og-paper").map(({ attributes: { x, y } }) => [x, y]);
  expect(papers).toEqual([
    ["1", "1"],
    ["13", "1"],
    ["25", "1"],
    ["1", "13"],
    ["13", "13"],
  ]);
  expect(parseXml(drawing.svg()).attributes).toMatchObject({ width: "32", height: "20" });
  // A fifth of 16 shades, rounded.
  expect(squares(drawing.svg(), "data").find(({ x, y }) => x === 1 && y === 1)?.opacity).toBe(0.19);
});

it("heatMaps draws bars under the maps in proportion to the longest", () => {
  const maps = [{ values: [1], bar: 2 }, { values: [1], bar: 8 }, { values: [1] }];
  const svg = parseXml(heatMaps({ maps, rows: 1, columns: 1, cell: 20 }).svg());
  expect(withClass(svg, "og-bar").map(({ attributes }) => attributes.width)).toEqual(["5", "20"]);
});

it("heatMaps draws marks with a plus or a minus, their areas in proportion", () => {
  const map = { values: [0, 0, 0], marks: [4, -1, 0] };
  const svg = parseXml(heatMaps({ maps: [map], rows: 1, columns: 3, cell: 100 }).svg());
  const [plus] = withClass(svg, "og-mark-data");
  const [minus] = withClass(svg, "og-mark-grad");
  expect([plus?.attributes.width, minus?.attributes.width]).toEqual(["92", "46"]);
  expect(withClass(svg, "og-sign").map(({ attributes }) => attributes.d?.includes("v"))).toEqual([
    true,
    false,
  ]);
});

it("heatMaps says in words and tables what it shows", () => {
  const drawing = heatMaps({
    title: "Weights",
    maps: [{ name: "a", values: [0.5, -1], bar: 3 }, { values: [0, 2] }],
    rows: 1,
    columns: 2,
  });
  expect(drawing.text()).toBe("Weights: 2 maps of 1 by 2 numbers, from -1 to 2.");
  expect(parseXml(drawing.svg()).attributes).toMatchObject({
    role: "img",
    "aria-label": "Weights: 2 maps of 1 by 2 numbers, from -1 to 2",
  });
  expect(drawing.table()).toBe("a: 3\n0.5  -1\n\n2\n0  2");
  expect(JSON.parse(drawing.json())).toEqual({
    rows: 1,
    columns: 2,
    maps: [
      { name: "a", values: [0.5, -1], bar: 3 },
      { name: "2", values: [0, 2] },
    ],
  });
});

it("heatMaps of many maps has few elements and a short table", () => {
  const maps = Array.from({ length: 128 }, (_, i) => ({
    values: Float32Array.from({ length: 64 }, (_, k) => ((i * 64 + k) % 33) - 16),
  }));
  const drawing = heatMaps({ maps, rows: 8, columns: 8 });
  expect(all(parseXml(drawing.svg())).length).toBeLessThan(128 + 2 * 16 + 5);
  expect(drawing.table()).toContain("\n\n... and 112 more");
});

it("heatMaps leaves cells empty that are not finite, and draws nothing but paper of zeros", () => {
  const values = [Number.NaN, 1 / 0, -1 / 0, 1];
  const drawing = heatMaps({ maps: [{ values, marks: values }], rows: 2, columns: 2 });
  expect(/NaN|Infinity/.test(drawing.svg())).toBe(false);
  expect(squares(drawing.svg(), "data")).toHaveLength(1);
  expect(drawing.text()).toContain("from 1 to 1");
  for (const maps of [[], [{ values: [0] }]]) {
    const svg = heatMaps({ maps, rows: 1, columns: 1 }).svg();
    expect(/NaN|Infinity/.test(svg)).toBe(false);
    expect(squares(svg, "data")).toEqual([]);
  }
  expect(heatMaps({ maps: [{ values: [Number.NaN] }], rows: 1, columns: 1 }).text()).toContain(
    "none of them finite",
  );
});

it("heatMaps says what does not fit", () => {
  expect(() => heatMaps({ maps: [{ values: [1, 2] }], rows: 2, columns: 2 })).toThrow(
    'heatMaps: the map "1" has 2 values; 2 rows of 2 need 4.',
  );
  expect(() => heatMaps({ maps: [{ values: [1], marks: [] }], rows: 1, columns: 1 })).toThrow(
    'heatMaps: the map "1" has 0 marks; 1 rows of 1 need 1.',
  );
  expect(() => heatMaps({ maps: [], rows: 0, columns: 1 })).toThrow(
    "heatMaps: rows is a number of cells, an integer from 1; got 0.",
  );
});

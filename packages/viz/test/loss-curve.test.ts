import { lossCurve } from "@outgrad/viz";
import { expect, it } from "vitest";
import { all, parseXml, withClass } from "./xml.js";

const path = (svg: string, series: number) =>
  all(parseXml(svg)).find(({ attributes }) => attributes["data-series"] === String(series))?.attributes.d ??
  "";
const labels = (svg: string) =>
  all(parseXml(svg))
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);

it("lossCurve draws from the first value at the left to the last at the right", () => {
  const svg = lossCurve({ series: [{ name: "loss", values: [4, 2, 1] }], width: 640, height: 320 }).svg();
  const frame = withClass(parseXml(svg), "og-frame")[0]?.attributes ?? {};
  const [left, top, width, height] = ["x", "y", "width", "height"].map((key) =>
    Number(frame[key]),
  ) as number[] as [number, number, number, number];
  // The axis goes from 0 to 4.
  const [x0, y0, x1, y1, x2, y2] = (path(svg, 0).match(/[\d.]+/g) ?? []).map(Number);
  expect([x0, x1, x2]).toEqual([left, left + width / 2, left + width]);
  expect([y0, y1, y2]).toEqual([top, top + height / 2, top + height * 0.75]);
});

it("lossCurve says what happened, as its name and as text", () => {
  const drawing = lossCurve({ series: [{ name: "loss", values: [4.8, 1, 0.02] }] });
  expect(drawing.text()).toBe("loss fell from 4.8 to 0.02, step 0 to 2.");
  expect(parseXml(drawing.svg()).attributes).toMatchObject({
    role: "img",
    "aria-label": "loss fell from 4.8 to 0.02, step 0 to 2",
  });
});

it("lossCurve leaves a gap where a value is not finite, and says which came first", () => {
  const drawing = lossCurve({ series: [{ name: "loss", values: [3, Number.NaN, 2, 1 / 0, 1] }] });
  expect(path(drawing.svg(), 0).match(/M/g)).toHaveLength(3);
  expect(drawing.text()).toBe("loss fell from 3 to 1, step 0 to 4; NaN first at step 1.");
  expect(lossCurve({ series: [{ name: "loss", values: [Number.NaN] }] }).text()).toBe(
    "loss has no finite value.",
  );
});

it("lossCurve({ scale: 'log' }) gives equal factors equal lengths", () => {
  const svg = lossCurve({ scale: "log", series: [{ name: "loss", values: [1, 0.1, 0.01, -1] }] }).svg();
  const ys = (path(svg, 0).match(/[\d.]+/g) ?? []).map(Number).filter((_, i) => i % 2 === 1);
  expect(ys).toHaveLength(3);
  expect((ys[1] as number) - (ys[0] as number)).toBeCloseTo((ys[2] as number) - (ys[1] as number), 6);
  expect(labels(svg)).toEqual(expect.arrayContaining(["0.01", "0.1", "1"]));
});

it("lossCurve names its steps with whole numbers", () => {
  const svg = lossCurve({ series: [{ name: "loss", values: [3, 2, 1] }] }).svg();
  expect(withClass(parseXml(svg), "og-middle").map(({ text }) => text)).toEqual([
    "0",
    "1",
    "2",
    "step",
    "loss",
  ]);
});

it("lossCurve takes series with steps of their own, and tells them apart by more than colour", () => {
  const drawing = lossCurve({
    series: [
      { name: "train", values: [3, 2, 1] },
      { name: "test", values: [3.5, 1.5], steps: [0, 2] },
    ],
  });
  expect(drawing.table()).toBe(
    ["step  train  test", "   0      3   3.5", "   1      2", "   2      1   1.5"].join("\n"),
  );
  const curves = all(parseXml(drawing.svg())).filter(
    ({ attributes }) => attributes["data-series"] !== undefined,
  );
  expect(curves.map(({ attributes }) => attributes["stroke-dasharray"])).toEqual([undefined, "8 4"]);
});

it("lossCurve of 100,000 values is drawn with two for each pixel column, spikes and all", () => {
  const values = Float64Array.from({ length: 100_000 }, (_, i) => (i === 54_321 ? 9 : 1 + (i % 7) / 100));
  const drawing = lossCurve({ series: [{ name: "loss", values }] });
  const numbers = path(drawing.svg(), 0).match(/[\d.]+/g) ?? [];
  expect(numbers.length / 2).toBeLessThan(2 * 640);
  const peak = Math.min(...numbers.filter((_, i) => i % 2 === 1).map(Number));
  const frame = withClass(parseXml(drawing.svg()), "og-frame")[0]?.attributes ?? {};
  // The axis ends at 9 or a little above.
  expect(peak - Number(frame.y)).toBeLessThan(Number(frame.height) / 8);
  expect(drawing.table().split("\n").length).toBeLessThan(25);
  expect(JSON.parse(drawing.json())[0].points).toHaveLength(100_000);
});

it("lossCurve without any value yet is an empty frame that says so", () => {
  expect(lossCurve({ series: [] }).text()).toBe("");
  expect(parseXml(lossCurve({ series: [] }).svg()).attributes["aria-label"]).toBe("No curve yet");
  expect(lossCurve({ series: [{ name: "loss", values: [] }] }).text()).toBe("loss has no values yet.");
  parseXml(lossCurve({ series: [{ name: "loss", values: [] }] }).svg());
});

it("lossCurve of one value, of equal values, of huge values draws finite coordinates", () => {
  for (const values of [[1], [2, 2, 2], [0, 0], [1e308, -1e308], [5e-324, 1e300]]) {
    for (const scale of ["linear", "log"] as const) {
      const svg = lossCurve({ series: [{ name: "loss", values }], scale }).svg();
      expect(/NaN|Infinity/.test(svg), `${values} ${scale}`).toBe(false);
    }
  }
});

it("lossCurve with fewer steps than values says so", () => {
  expect(() => lossCurve({ series: [{ name: "loss", values: [1, 2], steps: [0] }] })).toThrow(
    'lossCurve: "loss" has 2 values and 1 steps; give one step for each value.',
  );
});

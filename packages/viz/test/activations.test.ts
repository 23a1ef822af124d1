import { activations } from "@outgrad/viz";
import { expect, it } from "vitest";
import { parseXml, withClass } from "./xml.js";

const relu = {
  name: "relu",
  values: [
    [0, 1, 0],
    [0, 0, 2],
  ],
};
const tanh = {
  name: "tanh",
  values: [
    [0.999, 0.1, -0.98],
    [-0.98, 0.999, 0.2],
  ],
  low: -1,
  high: 1,
};

it("activations calls a unit dead that is 0 for every sample", () => {
  expect(activations({ layers: [relu] }).text()).toBe("relu: 1 of 3 units dead.");
});

it("activations calls a unit saturated that is at a bound for every sample, and says the share of such values", () => {
  expect(activations({ layers: [tanh] }).text()).toBe(
    "tanh: 0 of 3 units dead, 1 saturated, 67 % of values at a bound.",
  );
});

it("activations is at a bound from |tanh| = 0.97 on", () => {
  const at = (x: number) =>
    JSON.parse(activations({ layers: [{ ...tanh, values: [[x]] }] }).json())[0].atBounds as number;
  expect([at(0.969), at(0.971), at(-0.971)]).toEqual([0, 1, 1]);
});

it("activations says both layers in one sentence, and all numbers in a table", () => {
  const drawing = activations({ layers: [relu, tanh] });
  expect(parseXml(drawing.svg()).attributes["aria-label"]).toBe(drawing.text().slice(0, -1));
  expect(
    drawing
      .table()
      .split("\n")
      .map((line) => line.split(/ {2,}/).slice(0, 5)),
  ).toEqual([
    ["layer", "units", "dead", "saturated", "at bounds"],
    ["relu", "3", "1", "0", "0.5"],
    ["tanh", "3", "0", "1", "0.667"],
  ]);
});

it("activations draws one square a unit: dead ones with a cross, saturated ones filled", () => {
  const svg = parseXml(activations({ layers: [relu, tanh] }).svg());
  const squares = (state: string) =>
    withClass(svg, `og-unit-${state}`).flatMap(({ attributes }) => attributes.d?.match(/h9v9h-9z/g) ?? [])
      .length;
  expect([squares("live"), squares("dead"), squares("saturated")]).toEqual([4, 1, 1]);
  expect(withClass(svg, "og-unit-dead")[0]?.attributes.d).toContain("l9,9m0,-9l-9,9");
});

it("activations counts what is not finite apart", () => {
  const layer = { name: "relu", values: [[Number.NaN, 1]] };
  expect(activations({ layers: [layer] }).text()).toBe("relu: 0 of 2 units dead, 1 not finite.");
});

it("activations of no layers, no samples and no units says so, and draws finite coordinates", () => {
  expect(activations({ layers: [] }).text()).toBe("No layers.");
  for (const values of [[], [[]], [[Number.NaN]], [[1e308, -1e308]]]) {
    const drawing = activations({ layers: [{ name: "empty", values }], width: 1 });
    expect(/NaN|Infinity/.test(drawing.svg()), JSON.stringify(values)).toBe(false);
  }
  expect(activations({ layers: [{ name: "empty", values: [] }] }).text()).toBe("empty: no units.");
});

it("activations with samples of different lengths says so", () => {
  expect(() => activations({ layers: [{ name: "relu", values: [[1, 2], [1]] }] })).toThrow(
    'activations: in "relu" sample 0 has 2 units and sample 1 has 1; give every sample all units.',
  );
});

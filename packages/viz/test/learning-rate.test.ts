import { learningRateCurve, lossCurve } from "@outgrad/viz";
import { expect, it } from "vitest";
import { parseXml, withClass } from "./xml.js";

it("learningRateCurve asks a function for each step", () => {
  const drawing = learningRateCurve({ rates: (step) => 1 / (step + 1), steps: 4 });
  expect(JSON.parse(drawing.json())).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
  expect(drawing.text()).toBe("The learning rate goes from 1 to 0.25 in 4 steps.");
  expect(drawing.table().split("\n")[0]).toBe("step  learning rate");
});

it("learningRateCurve says where a schedule with a warm-up is highest", () => {
  expect(learningRateCurve({ rates: [0.01, 0.1, 0.05] }).text()).toBe(
    "The learning rate goes from 0.01 to 0.05 in 3 steps; it is highest at step 1, 0.1.",
  );
  expect(learningRateCurve({ rates: [0.5, 0.5] }).text()).toBe("The learning rate is 0.5 at 2 steps.");
  expect(learningRateCurve({ rates: [0.5, Number.NaN, 0.25] }).text()).toBe(
    "The learning rate goes from 0.5 to 0.25 in 3 steps; NaN first at step 1.",
  );
});

it("learningRateCurve({ at }) and lossCurve({ at }) mark a step, if the curve gets there", () => {
  const rulers = (svg: string) => withClass(parseXml(svg), "og-ruler").length;
  const rates = [3, 2, 1];
  expect([1, 2, 3].map((at) => rulers(learningRateCurve({ rates, at }).svg()))).toEqual([1, 1, 0]);
  const svg = lossCurve({ series: [{ name: "loss", values: rates }], at: 1 }).svg();
  expect(withClass(parseXml(svg), "og-small").map(({ text }) => text)).toEqual(["step 1"]);
  const { x, width } = withClass(parseXml(svg), "og-frame")[0]?.attributes ?? {};
  expect(withClass(parseXml(svg), "og-ruler")[0]?.attributes.d).toMatch(
    new RegExp(`^M${Number(x) + Number(width) / 2},`),
  );
});

it("learningRateCurve says how many steps it can draw", () => {
  expect(() => learningRateCurve({ rates: (step) => step })).toThrow(
    "learningRateCurve: expected how many steps to ask the function for, a whole number from 1; got undefined.",
  );
  expect(() => learningRateCurve({ rates: [1, 2], steps: 3 })).toThrow(
    "learningRateCurve: expected 1 to 2 steps, as many as there are rates at most; got 3.",
  );
});

import { expect, it } from "vitest";
import { linearAxis, logAxis } from "../src/plot/axis.js";

const texts = (axis: { ticks: readonly { text: string }[] }) => axis.ticks.map(({ text }) => text);

it("linearAxis places its ends at the ends, and writes round numbers", () => {
  const axis = linearAxis([0, 1], [100, 200], 5);
  expect([axis.place(0), axis.place(0.25), axis.place(1)]).toEqual([100, 125, 200]);
  expect(texts(axis)).toEqual(["0", "0.2", "0.4", "0.6", "0.8", "1"]);
  expect(texts(linearAxis([-0.3, 0.3], [0, 1], 3))).toEqual(["−0.2", "0", "0.2"]);
});

it("linearAxis(..., { nice }) goes on to the next round numbers", () => {
  expect(linearAxis([0, 4.83], [0, 100], 5, { nice: true }).place(5)).toBe(100);
});

it("linearAxis(..., { whole }) writes whole numbers only", () => {
  expect(texts(linearAxis([0, 2], [0, 100], 6, { whole: true }))).toEqual(["0", "1", "2"]);
});

it("logAxis goes from power to power of ten, exactly where the ends are powers themselves", () => {
  const axis = logAxis([0.001, 1000], [0, 60], 10);
  expect([axis.place(0.001), axis.place(1), axis.place(1000)].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([
    0, 30, 60,
  ]);
  expect(texts(axis)).toEqual(["0.001", "0.01", "0.1", "1", "10", "100", "1000"]);
  expect(texts(logAxis([0.02, 30], [0, 1], 10))).toEqual(["0.01", "0.1", "1", "10", "100"]);
});

it("logAxis skips powers where there are many", () => {
  expect(texts(logAxis([1e-12, 1], [0, 1], 4))).toEqual(["1e−12", "1e−9", "1e−6", "0.001", "1"]);
});

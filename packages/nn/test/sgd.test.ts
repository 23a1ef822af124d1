import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { SGD, type SGDOptions } from "../src/index.js";
import { optimizerSuite } from "./optimizer-suite.js";

optimizerSuite("SGD", (parameters, options) => new SGD(parameters, options as never), {
  lr: 0.1,
  momentum: 0.5,
});

test("without momentum nothing is remembered, and momentum that comes later starts with its first gradient", () => {
  const p = value(0);
  const optimizer = new SGD([p], { lr: 1, dampening: 0.5 });
  p.grad = 8;
  optimizer.step();
  expect(optimizer.state().memory).toEqual([{ steps: Float64Array.of(0), arrays: {} }]);
  optimizer.momentum = 0.5;
  optimizer.step();
  expect(p.data).toBe(-16);
  optimizer.step();
  // velocity: 0.5 · 8 + 0.5 · 8 = 8
  expect(p.data).toBe(-24);
});

test("T150 Nesterov steps along g + momentum · v", () => {
  const p = value(0);
  const optimizer = new SGD([p], { lr: 1, momentum: 0.5, nesterov: true });
  p.grad = 8;
  optimizer.step();
  expect(p.data).toBe(-12);
});

test("maximize climbs", () => {
  const p = value(1);
  const optimizer = new SGD([p], { lr: 0.5, maximize: true });
  p.grad = 2;
  optimizer.step();
  expect(p.data).toBe(2);
});

test("T148 dampening applies from the second step on", () => {
  const p = value(0);
  const optimizer = new SGD([p], { lr: 1, momentum: 0.5, dampening: 0.75 });
  p.grad = 8;
  optimizer.step();
  expect(p.data).toBe(-8);
  optimizer.step();
  // velocity: 0.5 · 8 + 0.25 · 8 = 6
  expect(p.data).toBe(-14);
});

test.each<[unknown, string]>([
  [undefined, "SGD: expected an object with options, such as { lr: ... }, got undefined."],
  [{}, "SGD: lr is a finite number >= 0; got undefined."],
  [
    { learningRate: 1 },
    'SGD: there is no option "learningRate"; did you mean "lr"? The options are lr, momentum,',
  ],
  [{ lr: -0.1 }, "SGD: lr is a finite number >= 0; got -0.1."],
  [{ lr: "0.1" }, 'SGD: lr is a finite number >= 0; got "0.1".'],
  [{ lr: Number.POSITIVE_INFINITY }, "SGD: lr is a finite number >= 0; got Infinity."],
  [{ lr: 1, momentum: -1 }, "SGD: momentum is a finite number >= 0; got -1."],
  [{ lr: 1, dampening: Number.NaN }, "SGD: dampening is a finite number; got NaN."],
  [{ lr: 1, weightDecay: -1 }, "SGD: weightDecay is a finite number >= 0; got -1."],
  [
    { lr: 1, nesterov: true },
    "SGD: nesterov needs momentum > 0 and dampening 0; got momentum = 0, dampening = 0.",
  ],
  [
    { lr: 1, nesterov: true, momentum: 0.9, dampening: 0.1 },
    "SGD: nesterov needs momentum > 0 and dampening 0; got momentum = 0.9, dampening = 0.1.",
  ],
])("new SGD(parameters, %o) throws", (options, sentence) => {
  expect(() => new SGD([value(1)], options as SGDOptions)).toThrow(sentence);
});

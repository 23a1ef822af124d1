import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { Adagrad, type AdagradOptions } from "../src/index.js";
import { optimizerSuite } from "./optimizer-suite.js";

optimizerSuite("Adagrad", (parameters, options) => new Adagrad(parameters, options as never), { lr: 1 });

test("the first step is lr against the sign of the gradient, and the steps fall with the root of their number", () => {
  const p = value(0);
  const optimizer = new Adagrad([p], { lr: 1 });
  p.grad = 4;
  optimizer.step();
  expect(p.data).toBeCloseTo(-1, 9);
  for (let k = 1; k < 4; k++) optimizer.step();
  expect(p.data).toBeCloseTo(-(1 + 1 / Math.sqrt(2) + 1 / Math.sqrt(3) + 1 / 2), 9);
});

test("has no momentum: reading gives undefined, and setting throws", () => {
  const optimizer = new Adagrad([value(1)]);
  expect(optimizer.momentum).toBeUndefined();
  expect(() => {
    optimizer.momentum = 0.5;
  }).toThrow("Adagrad has no momentum that could be set.");
});

test.each<[AdagradOptions, string]>([
  [{ lr: -1 }, "Adagrad: lr is a finite number >= 0; got -1."],
  [{ lrDecay: -1 }, "Adagrad: lrDecay is a finite number >= 0; got -1."],
  [
    { initialAccumulatorValue: Number.NaN },
    "Adagrad: initialAccumulatorValue is a finite number >= 0; got NaN.",
  ],
  [{ maximize: 0 as never }, "Adagrad: maximize is true or false; got 0."],
])("new Adagrad(parameters, %o) throws", (options, sentence) => {
  expect(() => new Adagrad([value(1)], options)).toThrow(sentence);
});

import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { Adam, type AdamOptions } from "../src/index.js";
import { optimizerSuite } from "./optimizer-suite.js";

optimizerSuite("Adam", (parameters, options) => new Adam(parameters, options as never), { lr: 0.1 });

test("the first step is lr against the sign of the gradient, whatever its size", () => {
  for (const grad of [1e-3, -5, 1e6]) {
    const p = value(0);
    const optimizer = new Adam([p], { lr: 0.25 });
    p.grad = grad;
    optimizer.step();
    expect(p.data).toBeCloseTo(-0.25 * Math.sign(grad), 4);
  }
});

test("T147 eps stands outside the root: with eps 1 and gradient 1 the first step is half of lr", () => {
  const p = value(0);
  const optimizer = new Adam([p], { lr: 1, eps: 1 });
  p.grad = 1;
  optimizer.step();
  expect(p.data).toBeCloseTo(-0.5, 14);
});

test("betas are copied: what is done to the list later has no effect", () => {
  const betas: [number, number] = [0.5, 0.9];
  const optimizer = new Adam([value(1)], { betas });
  betas[0] = 2;
  (optimizer.state().options.betas as number[])[0] = 3;
  expect(optimizer.momentum).toBe(0.5);
  optimizer.momentum = 0.25;
  expect(optimizer.state().options.betas).toEqual([0.25, 0.9]);
  expect(() => {
    optimizer.momentum = 1;
  }).toThrow("Adam: betas[0] is a number in [0, 1); got 1.");
});

test.each<[AdamOptions, string]>([
  [{ lr: -1 }, "Adam: lr is a finite number >= 0; got -1."],
  [{ betas: [1, 0.5] }, "Adam: betas[0] is a number in [0, 1); got 1."],
  [{ betas: [0.5, -0.1] }, "Adam: betas[1] is a number in [0, 1); got -0.1."],
  [{ betas: [0.5] as never }, "Adam: betas[1] is a number in [0, 1); got undefined."],
  [{ eps: Number.NaN }, "Adam: eps is a finite number >= 0; got NaN."],
  [{ weightDecay: -2 }, "Adam: weightDecay is a finite number >= 0; got -2."],
  [{ amsgrad: "yes" as never }, 'Adam: amsgrad is true or false; got "yes".'],
])("new Adam(parameters, %o) throws", (options, sentence) => {
  expect(() => new Adam([value(1)], options)).toThrow(sentence);
});

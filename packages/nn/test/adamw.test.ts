import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { type AdamOptions, AdamW } from "../src/index.js";
import { optimizerSuite } from "./optimizer-suite.js";

optimizerSuite("AdamW", (parameters, options) => new AdamW(parameters, options as never), {
  lr: 0.1,
  weightDecay: 0,
});

test("T149 weights decay by themselves: with gradient 0 by the factor 1 - lr · weightDecay, and Adam's do not", () => {
  const p = value(2);
  const optimizer = new AdamW([p], { lr: 0.5, weightDecay: 0.5 });
  p.grad = 0;
  optimizer.step();
  expect(p.data).toBe(1.5);
});

test("T149 weightDecay is 0.01 unless given", () => {
  expect(new AdamW([value(1)]).state().options.weightDecay).toBe(0.01);
});

test.each<[AdamOptions, string]>([
  [{ lr: -1 }, "AdamW: lr is a finite number >= 0; got -1."],
  [{ betas: [1, 0.5] }, "AdamW: betas[0] is a number in [0, 1); got 1."],
  [{ weightDecay: -2 }, "AdamW: weightDecay is a finite number >= 0; got -2."],
  [{ amsgrad: 1 as never }, "AdamW: amsgrad is true or false; got 1."],
  [{ maximize: null as never }, "AdamW: maximize is true or false; got null."],
])("new AdamW(parameters, %o) throws", (options, sentence) => {
  expect(() => new AdamW([value(1)], options)).toThrow(sentence);
});

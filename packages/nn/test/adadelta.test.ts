import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { Adadelta, type AdadeltaOptions } from "../src/index.js";
import { optimizerSuite } from "./optimizer-suite.js";

optimizerSuite("Adadelta", (parameters, options) => new Adadelta(parameters, options as never), { lr: 20 });

test("the first step is lr · √(eps / ((1 - rho) g² + eps)) · g", () => {
  const p = value(0);
  const optimizer = new Adadelta([p], { lr: 2, rho: 0.75, eps: 1 });
  p.grad = 4;
  optimizer.step();
  expect(p.data).toBeCloseTo(-8 * Math.sqrt(1 / 5), 14);
});

test.each<[AdadeltaOptions, string]>([
  [{ lr: -1 }, "Adadelta: lr is a finite number >= 0; got -1."],
  [{ rho: 2 }, "Adadelta: rho is a number in [0, 1]; got 2."],
  [{ eps: -1 }, "Adadelta: eps is a finite number >= 0; got -1."],
  [{ weightDecay: -1 }, "Adadelta: weightDecay is a finite number >= 0; got -1."],
])("new Adadelta(parameters, %o) throws", (options, sentence) => {
  expect(() => new Adadelta([value(1)], options)).toThrow(sentence);
});

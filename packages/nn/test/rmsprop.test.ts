import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { RMSprop, type RMSpropOptions } from "../src/index.js";
import { optimizerSuite } from "./optimizer-suite.js";

optimizerSuite("RMSprop", (parameters, options) => new RMSprop(parameters, options as never), {
  lr: 0.1,
  eps: 1,
});

test("T151 eps stands outside the root: with gradient 1, alpha 0 and eps 1 the first step is half of lr", () => {
  const p = value(0);
  const optimizer = new RMSprop([p], { lr: 1, alpha: 0, eps: 1 });
  p.grad = 1;
  optimizer.step();
  expect(p.data).toBe(-0.5);
});

test("centered stays finite for a gradient that never changes, whose variance rounds below 0", () => {
  const p = value(0);
  const optimizer = new RMSprop([p], { centered: true, alpha: 0.5, eps: 0.1 });
  let below = 0;
  for (let k = 0; k < 300; k++) {
    p.grad = 0.1 + 1e-17 * k;
    optimizer.step();
    const [memory] = optimizer.state().memory;
    const [square, mean] = [memory?.arrays.square?.[0], memory?.arrays.mean?.[0]] as [number, number];
    if (square < mean * mean) below++;
  }
  expect(Number.isFinite(p.data)).toBe(true);
  expect(below).toBeGreaterThan(0);
});

test.each<[RMSpropOptions, string]>([
  [{ lr: -1 }, "RMSprop: lr is a finite number >= 0; got -1."],
  [{ alpha: 1.5 }, "RMSprop: alpha is a number in [0, 1]; got 1.5."],
  [{ eps: -1 }, "RMSprop: eps is a finite number >= 0; got -1."],
  [{ momentum: -1 }, "RMSprop: momentum is a finite number >= 0; got -1."],
  [{ centered: 1 as never }, "RMSprop: centered is true or false; got 1."],
])("new RMSprop(parameters, %o) throws", (options, sentence) => {
  expect(() => new RMSprop([value(1)], options)).toThrow(sentence);
});

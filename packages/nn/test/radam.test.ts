import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { type MomentOptions, RAdam } from "../src/index.js";
import { optimizerSuite } from "./optimizer-suite.js";

optimizerSuite("RAdam", (parameters, options) => new RAdam(parameters, options as never), { lr: 0.1 });

test("the first five steps are plain momentum: gradients of any size count as they are", () => {
  const p = value(0);
  const optimizer = new RAdam([p], { lr: 1 });
  for (let k = 1; k <= 5; k++) {
    p.grad = 3;
    optimizer.step();
    expect(p.data).toBeCloseTo(-3 * k, 12);
  }
  optimizer.step();
  expect(p.data + 15).toBeGreaterThan(-0.1);
});

test.each<[MomentOptions, string]>([
  [{ lr: -1 }, "RAdam: lr is a finite number >= 0; got -1."],
  [{ betas: [-0.5, 0] }, "RAdam: betas[0] is a number in [0, 1); got -0.5."],
  [{ weightDecay: -1 }, "RAdam: weightDecay is a finite number >= 0; got -1."],
])("new RAdam(parameters, %o) throws", (options, sentence) => {
  expect(() => new RAdam([value(1)], options)).toThrow(sentence);
});

import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { NAdam, type NAdamOptions } from "../src/index.js";
import { optimizerSuite } from "./optimizer-suite.js";

optimizerSuite("NAdam", (parameters, options) => new NAdam(parameters, options as never), { lr: 0.1 });

test("the lr is 0.002 unless given", () => {
  expect(new NAdam([value(1)]).lr).toBe(0.002);
});

test.each<[NAdamOptions, string]>([
  [{ lr: -1 }, "NAdam: lr is a finite number >= 0; got -1."],
  [{ betas: [0.5, 1] }, "NAdam: betas[1] is a number in [0, 1); got 1."],
  [{ momentumDecay: -1 }, "NAdam: momentumDecay is a finite number >= 0; got -1."],
])("new NAdam(parameters, %o) throws", (options, sentence) => {
  expect(() => new NAdam([value(1)], options)).toThrow(sentence);
});

import { ops } from "@outgrad/ops";
import { ruleOfThumb } from "@outgrad/viz";
import { expect, it } from "vitest";

it("ruleOfThumb(op) has the words people remember", () => {
  expect(ruleOfThumb("add")).toBe("+ distributes: each input gets the gradient unchanged.");
  expect(ruleOfThumb("mul")).toBe("× swaps: the local slope for each input is the other input's value.");
});

it("ruleOfThumb(op) reads the op table where there is no word", () => {
  expect(ruleOfThumb("sin")).toBe("sin: the local slope is cos(a).");
  expect(ruleOfThumb("sqrt")).toBe("√: the local slope is 0.5 / y, where y is its result.");
  expect(ruleOfThumb("hypot")).toBe(
    "hypot: the local slope is a / y for a, b / y for b, where y is its result.",
  );
  expect(ruleOfThumb("floor")).toBe("floor stops the gradient: it is flat nearly everywhere.");
});

it.each(Object.keys(ops))("ruleOfThumb(%s) is one sentence", (op) => {
  expect(ruleOfThumb(op)).toMatch(/^\S.*[^.]\.$/);
});

it("ruleOfThumb('') of a leaf says nothing", () => {
  expect(ruleOfThumb("")).toBe("");
});

import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import golden from "../golden/losses.json" with { type: "json" };
import { nll } from "../src/nll.js";
import { softmax } from "../src/softmax.js";
import { expectClose, lossSuite } from "./loss-suite.js";

lossSuite("nll", golden.nll, nll);

test("softmax and nll of [0, 3, -2, 1] with class 3: the exercise's loss and gradients", () => {
  const logits = [0, 3, -2, 1].map((x) => value(x));
  const loss = nll(
    softmax(logits).map((p) => p.log()),
    3,
  );
  loss.backward();
  expect(Math.abs(loss.data / 2.1755153626167147 - 1)).toBeLessThan(1e-15);
  const expected = [0.041772570515350445, 0.8390245074625319, 0.005653302662216329, -0.8864503806400986];
  logits.forEach((x, i) => {
    expect(Math.abs(x.grad / (expected[i] as number) - 1)).toBeLessThan(1e-15);
  });
});

test("nll(row, target) of one row is a Value, with gradient -1 at the target alone", () => {
  const row = [value(-0.5), value(-1.5)];
  const loss = nll(row, 1);
  loss.backward();
  expect(loss.data).toBe(1.5);
  expectClose(
    row.map((x) => x.grad),
    [0, -1],
  );
});

test.each<[string, () => unknown, string]>([
  ["nll([], 0)", () => nll([], 0), "nll, first argument: the list is empty."],
  [
    "nll([-1, -2], 2)",
    () => nll([-1, -2], 2),
    "nll: with 2 classes, a target is an integer from 0 to 1; got 2.",
  ],
  [
    "nll([-1, -2], [1])",
    () => nll([-1, -2], [1] as never),
    "nll: with 2 classes, a target is an integer from 0 to 1; got a list of 1.",
  ],
])("%s throws a sentence", (_, call, sentence) => {
  expect(call).toThrow(sentence);
});

import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import golden from "../golden/losses.json" with { type: "json" };
import { mse } from "../src/mse.js";
import { lossSuite, nodesBelow } from "./loss-suite.js";

lossSuite("mse", golden.mse, mse);

test("mse([[a], [b]], [1, 2]): rows of one, as an MLP gives them, are read as entries", () => {
  const [a, b] = [value(3), value(-1)];
  const loss = mse([[a], [b]], [1, 2], { reduction: "sum" });
  expect(loss.data).toBe(4 + 9);
  loss.backward();
  expect([a.grad, b.grad]).toEqual([4, -6]);
});

test("mse takes Values as targets and typed arrays of numbers", () => {
  const target = value(1);
  mse(Float64Array.of(3), [target]).backward();
  expect(target.grad).toBe(-4);
});

test("mse costs 4 nodes per entry and 1 for the mean, the numbers of the targets included", () => {
  const predictions = Array.from({ length: 50 }, (_, i) => value(i, `p${i}`));
  const targets = predictions.map(() => 0.5);
  expect(nodesBelow(mse(predictions, targets))).toBe(4 * 50 + 1);
});

test.each<[string, () => unknown, string]>([
  ["mse([], [])", () => mse([], []), "mse, predictions: the list is empty."],
  [
    "mse([1, 2], [1])",
    () => mse([1, 2], [1]),
    "mse: predictions are 2 by 1 and targets 1 by 1 (samples by entries); they must be alike.",
  ],
  [
    "mse([[1, 2]], [1, 2])",
    () => mse([[1, 2]], [1, 2]),
    "mse: predictions are 1 by 2 and targets 2 by 1 (samples by entries); they must be alike.",
  ],
  [
    "mse([[1, 2], [3]], ...)",
    () =>
      mse(
        [[1, 2], [3]],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    "mse, predictions: row 1 has length 1, the rows before have 2.",
  ],
  [
    "mse([[1], [2, 3]], ...)",
    () => mse([[1], [2, 3]], [1, 2]),
    "mse, predictions: row 1 has length 2, the rows before have 1.",
  ],
  [
    "mse([1, [2]], ...)",
    () => mse([1, [2]] as never, [1, 2]),
    "mse, predictions: rows and single entries are mixed, at 1.",
  ],
  ["mse([[]], [[]])", () => mse([[]], [[]]), "mse, predictions: row 0 is empty."],
  ["mse(value, [1])", () => mse(value(1) as never, [1]), "mse, predictions: expected a list, got Value("],
  [
    "mse([undefined], [1])",
    () => mse([undefined as never], [1]),
    "mse, predictions: expected a Value or a number at 0, got undefined. Did a function forget to return?",
  ],
])("%s throws a sentence", (_, call, sentence) => {
  expect(call).toThrow(sentence);
});

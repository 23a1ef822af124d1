import { value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import golden from "../golden/losses.json" with { type: "json" };
import { logSoftmax, softmax } from "../src/softmax.js";
import { expectClose, leaves, nodesBelow } from "./loss-suite.js";

const numbers = (rows: { data: number }[][]) => rows.map((row) => row.map((v) => v.data));

test.each(golden.softmax)("softmax and logSoftmax of rows equal PyTorch: $input", (expected) => {
  expectClose(numbers(softmax(leaves(expected.input))), expected.softmax);
  expectClose(numbers(logSoftmax(leaves(expected.input))), expected.logSoftmax);
});

test("softmax(row) gives what softmax([row]) gives", () => {
  const row = [0.1, -2, 3];
  expect(softmax(row).map((v) => v.data)).toEqual(numbers(softmax([row]))[0]);
  expect(logSoftmax(row).map((v) => v.data)).toEqual(numbers(logSoftmax([row]))[0]);
});

describe("softmax is stable", () => {
  test.each([
    [
      [1000, 1000, 0],
      [0.5, 0.5, 0],
    ],
    [
      [1000, 0],
      [1, 0],
    ],
    [
      [-1000, -1001],
      [0.7310585786300049, 0.26894142136999516],
    ],
    [
      [1e308, -1e308],
      [1, 0],
    ],
    [[5], [1]],
    [
      [0, Number.NEGATIVE_INFINITY, 1],
      [0.26894142136999516, 0, 0.7310585786300049],
    ],
  ])("T088, T089, T090 softmax(%o)", (logits, expected) => {
    const xs = logits.map((x) => value(x));
    const ps = softmax(xs);
    expectClose(
      ps.map((p) => p.data),
      expected,
    );
    // d p0 / d xj = p0 (onehot - p)
    (ps[0] as (typeof xs)[0]).backward();
    const [p0 = 0] = expected;
    expectClose(
      xs.map((x) => x.grad),
      expected.map((p, j) => p0 * ((j === 0 ? 1 : 0) - p)),
    );
  });

  test("T088 gradients of 0.75, -0.75, 0 upstream at [1000, 1000, 0], as the trap has them", () => {
    const xs = [value(1000), value(1000), value(0)];
    const [a, b] = softmax(xs) as [(typeof xs)[0], (typeof xs)[0]];
    a.mul(2).sub(b).backward();
    expect(xs.map((x) => x.grad)).toEqual([0.75, -0.75, 0]);
  });
});

test("T091 logSoftmax([0, -2000]) keeps -2000, with gradient [1, -1] of the difference", () => {
  const xs = [value(0), value(-2000)];
  const [a, b] = logSoftmax(xs) as [(typeof xs)[0], (typeof xs)[0]];
  expect([a.data, b.data]).toEqual([0, -2000]);
  a.sub(b).backward();
  expect(xs.map((x) => x.grad)).toEqual([1, -1]);
});

test("softmax of n logits costs 5 n - 1 nodes, logSoftmax 5 n", () => {
  const row = Array.from({ length: 20 }, (_, i) => value(i / 10, `x${i}`));
  expect(nodesBelow(...softmax(row))).toBe(5 * 20 - 1);
  expect(nodesBelow(...logSoftmax(row))).toBe(5 * 20);
});

test.each<[string, () => unknown, string]>([
  ["softmax([])", () => softmax([]), "softmax, logits: the list is empty."],
  ["softmax([[]])", () => softmax([[]]), "softmax, logits: row 0 is empty."],
  [
    "logSoftmax([[1, 2], [1]])",
    () => logSoftmax([[1, 2], [1]]),
    "logSoftmax, logits: row 1 has length 1, the rows before have 2.",
  ],
  ["softmax(3)", () => softmax(3 as never), "softmax, logits: expected a list, got 3."],
  [
    "softmax([1, undefined])",
    () => softmax([1, undefined as never]),
    "softmax, logits: expected a Value or a number at 1, got undefined.",
  ],
])("%s throws a sentence", (_, call, sentence) => {
  expect(call).toThrow(sentence);
});

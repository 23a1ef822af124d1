import { sum, type Value, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import type { LossOptions } from "../src/index.js";

type Nested = number | Nested[];

/** Numbers as leaves, in the same nesting. */
export const leaves = (data: number[][]): Value[][] => data.map((row) => row.map((x) => value(x)));

/** Expects numbers in the same nesting, to a relative error, or an absolute one below 1, of 4e-15. */
export function expectClose(found: Nested, expected: Nested): void {
  if (Array.isArray(expected)) {
    expect(found).toHaveLength(expected.length);
    expected.forEach((entry, i) => {
      expectClose((found as Nested[])[i] as Nested, entry);
    });
  } else {
    const allowed = 4e-15 * Math.max(1, Math.abs(expected));
    expect(Math.abs((found as number) - expected), `${found} for ${expected}`).toBeLessThanOrEqual(allowed);
  }
}

/** One of PyTorch's answers: the input, the targets, and per reduction the loss and the input's gradient. */
interface Case {
  input: number[][];
  target: unknown;
  mean: { loss: number; grad: number[][] };
  sum: { loss: number; grad: number[][] };
  none: { loss: Nested; grad: number[][] };
}

/** What every loss owes: PyTorch's numbers and gradients under each reduction, and a sentence for a wrong one. */
export function lossSuite(
  name: string,
  cases: Case[],
  loss: (input: Value[][], target: never, options: LossOptions) => Value | Value[],
): void {
  describe.each(cases.map((example, i) => ({ ...example, i })))(`${name}, golden case $i`, (example) => {
    test.each(["mean", "sum", "none"] as const)("reduction %s equals PyTorch, gradients too", (reduction) => {
      const input = leaves(example.input);
      const result = loss(input, example.target as never, { reduction });
      const { loss: expected, grad } = example[reduction];
      expectClose(
        [result].flat().map((v) => v.data),
        [expected].flat(2) as number[],
      );
      const total = Array.isArray(result) ? sum(result) : result;
      total.backward();
      expectClose(
        input.map((row) => row.map((v) => v.grad)),
        grad,
      );
    });

    test("the default reduction is the mean", () => {
      const [input, target] = [leaves(example.input), example.target as never];
      expect((loss(input, target, {}) as Value).data).toBe(
        (loss(input, target, { reduction: "mean" }) as Value).data,
      );
    });
  });

  test(`${name} refuses an unknown reduction`, () => {
    const [example] = cases as [Case];
    expect(() => loss(leaves(example.input), example.target as never, { reduction: "avg" as never })).toThrow(
      `${name}: reduction is "mean", "sum" or "none"; got "avg".`,
    );
  });
}

/** How many nodes lie between these results and the leaves that have a label, plain numbers included. */
export function nodesBelow(...results: Value[]): number {
  const seen = new Set<number>();
  const queue = [...results];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node.id) || node.label !== "") continue;
    seen.add(node.id);
    queue.push(...node.inputs);
  }
  return seen.size;
}

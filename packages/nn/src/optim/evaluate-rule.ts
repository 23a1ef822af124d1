import { evaluate, type Tensor, tensor, zeros } from "@outgrad/engine";
import { parseProgram } from "@outgrad/ops";
import type { Numbers } from "./blocks.js";
import { type NumberParts, numberParts } from "./number-parts.js";
import type { Rule, Update } from "./rule.js";

const read = new Map<Rule, NumberParts>();

function partsOf(rule: Rule, names: readonly string[]): NumberParts {
  const parts = read.get(rule) ?? numberParts(parseProgram(rule.program), names);
  read.set(rule, parts);
  return parts;
}

/**
 * Changes Tensors where their numbers are, by a rule: those that it has lines for. Nothing is read, so a NaN is not found
 * there but spreads.
 */
export function evaluateRule({ rule, numbers }: Update, tensors: Readonly<Record<string, Tensor>>): void {
  const { lines, complete } = partsOf(rule, Object.keys(numbers));
  const changed = [...new Set(lines.map(({ name }) => name))].filter((name) => name in tensors);
  const results = evaluate(lines, tensors, complete(numbers), changed);
  for (const [i, name] of changed.entries()) (tensors[name] as Tensor).data = results[i] as Tensor;
}

/** A leaf with these numbers, in another Tensor's shape and dtype. */
export const leafLike = ({ shape, dtype }: Tensor, numbers: Numbers): Tensor =>
  tensor(numbers, { shape, dtype });

/** A leaf with the numbers that a Tensor has now, where that has them: a leaf's are kept, by backends that free memory early. */
export function snapshotOf(t: Tensor): Tensor {
  const leaf = zeros(t.shape as number[], { dtype: t.dtype });
  leaf.data = t.detach();
  return leaf;
}

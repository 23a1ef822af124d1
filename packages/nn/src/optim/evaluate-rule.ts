import { evaluate, type Floats, type Tensor } from "@outgrad/engine";
import { parseProgram } from "@outgrad/ops";
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

/** A leaf of another Tensor's shape and dtype, with these numbers; those of a Tensor stay where they are. */
export function leafLike(like: Tensor, numbers: Floats | Tensor): Tensor {
  const leaf = like.newFull(like.shape as number[], 0);
  leaf.data = numbers;
  return leaf;
}

/** A leaf with the numbers that a Tensor has now: a leaf's are kept, by backends that free memory early. */
export const snapshotOf = (t: Tensor): Tensor => leafLike(t, t.detach());

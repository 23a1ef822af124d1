import type { Vertex } from "../graph/graph.js";
import { describe } from "../graph/texts.js";
import { clean } from "../text/clean.js";
import { factor, formatNumber } from "../text/number.js";
import type { Part } from "./flow.js";

/** A step in words, with its numbers. */
export function sentenceOf(
  node: Vertex,
  upstream: number,
  parts: readonly Part[],
  names: ReadonlyMap<number, string>,
): string {
  const several = new Set(parts.map(({ input }) => input)).size > 1;
  const whom = several ? "its inputs, each" : "its input,";
  const gets = parts.map(({ input, slope, before, added, after, accumulates }) => {
    const product = `${factor(upstream)} * ${factor(slope)} = ${formatNumber(added)}`;
    const name = clean(names.get(input) ?? "");
    if (!accumulates) return `${name} gets ${product}`;
    return `${name} has ${formatNumber(before)} already and gets ${product} more, ${formatNumber(after)} in all`;
  });
  const passes = `${describe(node, names)} passes its gradient ${formatNumber(upstream)} to ${whom}`;
  return `${passes} times the local slope: ${gets.join("; ")}.`;
}

import { clip, limits } from "../limits.js";
import type { Row } from "../protocol.js";
import type { AnyValue } from "./modules.js";

/** The graph of a value as it travels, or in words why it cannot. No recursion. */
export function rowsOf(root: AnyValue): readonly Row[] | string {
  const rows = new Map<number, Row>();
  const waiting: AnyValue[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (rows.has(node.id)) continue;
    if (rows.size === limits.nodes) {
      return `The graph has more than ${limits.nodes} values, too many to show. Export a value further inside, or a smaller example.`;
    }
    const { id, op, data, grad, params, inputs, isConstant } = node;
    rows.set(id, {
      id,
      op,
      label: clip(String(node.label), limits.label),
      data,
      grad,
      params: [...params],
      inputs: inputs.map((input) => input.id),
      isConstant,
    });
    waiting.push(...inputs);
  }
  return [...rows.values()].sort((a, b) => a.id - b.id);
}

import { toText } from "@outgrad/ops";
import type { Vertex } from "../graph/graph.js";
import { statementOf } from "../graph/statement.js";
import { nameIn } from "../graph/texts.js";

/** What a value was computed as: `a * b`; "leaf" or "a plain number" where no op made it. */
export function madeOf(node: Vertex, names: ReadonlyMap<number, string>): string {
  if (node.isLeaf) return node.isConstant ? "a plain number" : "leaf";
  return toText(statementOf(node.op), nameIn(node, names));
}

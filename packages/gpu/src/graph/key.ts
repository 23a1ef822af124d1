import type { Traced, TracedNode } from "@outgrad/engine/backend";

const keys = new Map<string, string>();

/** A short key for each graph of samples of such sizes: what has the same nodes has the same, and is compiled once. */
export function keyOf({ nodes, outputs, inputs }: Traced, sizes: readonly number[]): string {
  const text = [nodes.map(lineOf).join("\n"), outputs, inputs, sizes].join("\n\n");
  const key = keys.get(text) ?? `graph ${keys.size + 1} of ${nodes.length} nodes`;
  keys.set(text, key);
  return key;
}

function lineOf(node: TracedNode): string {
  switch (node.kind) {
    case "leaf":
      return "leaf";
    case "constant":
      return String(node.number);
    case "stop":
      return `stop ${node.input}`;
    case "op":
      return `${node.op} ${node.inputs} ${node.params}`;
  }
}

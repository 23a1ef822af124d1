/**
 * A node of a computation as checks read it: Values of any engine that has these fields. A leaf has no inputs; the same
 * node is the same object wherever it is found.
 */
export interface GraphNode {
  /** The op's name in the op table, "" for a leaf. */
  readonly op: string;
  /** What the op was applied to, in order. */
  readonly inputs: readonly GraphNode[];
  /** The value. */
  readonly data: number;
  /** d(root)/d(this). */
  readonly grad: number;
  /** The op's parameters; its defaults if absent. */
  readonly params?: readonly number[];
  /** A name for people. */
  readonly label?: string;
  /** false for a plain number in a formula, which has no gradient. */
  readonly hasGrad?: boolean;
}

/** One use of a node: as the index-th input of another. */
export interface Use {
  readonly by: GraphNode;
  readonly index: number;
}

/**
 * All nodes that root was computed from, inputs before results, root last, each with its uses. Iterative, so that a
 * chain of a million nodes is no problem.
 *
 * @throws Error if a node is computed from itself.
 */
export function usesOf(root: GraphNode): Map<GraphNode, Use[]> {
  const uses = new Map<GraphNode, Use[]>();
  const open = new Set<GraphNode>();
  const path: { node: GraphNode; next: number }[] = [];
  const enter = (node: GraphNode) => {
    if (open.has(node))
      throw new Error("checkGraph: the graph has a cycle, a node that is computed from itself.");
    open.add(node);
    path.push({ node, next: 0 });
  };
  enter(root);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const input = top.node.inputs[top.next++];
    if (input === undefined) {
      path.pop();
      open.delete(top.node);
      uses.set(top.node, []);
    } else if (!uses.has(input)) {
      enter(input);
    }
  }
  for (const node of uses.keys()) {
    node.inputs.forEach((input, index) => {
      uses.get(input)?.push({ by: node, index });
    });
  }
  return uses;
}

/** A node in words: `tanh "o" of (0.88)`. */
export function named({ op, label, inputs, data }: GraphNode): string {
  const name = label ? ` "${label}"` : "";
  return op === ""
    ? `leaf${name} (${data})`
    : `${op}${name} of (${inputs.map((input) => input.data).join(", ")})`;
}

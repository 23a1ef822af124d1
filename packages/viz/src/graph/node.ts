/**
 * What a graph is read from: any object with these fields, such as a `Value` of `@outgrad/engine`.
 *
 * Inputs must have smaller ids than what was computed from them; the same input twice stands twice.
 */
export interface GraphNode {
  readonly id: number;
  readonly data: number;
  readonly grad: number;
  readonly label: string;
  /** A name of the op table; "" for a leaf or a constant. */
  readonly op: string;
  readonly params: readonly number[];
  readonly inputs: readonly GraphNode[];
}

/** Whether the node says that it was a plain number in the program, so that no gradient is kept for it. */
export function isConstant(node: GraphNode): boolean {
  const { op, label } = node;
  // A leaf of the engine need not know where it was used, and then cannot be asked.
  const isLeaf = "leaf" in node && node.leaf !== null;
  return op === "" && label === "" && !isLeaf && "isConstant" in node && node.isConstant === true;
}

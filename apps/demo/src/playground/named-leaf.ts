import type { Vertex } from "@outgrad/viz";

/** Whether a person may give the node a number: it is a leaf with a name, and no plain number. */
export const isNamedLeaf = ({ isLeaf, isConstant, label }: Vertex): boolean =>
  isLeaf && !isConstant && label !== "";

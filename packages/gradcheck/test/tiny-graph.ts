import { apply, leaf, type Node } from "./tiny-engine.js";

/** Nodes of L = tanh(a * b + c) * f, in the order of their creation. */
export type TinyGraph = Record<"a" | "b" | "c" | "f" | "e" | "d" | "t" | "L", Node>;

export function graph(): TinyGraph {
  const [a, b, c, f] = [leaf(2, "a"), leaf(-3, "b"), leaf(6.5, "c"), leaf(-2, "f")] as const;
  const e = apply("mul", [a, b], "e");
  const d = apply("add", [e, c], "d");
  const t = apply("tanh", [d], "t");
  const L = apply("mul", [t, f], "L");
  return { a, b, c, f, e, d, t, L };
}

export const order = (nodes: TinyGraph): Node[] => Object.values(nodes);

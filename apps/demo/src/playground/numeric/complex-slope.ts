import { type Complex, evaluateComplex, opOf } from "@outgrad/ops";
import type { Graph, Vertex } from "@outgrad/viz";
import { isNamedLeaf } from "../named-leaf.ts";

/**
 * The complex step Im f(x + ih) / h by one named leaf of a recorded graph, whose ids are its places: nothing is
 * subtracted, so nothing cancels. Every branch that was taken stays taken. Undefined where an op has no complex version.
 */
export function complexSlope({ nodes, roots }: Graph, leaf: string, h: number): number | undefined {
  const values: Complex[] = [];
  try {
    for (const node of nodes) values.push(compute(node, values, leaf, h));
  } catch {
    return undefined;
  }
  const [, imaginary] = values[roots[0] as number] as Complex;
  return imaginary / h;
}

function compute(node: Vertex, values: readonly Complex[], leaf: string, h: number): Complex {
  const { isLeaf, label, data, params, inputs } = node;
  if (isLeaf) return [data, isNamedLeaf(node) && label === leaf ? h : 0];
  const { args, params: names, formula } = opOf(node.op);
  const env = [
    ...args.map((name, k) => [name, values[inputs[k]?.id as number] as Complex] as const),
    ...Object.keys(names).map((name, k) => [name, [params[k] as number, 0] as Complex] as const),
  ];
  return evaluateComplex(formula, Object.fromEntries(env));
}

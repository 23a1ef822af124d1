import { compare, type Formula, mapParts, type OpName, opOf } from "@outgrad/ops";
import type { Graph, Vertex } from "../graph/graph.js";

/**
 * A formula of one value without the choices that its plain numbers have made: of `0 if b == 0, otherwise ...` in
 * `a ** 2` only the second branch is left. Choices that the data makes stay, because they are the lesson.
 */
export function settled(formula: Formula, node: Vertex, graph: Graph): Formula {
  const { args, params } = opOf(node.op as OpName);
  const plain = new Map(Object.keys(params).map((name, i) => [name, node.params[i] as number]));
  for (const [i, { id }] of node.inputs.entries()) {
    const input = graph.nodes.find((each) => each.id === id);
    if (input?.isConstant) plain.set(args[i] as string, input.data);
  }
  return plain.size === 0 ? formula : settle(formula, plain);
}

function settle(formula: Formula, plain: ReadonlyMap<string, number>): Formula {
  if (formula.kind === "choose") {
    const [left, right] = [numberOf(formula.left, plain), numberOf(formula.right, plain)];
    if (left !== undefined && right !== undefined) {
      return settle(compare[formula.comparison](left, right) ? formula.then : formula.otherwise, plain);
    }
  }
  return mapParts(formula, (part) => settle(part, plain));
}

function numberOf(formula: Formula, plain: ReadonlyMap<string, number>): number | undefined {
  if (formula.kind === "number") return formula.value;
  return formula.kind === "name" ? plain.get(formula.name) : undefined;
}

import { type Assignment, type BinaryOperator, type Formula, opOf } from "@outgrad/ops";
import type { Graph, Vertex } from "@outgrad/viz";
import type { Circuit } from "../circuit.ts";
import { isNamedLeaf } from "../named-leaf.ts";

/** More lines than this fill a page and tell nobody anything. */
const mostNodes = 400;

/** The lines that compute a circuit's result, or in a sentence why they are not written down. */
export function programOf({ expression, graph }: Circuit): readonly Assignment[] | string {
  if (expression) return expression.program;
  const count = graph.nodes.filter(({ isConstant }) => !isConstant).length;
  if (count > mostNodes) {
    return `The program computes ${count} values, too many to write their derivatives on a page; up to ${mostNodes} are written.`;
  }
  return linesOf(graph);
}

const operators: Readonly<Record<string, BinaryOperator>> = { add: "+", sub: "-", mul: "*", div: "/" };

/**
 * A recorded graph as a program: a line for each value that has a name or is used more than once, the others written
 * where they are used. Choices that the program took are not in it.
 */
function linesOf({ nodes, roots }: Graph): Assignment[] {
  const uses = new Map<number, number>();
  for (const { inputs } of nodes) for (const { id } of inputs) uses.set(id, (uses.get(id) ?? 0) + 1);
  const taken = new Set(nodes.filter(isNamedLeaf).map(({ label }) => label));
  const formulas = new Map<number, Formula>();
  const lines: Assignment[] = [];
  for (const node of nodes) {
    const formula = formulaOf(node, formulas);
    const isOwnLine = !node.isLeaf && (node.label !== "" || (uses.get(node.id) ?? 0) > 1);
    if (!isOwnLine && node.id !== roots[0]) {
      formulas.set(node.id, formula);
      continue;
    }
    const name = unused(node.label || `v${node.id}`, taken);
    taken.add(name);
    lines.push({ name, formula, span });
    // What was computed after the result says nothing about it.
    if (node.id === roots[0]) break;
    formulas.set(node.id, named(name));
  }
  return lines;
}

const span = [0, 0] as const;
const named = (name: string): Formula => ({ kind: "name", name, span });
const number = (value: number): Formula => ({ kind: "number", value, span });

function formulaOf(node: Vertex, formulas: ReadonlyMap<number, Formula>): Formula {
  if (node.isLeaf) return isNamedLeaf(node) ? named(node.label) : number(node.data);
  const args = node.inputs.map(({ id }) => formulas.get(id) as Formula);
  const [left, right] = args as [Formula, Formula];
  const operator = operators[node.op];
  if (operator) return { kind: "binary", operator, left, right, span };
  if (node.op === "neg") return { kind: "negate", of: left, span };
  // Parameters that are the usual ones are not written.
  const usual = Object.values(opOf(node.op).params);
  const params = node.params.every((x, i) => Object.is(x, usual[i])) ? [] : node.params.map(number);
  return { kind: "call", name: node.op, args: [...args, ...params], span };
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  while (taken.has(free)) free += "′";
  return free;
}

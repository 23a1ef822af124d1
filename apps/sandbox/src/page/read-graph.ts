import { type OpName, ops } from "@outgrad/ops";
import { type Graph, type GraphNode, trace } from "@outgrad/viz";
import { limits } from "../limits.js";
import { isNumber, isRecord, isText } from "./read.js";

/**
 * The graph that came out of the sandbox, or in words why there is none. Every row is checked against the op table, and
 * the graph is traced anew from them: slopes and names of ops are this page's own.
 */
export function readGraph(rows: unknown): Graph | string {
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > limits.nodes) return broken;
  const nodes = new Map<number, GraphNode>();
  let root: GraphNode | undefined;
  let last = -1;
  for (const row of rows as unknown[]) {
    if (!isRecord(row)) return broken;
    const { id, op, label, data, grad, params, inputs, isConstant } = row;
    if (!Number.isSafeInteger(id) || (id as number) <= last) return broken;
    if (!isText(op, limits.label) || !isText(label, limits.label) || !isNumber(data) || !isNumber(grad))
      return broken;
    if (!Array.isArray(params) || !Array.isArray(inputs) || typeof isConstant !== "boolean") return broken;
    if (op !== "" && !Object.hasOwn(ops, op))
      return `The graph uses an op of its own, ${op}, which cannot be shown here.`;
    const { args, params: wanted = {} } = op === "" ? { args: [] } : (ops as Table)[op as OpName];
    if (inputs.length !== args.length || params.length !== Object.keys(wanted).length) return broken;
    if (!params.every(isNumber)) return broken;
    const found = inputs.map((input) => nodes.get(input as number));
    if (found.includes(undefined)) return broken;
    last = id as number;
    root = { id: last, op, label, data, grad, params: [...params], inputs: found as GraphNode[], isConstant };
    nodes.set(last, root);
  }
  // The root is younger than all that it was computed from.
  return trace(root as GraphNode);
}

type Table = Readonly<Record<OpName, { readonly args: readonly string[]; readonly params?: object }>>;

const broken = "The graph that came back from the sandbox is not one.";

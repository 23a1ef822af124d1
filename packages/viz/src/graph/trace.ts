import { type OpName, opOf } from "@outgrad/ops";
import { checkOptions } from "../text/expected.js";
import { found, isRecord } from "../text/found.js";
import { type Graph, isGraph, type Vertex } from "./graph.js";
import { checkGroup, type GroupBy } from "./group.js";
import { grouped } from "./grouped.js";
import type { GraphNode } from "./node.js";

/**
 * Everything that a value, or several values, were computed from, as plain data, with the numbers of this moment
 * and the local slope on every edge. No recursion: a million values are fine. With `group`, neurons or layers as one
 * vertex each, as `grouped` makes them.
 *
 * @throws TypeError for what is no value; RangeError for another way to group; Error for more than `limit` values.
 */
export function trace(roots: GraphNode | readonly GraphNode[], options: TraceOptions = {}): Graph {
  checkOptions({ called: "trace", example: "root, { limit: 1000 }" }, options);
  const { limit = Infinity, group = "value" } = options;
  checkGroup("trace", group);
  const graph = traced("trace", roots, limit);
  return group === "value" ? graph : grouped(graph, group);
}

/** What is traced of a graph. */
export interface TraceOptions {
  /** More values than this are refused with a sentence; no limit if absent. */
  readonly limit?: number;
  /** How much one vertex stands for: "value", if absent, "neuron", "layer", or as a function of a value says. */
  readonly group?: GroupBy;
}

function traced(called: string, roots: GraphNode | readonly GraphNode[], limit: number): Graph {
  const from = Array.isArray(roots) ? (roots as readonly GraphNode[]) : [roots as GraphNode];
  const odd = from.findIndex((root) => !isNode(root));
  if (odd >= 0) {
    const where = Array.isArray(roots) ? ` at place ${odd} of the list` : "";
    throw new TypeError(
      `${called}: expected a value, a list of values, or a graph, as in ${called}(loss); got ${found(from[odd])}${where}.`,
    );
  }
  const seen = new Set<number>();
  const nodes: Vertex[] = [];
  const waiting = [...from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    if (seen.size > limit) throw tooLarge(limit);
    const { inputs } = node;
    nodes.push(vertex(node, inputs));
    for (const input of inputs) waiting.push(input);
  }
  return { nodes: nodes.sort((a, b) => a.id - b.id), roots: from.map(({ id }) => id) };
}

function vertex(node: GraphNode, inputs: readonly GraphNode[]): Vertex {
  const { id, op, label, data, grad } = node;
  const isLeaf = op === "";
  if (isLeaf) {
    return {
      id,
      op,
      opLabel: "",
      label,
      data,
      grad,
      params: none,
      inputs: none,
      isLeaf,
      isConstant: node.isConstant === true,
    };
  }
  const { label: opLabel, partials } = opOf(op as OpName);
  const params = [...node.params];
  const numbers = [...inputs.map((input) => input.data), ...params, data];
  const edges = inputs.map((input, i) => {
    const slope = input.isConstant ? 0 : (partials[i] as (...numbers: number[]) => number)(...numbers);
    return { id: input.id, slope };
  });
  return { id, op, opLabel, label, data, grad, params, inputs: edges, isLeaf, isConstant: false };
}

const none: readonly never[] = [];

/** A graph stays one; a value, or several, are traced for the function that was called. */
export function graphOf(source: Source, limit: number, called = "draw"): Graph {
  if (isGraph(source)) {
    if (source.nodes.length > limit) throw tooLarge(limit);
    return source;
  }
  return traced(called, source, limit);
}

function isNode(given: unknown): given is GraphNode {
  return (
    isRecord(given) &&
    typeof given.id === "number" &&
    typeof given.op === "string" &&
    Array.isArray(given.inputs)
  );
}

/** What can be drawn: a traced graph, a value, or several values. */
export type Source = Graph | GraphNode | readonly GraphNode[];

function tooLarge(limit: number): Error {
  return new Error(
    `The graph has more than ${limit} values, too many to look at. Take a value further inside as the root, ` +
      "or a smaller example; trace(root) gives all of them as data.",
  );
}

import type { Graph } from "../graph/graph.js";
import { type Flow, flowsOf } from "../steps/flow.js";
import { clean } from "../text/clean.js";
import { carriedInto, carriedOver } from "./carried.js";

/** A gradient that was sent on although more was still to come for it. */
export interface Early {
  /** The position of the story at which this happens. */
  readonly position: number;
  /** The id of the value that sent it. */
  readonly id: number;
  /** The gradient it held then. */
  readonly sent: number;
}

/** A leaf whose gradient ends up wrong. */
export interface WrongGradient {
  readonly id: number;
  readonly label: string;
  /** What it ends up with. */
  readonly grad: number;
  /** What the engine's order gives. */
  readonly right: number;
}

/** The sends of unfinished gradients in a pass; its steps begin two positions after `forward`. */
export function earlySends(flows: readonly Flow[], forward: number): Early[] {
  const lastArrival = new Map<number, number>();
  for (const [i, { parts }] of flows.entries()) for (const { input } of parts) lastArrival.set(input, i);
  return flows.flatMap(({ node: { id }, upstream }, i) =>
    (lastArrival.get(id) ?? -1) > i ? [{ position: forward + 2 + i, id, sent: upstream }] : [],
  );
}

/** The leaves that a pass, or several, leave with another gradient than the engine's order does. */
export function wrongGradients(
  graph: Graph,
  flows: readonly Flow[],
  passes: number,
  names: ReadonlyMap<number, string>,
): WrongGradient[] {
  const found = finalGradients(graph, flows, passes);
  const wanted = finalGradients(graph, flowsOf(graph), passes);
  return graph.nodes.flatMap(({ id, isLeaf }) => {
    const [grad, right] = [found.get(id), wanted.get(id)];
    if (!isLeaf || grad === undefined || right === undefined || agree(grad, right)) return [];
    return [{ id, label: clean(names.get(id) ?? ""), grad, right }];
  });
}

function finalGradients(graph: Graph, flows: readonly Flow[], passes: number): Map<number, number> {
  const grads = new Map<number, number>();
  for (const { parts } of carriedInto(flows, carriedOver(graph, flows, passes))) {
    for (const { input, after } of parts) grads.set(input, after);
  }
  return grads;
}

/** Another order of the same sum may differ in its last digits. */
function agree(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

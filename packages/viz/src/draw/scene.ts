import { namesOf } from "../graph/names.js";
import type { Graph, Vertex } from "../graph/trace.js";
import { type Flow, flowsOf } from "../steps/flow.js";

/** What is shown of a graph: which values get a card, and how far backward has come. */
export interface Scene {
  readonly names: ReadonlyMap<number, string>;
  /** The values with a card, in the order of creation. */
  readonly cards: readonly Vertex[];
  /** The constants that stand in the badge of what uses them instead, by id. */
  readonly folded: ReadonlyMap<number, Vertex>;
  /** Where backward stands; undefined for the gradients that the graph holds. */
  readonly moment: Moment | undefined;
}

/** Backward after some of its steps. */
export interface Moment {
  /** The step that was just done; undefined before the first. */
  readonly flow: Flow | undefined;
  /** The gradients so far, by id; what has got nothing yet is absent. */
  readonly grads: ReadonlyMap<number, number>;
  /** The values that will still get more. */
  readonly unfinished: ReadonlySet<number>;
}

/** What a card says about its gradient. */
export interface Gradient {
  /** Undefined if backward has not come here. */
  readonly value: number | undefined;
  /** Whether nothing more will be added to it. */
  readonly isComplete: boolean;
}

/** The gradient of a value at the scene's moment. */
export function gradientIn({ moment }: Scene, { id, grad }: Vertex): Gradient {
  if (moment === undefined) return { value: grad, isComplete: true };
  return { value: moment.grads.get(id), isComplete: !moment.unfinished.has(id) };
}

export function sceneOf(graph: Graph, constants: "fold" | "show", step: number | undefined): Scene {
  const folds = (node: Vertex) => constants === "fold" && node.isConstant && !graph.roots.includes(node.id);
  return {
    names: namesOf(graph),
    cards: graph.nodes.filter((node) => !folds(node)),
    folded: new Map(graph.nodes.filter(folds).map((node) => [node.id, node])),
    moment: step === undefined ? undefined : momentOf(graph, step),
  };
}

function momentOf(graph: Graph, step: number): Moment {
  const flows = flowsOf(graph);
  if (!Number.isInteger(step) || step < 0 || step > flows.length) {
    throw new RangeError(
      `draw: step ${step} does not exist; backward of this graph has ${flows.length} steps, so step is 0 (only the ` +
        `root's own gradient, 1) to ${flows.length}.`,
    );
  }
  const grads = new Map<number, number>([[graph.roots[0] as number, 1]]);
  for (const { parts } of flows.slice(0, step)) for (const { input, after } of parts) grads.set(input, after);
  const unfinished = new Set(flows.slice(step).flatMap(({ parts }) => parts.map(({ input }) => input)));
  return { flow: flows[step - 1], grads, unfinished };
}

import type { Graph, Vertex } from "../graph/graph.js";
import { isGrouped, summary } from "../graph/group.js";
import { namesOf } from "../graph/names.js";
import { flowsOf } from "../steps/flow.js";
import type { DrawnMoment } from "./moment.js";

/** What is shown of a graph: which vertices get a card, and how far forward and backward have come. */
export interface Scene {
  readonly names: ReadonlyMap<number, string>;
  /** The vertices with a card, in the order of creation. */
  readonly cards: readonly Vertex[];
  /** The constants that stand in the badge of what uses them instead, by id. */
  readonly folded: ReadonlyMap<number, Vertex>;
  /** Whether some cards stand for many values. */
  readonly isGrouped: boolean;
  /** Where the story stands; undefined for the numbers that the graph holds. */
  readonly moment: DrawnMoment | undefined;
  /** The cards of the values at work: the current one, and what it reads or passes its gradient on to. */
  readonly current: number | undefined;
  readonly receives: ReadonlySet<number>;
}

/** What a card says about its gradient. */
export interface Gradient {
  /** Undefined if backward has not come here. */
  readonly value: number | undefined;
  /** Whether nothing more will be added to it. */
  readonly isComplete: boolean;
}

/** The gradient of a vertex at the scene's moment; of several outputs, the length of what has arrived. */
export function gradientIn({ moment }: Scene, { id, grad, group }: Vertex): Gradient {
  if (moment === undefined) return { value: grad, isComplete: true };
  const outputs = (group?.outputs ?? [{ id, data: 0 }]).flatMap((output) => {
    const arrived = moment.grads.get(output.id);
    return arrived === undefined ? [] : [{ ...output, grad: arrived }];
  });
  return {
    value: outputs.length === 0 ? undefined : summary(outputs).grad,
    isComplete: !(group?.outputs ?? [{ id }]).some((output) => moment.unfinished.has(output.id)),
  };
}

/** Whether the value of a vertex is computed at the scene's moment. */
export function isKnown({ moment }: Scene, { id, group, isConstant }: Vertex): boolean {
  if (moment?.known === undefined || isConstant) return true;
  const { known } = moment;
  return (group?.outputs ?? [{ id }]).every((output) => known.has(output.id));
}

export function sceneOf(graph: Graph, constants: "fold" | "show", moment: DrawnMoment | undefined): Scene {
  const roots = new Set(graph.roots);
  const folds = ({ id, isConstant, label }: Vertex) =>
    constants === "fold" && isConstant && label === "" && !roots.has(id);
  const cardOf = new Map<number, number>();
  if (moment?.current !== undefined) {
    for (const { id, group } of graph.nodes)
      for (const member of group?.members ?? []) cardOf.set(member, id);
  }
  const home = (id: number) => cardOf.get(id) ?? id;
  const { current, inputs = [] } = moment ?? {};
  const at = current === undefined ? undefined : home(current);
  return {
    names: namesOf(graph),
    cards: graph.nodes.filter((node) => !folds(node)),
    folded: new Map(graph.nodes.filter(folds).map((node) => [node.id, node])),
    isGrouped: isGrouped(graph),
    moment,
    current: at,
    receives: new Set(inputs.map(({ input }) => home(input)).filter((id) => id !== at)),
  };
}

/** Backward of a graph of values after some of its steps. */
export function momentAfter(graph: Graph, step: number): DrawnMoment {
  if (isGrouped(graph)) {
    throw new Error(
      "draw: steps are of values, and this graph is grouped; give `at`, a moment of its story.",
    );
  }
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
  const flow = flows[step - 1];
  return {
    phase: "backward",
    grads,
    unfinished,
    ...(flow && { current: flow.node.id, inputs: flow.parts }),
  };
}

import type { Step, Vertex } from "@outgrad/viz";
import type { Circuit } from "./circuit.ts";
import { clampPosition, type Place, placeAt, type Timeline } from "./timeline.ts";

/** What is known at one point of an expression's story. */
export interface Moment {
  readonly place: Place;
  /** Ids of the nodes whose values are known. */
  readonly known: ReadonlySet<number>;
  /** The gradients that have arrived, by id. */
  readonly grads: ReadonlyMap<number, number>;
  /** Ids of the nodes whose gradients will still grow. */
  readonly unfinished: ReadonlySet<number>;
  /** The node that computes its value or passes its gradient on right now. */
  readonly current: Vertex | undefined;
  /** The chain-rule step that has just been taken. */
  readonly step: Step | undefined;
}

/**
 * The story of a circuit: a step forward for every node, one for the result's own gradient 1, and a
 * chain-rule step for every node that has inputs.
 */
export const timelineOf = ({ tape, steps }: Circuit): Timeline => ({
  forward: tape.length,
  backward: steps.length + 1,
});

/**
 * What is known at a position. Leaves start the last backward pass with what the passes before have left
 * in them, because nobody has called zeroGrad().
 */
export function momentAt(circuit: Circuit, position: number): Moment {
  const { tape, steps, passes } = circuit;
  const timeline = timelineOf(circuit);
  const place = placeAt(timeline, clampPosition(timeline, position));
  const forward = place.phase === "forward";
  const known = new Set((forward ? tape.slice(0, place.done) : tape).map(({ id }) => id));
  const grads = new Map<number, number>();
  const carried = carriedBy(circuit);
  for (const [id, grad] of carried) if (known.has(id)) grads.set(id, grad);
  if (forward || passes === 0) {
    const current = forward ? tape[place.done - 1] : undefined;
    return { place, known, grads, unfinished: new Set(), current, step: undefined };
  }
  const taken = steps.slice(0, place.done - 1);
  grads.set(rootOf(circuit), 1 + (carried.get(rootOf(circuit)) ?? 0));
  for (const { contributions } of taken) {
    for (const { input, after } of contributions) grads.set(input, (carried.get(input) ?? 0) + after);
  }
  const unfinished = new Set(
    steps.slice(taken.length).flatMap(({ contributions }) => contributions.map(({ input }) => input)),
  );
  const step = taken.at(-1);
  const id = step?.id ?? rootOf(circuit);
  return { place, known, grads, unfinished, current: tape.find((node) => node.id === id), step };
}

/** What earlier backward passes have left in the leaves. */
function carriedBy({ tape, steps, passes }: Circuit): Map<number, number> {
  const carried = new Map<number, number>();
  if (passes < 2) return carried;
  const leaves = new Set(tape.filter(({ isLeaf }) => isLeaf).map(({ id }) => id));
  for (const { contributions } of steps) {
    for (const { input, after } of contributions) if (leaves.has(input)) carried.set(input, after);
  }
  for (const [id, grad] of carried) {
    let sum = grad;
    for (let pass = 2; pass < passes; pass++) sum += grad;
    carried.set(id, sum);
  }
  return carried;
}

/** The id of the result. */
export const rootOf = ({ graph }: Pick<Circuit, "graph">): number => graph.roots[0] as number;

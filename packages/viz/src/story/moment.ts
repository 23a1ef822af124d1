import type { Vertex } from "../graph/graph.js";
import type { Flow } from "../steps/flow.js";
import type { Step } from "../steps/steps.js";
import type { Story } from "./story.js";

/** What is known at one position of a story. */
export interface Moment {
  readonly position: number;
  readonly phase: "forward" | "backward";
  /** How many positions of the phase are done. */
  readonly done: number;
  /** How many positions the phase has. */
  readonly of: number;
  /** The ids of the values that are computed. */
  readonly known: ReadonlySet<number>;
  /** The gradients so far, by id; what has got nothing yet is absent. */
  readonly grads: ReadonlyMap<number, number>;
  /** The ids of the values that will still get more in this pass. */
  readonly unfinished: ReadonlySet<number>;
  /** The value that has just been computed, or has just passed its gradient on. */
  readonly current?: Vertex;
  /** The chain-rule step that has just been taken. */
  readonly step?: Step;
}

/** What a story is made of. */
export interface Told {
  /** The chain-rule steps of the last backward pass, in numbers. */
  readonly flows: readonly Flow[];
  /** What the passes before have left, by id. */
  readonly carried: ReadonlyMap<number, number>;
  stepAt(index: number): Step | undefined;
}

/** What is known at a position, which is a whole number from 0 to the story's last. */
export function momentAt(story: Story, { flows, carried, stepAt }: Told, position: number): Moment {
  const { graph, tape, passes, forward, backward } = story;
  const isForward = position <= forward;
  const known = new Set((isForward ? tape.slice(0, position) : tape).map(({ id }) => id));
  const grads = new Map<number, number>();
  for (const [id, grad] of carried) if (known.has(id)) grads.set(id, grad);
  if (isForward) {
    const current = tape[position - 1];
    const here = { position, phase: "forward", done: position, of: forward, known, grads } as const;
    return { ...here, unfinished: new Set(), ...(current && { current }) };
  }
  const done = position - forward;
  const here = { position, phase: "backward", done, of: backward, known, grads } as const;
  if (passes === 0) return { ...here, unfinished: new Set() };
  const root = graph.roots[0] as number;
  grads.set(root, 1 + (carried.get(root) ?? 0));
  const unfinished = new Set<number>();
  for (const [i, { parts }] of flows.entries()) {
    for (const { input, after } of parts) {
      if (i < done - 1) grads.set(input, after);
      else unfinished.add(input);
    }
  }
  const step = stepAt(done - 2);
  const id = step?.id ?? root;
  const current = tape.find((node) => node.id === id);
  return { ...here, unfinished, ...(current && { current }), ...(step && { step }) };
}

/** A position in words: "forward 3 / 7". */
export function placeOf({ phase, done, of }: Pick<Moment, "phase" | "done" | "of">): string {
  return `${phase} ${done} / ${of}`;
}

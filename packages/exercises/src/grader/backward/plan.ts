/** A graph to try backward() on: each node with the places of its inputs, inputs first, the root last. */
export type Plan = readonly (readonly number[])[];

/** One step after the other. */
export const chain: Plan = [[], [0], [1], [2]];

/** Graphs where a long and a short way lead to the same node, with the long one first and last. */
export const diamonds: readonly Plan[] = [
  [[], [0], [1], [1, 2], [3, 1]],
  [[], [0], [1], [2, 1], [1, 3]],
  [[], [], [0, 1], [2, 1], [0, 3], [4, 2]],
  // Two of a kind.
  [[], [], [0], [1], [2, 3]],
];

/** A plan made of Values: the slope of each node with respect to each of its inputs. */
export type Slopes = readonly (readonly number[])[];

/** What each node's gradient has to be. */
export function wantedGradients(plan: Plan, slopes: Slopes): number[] {
  const grads = plan.map((_, i) => (i === plan.length - 1 ? 1 : 0));
  for (let i = plan.length - 1; i >= 0; i--) send(plan, slopes, grads, i);
  return grads;
}

/** Adds to the gradients of a node's inputs what the node sends them. */
export function send(plan: Plan, slopes: Slopes, grads: number[], i: number): void {
  (plan[i] as readonly number[]).forEach((input, j) => {
    grads[input] = (grads[input] as number) + (slopes[i]?.[j] as number) * (grads[i] as number);
  });
}

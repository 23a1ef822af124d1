import { type Story, story } from "@outgrad/viz";
import { computed, effect, signal } from "@preact/signals";
import { circuit, passes } from "./source.ts";
import { order, wanted } from "./telling.ts";

/** Larger graphs are told a task later, so that no task of the page is long. */
const many = 1000;
/** The newest graph that there was time to tell. */
const shown = signal(circuit.peek().graph);

effect(() => {
  const { graph } = circuit.value;
  if (graph.nodes.length < many) {
    shown.value = graph;
    return undefined;
  }
  const timer = setTimeout(() => {
    shown.value = graph;
  });
  return () => clearTimeout(timer);
});

/** The story that is told, or why the order asked for cannot be: then it is told in the engine's. */
const telling = computed((): { readonly told: Story; readonly refused?: string } => {
  const graph = shown.value;
  const options = { order: order.value, passes: passes.value };
  try {
    return { told: story(graph, options) };
  } catch (error) {
    if (order.value === "topological") throw error;
    return { told: story(graph, { ...options, order: "topological" }), refused: (error as Error).message };
  }
});
export const told = computed(() => telling.value.told);
/** Why the story is not told in the order asked for, if it is not. */
export const refused = computed(() => telling.value.refused?.replace(/^story: /, ""));

export const position = computed(() => told.value.at(wanted.value).position);

/** Goes to a position of the story; the end sticks to the end. */
export function goTo(next: number): void {
  if (next > told.peek().forward && passes.peek() === 0) passes.value = 1;
  const { last } = told.peek();
  const place = Math.max(0, Math.min(last, next));
  wanted.value = place === last ? Number.POSITIVE_INFINITY : place;
}

/** Runs backward once more, without clearing what is there. */
export function backwardAgain(): void {
  passes.value = Math.min(passes.peek() + 1, 99);
  goTo(Number.POSITIVE_INFINITY);
}

/** Clears every gradient: the story is back at the end of forward. */
export function zeroGrad(): void {
  passes.value = 0;
  goTo(told.peek().forward);
}

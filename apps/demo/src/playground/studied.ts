import { effect, signal } from "@preact/signals";
import type { Circuit } from "./circuit.ts";
import { circuit } from "./source.ts";

/** What the panels below the graph study: the newest circuit; of a large one, once the rest has been painted. */
export const studied = signal(circuit.peek());

/** More values than this take so long to study that a key would be felt. */
const few = 50;

/** Whether a circuit is studied in tasks of its own. */
export const isLarge = ({ graph }: Circuit): boolean => graph.nodes.length > few;

effect(() => {
  const next = circuit.value;
  if (!isLarge(next)) {
    studied.value = next;
    return undefined;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      studied.value = next;
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
});

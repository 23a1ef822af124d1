import { effect, signal } from "@preact/signals";
import { client } from "../store.ts";

/** The update that the run is on its way to: the slider stands there already; null when it has arrived. */
export const sought = signal<number | null>(null);

/** The newest wish, and whether one is being sought. */
let wanted = 0;
let isSeeking = false;

/** Lets the run stand at an update: of all that are wished while one is sought, only the last one is sought then. */
export async function seek(step: number): Promise<void> {
  wanted = step;
  sought.value = step;
  if (isSeeking) return;
  isSeeking = true;
  let asked: number;
  do {
    asked = wanted;
    await client.seek(asked);
  } while (asked !== wanted);
  isSeeking = false;
}

effect(() => {
  const { step, furthest } = client.progress.value;
  const goal = sought.value;
  if (goal === null) return;
  const isOver = client.playing.value || client.failure.value !== null;
  if (isOver || step === goal || furthest < goal) sought.value = null;
});

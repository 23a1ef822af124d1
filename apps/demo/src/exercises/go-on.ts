import type { Exercise } from "@outgrad/exercises/track";
import { open } from "./store.ts";
import { goToTask } from "./task-panel.tsx";

/** On to another exercise, and to the beginning of what it says. */
export function goOn(next: Exercise): void {
  open(next);
  // Its title stands in the page once it has been rendered.
  requestAnimationFrame(goToTask);
}

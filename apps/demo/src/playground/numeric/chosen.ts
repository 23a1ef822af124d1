import { computed, signal } from "@preact/signals";
import { circuit } from "../state.ts";

/** The leaf that a person chose to look at, by name; it may have gone since. */
export const wantedLeaf = signal<string | null>(null);

/** The leaf whose nudges are shown in full: the one that was chosen, else the first. */
export const chosenLeaf = computed<string | undefined>(() => {
  const names = [...circuit.value.leaves.keys()];
  return names.find((name) => name === wantedLeaf.value) ?? names[0];
});

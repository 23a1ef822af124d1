import { computed } from "@preact/signals";
import { circuit } from "../state.ts";
import { looking } from "./looking.ts";

/** The leaf whose nudges are shown in full: the one that was chosen, else the first. */
export const chosenLeaf = computed<string | undefined>(() => {
  const { leaf } = looking.value;
  return circuit.value.leaves.has(leaf) ? leaf : circuit.value.leaves.keys().next().value;
});

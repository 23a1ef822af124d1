import { computed } from "@preact/signals";
import { studied } from "../studied.ts";
import { looking } from "./looking.ts";

/** The leaf whose nudges are shown in full: the one that was chosen, else the first. */
export const chosenLeaf = computed<string | undefined>(() => {
  const { leaf } = looking.value;
  return studied.value.leaves.has(leaf) ? leaf : studied.value.leaves.keys().next().value;
});

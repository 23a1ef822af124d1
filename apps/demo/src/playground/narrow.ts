import { signal } from "@preact/signals";

const query = window.matchMedia("(max-width: 720px)");

/** Whether the screen is a phone's: one column. */
export const isNarrow = signal(query.matches);

query.addEventListener("change", () => {
  isNarrow.value = query.matches;
});

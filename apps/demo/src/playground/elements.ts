import { signal } from "@preact/signals";

/** Whether the elements of viz are there. They come after the first paint: what is written can be read before. */
export const areReady = signal(false);

import("@outgrad/viz/elements").then(() => {
  areReady.value = true;
});

/** The sentence for a Value that is used after the arena in which it was computed. */
export const staleError = (): Error =>
  new Error(
    "This Value was computed inside arena(...), which has ended, and its memory is used again: inside, read item() " +
      "or take detach(), and return that.",
  );

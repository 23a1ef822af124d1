import { signal } from "@preact/signals";

/** Which leaves a person chose to look at, by name; "" is no choice. They may have gone since. */
export interface Looking {
  /** Whose nudges are shown in full. */
  readonly leaf: string;
  /** Over which leaves the result is drawn. */
  readonly across: string;
  /** `theResult` for a curve. */
  readonly up: string;
}

/** Instead of a leaf on the upward axis; nothing is called so in an expression. */
export const theResult = "-";

export const nowhere: Looking = { leaf: "", across: "", up: "" };

export const looking = signal<Looking>(nowhere);

/** Looks at other leaves, and at the rest as before. */
export function look(at: Partial<Looking>): void {
  looking.value = { ...looking.peek(), ...at };
}

import type { Backend } from "./backend.js";
import type { Strided } from "./strided.js";

/** What stands in the place of an array of numbers that a backend keeps elsewhere, such as on a GPU. */
export interface Remote {
  /** The backend that knows the numbers; it gets back what it made, and nobody else looks at it. */
  readonly home: Backend;
}

/** The backend that keeps the numbers, undefined where they are in an array. */
export const homeOf = ({ data }: Strided): Backend | undefined => (data as Partial<Remote>).home;

/** Says that these numbers will be needed for long. */
export function hold(x: Strided): void {
  homeOf(x)?.hold?.(x);
}

/** Takes that back. */
export function letGo(x: Strided): void {
  homeOf(x)?.letGo?.(x);
}

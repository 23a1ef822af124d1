import type { Backend } from "./backend.js";
import { enter, isInScope } from "./scope.js";
import type { Strided } from "./strided.js";
import type { Tensor } from "./tensor.js";

/** What stands in the place of an array of numbers that a backend keeps elsewhere, such as on a GPU. */
export interface Remote {
  /** The backend that knows the numbers; it gets back what it made, and nobody else looks at it. */
  readonly home: Backend;
  /** How many leaves and gradients need the numbers: 0 at first, and counted by the engine. */
  holds: number;
  /** Gives the memory back; whoever uses the numbers afterwards is to get a sentence. More than once is as good as once. */
  free(): void;
}

/** What stands for the numbers of a Tensor if a backend keeps them. */
export function remoteOf({ data }: Strided): Remote | undefined {
  const found = data as Partial<Remote>;
  return found.home === undefined ? undefined : (found as Remote);
}

/** The backend that keeps the numbers, undefined where they are in an array. */
export const homeOf = ({ data }: Strided): Backend | undefined => (data as Partial<Remote>).home;

/** Whether a backend keeps the numbers of a Tensor, so that they have to be read before they can be looked at. */
export const isElsewhere = (t: Tensor): boolean => homeOf(t.strided) !== undefined;

/** Says that these numbers will be needed for long: by a leaf, or as a gradient. */
export function hold(x: Strided): void {
  const remote = remoteOf(x);
  if (remote) remote.holds++;
}

/** Takes that back: nobody may need them once the scope is over. */
export function letGo(x: Strided): void {
  const remote = remoteOf(x);
  if (remote === undefined) return;
  remote.holds--;
  if (remote.holds === 0 && isInScope()) enter(remote);
}

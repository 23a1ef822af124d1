import type { Strided } from "./strided.js";
import type { Tensor } from "./tensor.js";

/** Who is told what a function does while it is recorded for compile. */
export interface Tracer {
  /** The numbers of a Tensor that was made before the recording began, as every run will find them. */
  before(tensor: Tensor): Strided;
  /** Does what no op does, such as drawing random numbers, now and at every run. */
  also(step: () => void): void;
  /** Tensors made from now on have greater ids. */
  readonly lastId: number;
}

export let tracer: Tracer | null = null;

export function setTracer(next: Tracer | null): void {
  tracer = next;
}

/** Does something that no op does: now, and whenever a function that is being recorded is computed again. */
export function everyRun(step: () => void): void {
  if (tracer === null) step();
  else tracer.also(step);
}

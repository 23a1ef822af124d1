import type { Strided } from "../tensor/strided.js";

let run = 0;

/** Told by whoever puts other numbers where some were: what has been found out about them is void. */
export function forgetNumbers(): void {
  run++;
}

/** What a kernel has found out about some numbers, for that of the gradient, which asks again. */
export class Remembered<Options, Found> {
  readonly #known = new WeakMap<
    Strided,
    { readonly options: Options; readonly run: number; readonly found: Found }
  >();

  /** What is known of these numbers, and otherwise found. */
  of(x: Strided, options: Options, find: () => Found): Found {
    const before = this.#known.get(x);
    if (before?.options === options && before.run === run) return before.found;
    const found = find();
    this.set(x, options, found);
    return found;
  }

  set(x: Strided, options: Options, found: Found): void {
    this.#known.set(x, { options, run, found });
  }
}

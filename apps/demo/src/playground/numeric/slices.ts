import { useEffect, useMemo, useRef, useState } from "preact/hooks";

/** How long the page may wait for one slice of work, in milliseconds: a quarter of a frame. */
const slice = 4;

/**
 * The newest thing that a generator yields, which runs in slices between which the page paints and hears. What fits
 * into the first slice is there at once, unless the work is large: then that slice is a task of its own too. A generator
 * that has nothing to show yet yields undefined; until something new is there, the last thing of the run before stays.
 */
export function useSlices<T>(
  start: () => Generator<T | undefined>,
  inputs: readonly unknown[],
  isLarge = false,
): T | undefined {
  const [, redraw] = useState(0);
  const last = useRef<T | undefined>(undefined);
  const work = useMemo(() => new Work(start(), isLarge), inputs);
  useEffect(() => {
    if (work.isDone) return;
    const go = () => {
      const before = work.newest;
      work.advance();
      if (work.newest !== before) redraw((n) => n + 1);
      if (!work.isDone) timer = setTimeout(go);
    };
    let timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [work]);
  last.current = work.newest ?? last.current;
  return last.current;
}

class Work<T> {
  newest: T | undefined;
  isDone = false;
  readonly #steps: Generator<T | undefined>;

  constructor(steps: Generator<T | undefined>, isLarge: boolean) {
    this.#steps = steps;
    if (!isLarge) this.advance();
  }

  /** One slice, of at least one step. */
  advance(): void {
    const end = performance.now() + slice;
    do {
      const { value, done } = this.#steps.next();
      if (done) this.isDone = true;
      else this.newest = value ?? this.newest;
    } while (!this.isDone && performance.now() < end);
  }
}

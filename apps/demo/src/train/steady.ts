import { effect, type ReadonlySignal, signal } from "@preact/signals";

/**
 * A signal that follows another one at most once in so many milliseconds, at once after a pause and at the end: for what
 * is costly to draw.
 */
export function steady<T>(source: ReadonlySignal<T>, everyMs: number): ReadonlySignal<T> {
  const followed = signal(source.peek());
  let due = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    waiting = undefined;
    due = performance.now() + everyMs;
    followed.value = source.peek();
  };
  effect(() => {
    void source.value;
    const wait = due - performance.now();
    if (wait <= 0) follow();
    else waiting ??= setTimeout(follow, wait);
  });
  return followed;
}

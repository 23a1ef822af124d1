import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { client } from "./store.ts";

/**
 * A signal that follows another one: at once, but while the run plays at most once in so many milliseconds, for what is
 * costly to draw.
 */
export function steady<T>(source: ReadonlySignal<T>, everyMs: number): ReadonlySignal<T> {
  const followed = signal(source.peek());
  let due = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    clearTimeout(waiting);
    waiting = undefined;
    due = performance.now() + everyMs;
    followed.value = source.peek();
  };
  effect(() => {
    void source.value;
    const wait = client.playing.value ? due - performance.now() : 0;
    if (wait <= 0) follow();
    else waiting ??= setTimeout(follow, wait);
  });
  return followed;
}

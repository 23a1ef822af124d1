import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { client } from "./store.ts";

/**
 * A signal that follows another one: at once, but while the run plays at most once in so many milliseconds, each time in
 * a task of its own, for what is costly to draw; and not at all while it is not `seen`.
 */
export function steady<T>(
  source: ReadonlySignal<T>,
  everyMs: number,
  seen: ReadonlySignal<boolean> = signal(true),
): ReadonlySignal<T> {
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
    if (!client.playing.value) follow();
    else if (seen.value) waiting ??= setTimeout(follow, Math.max(0, due - performance.now()));
  });
  return followed;
}

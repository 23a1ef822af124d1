import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { client } from "./store.ts";

/** What is costly to draw comes so many milliseconds apart, so that no two of them meet in one frame. */
const apartMs = 40;
/** When the next of them may come. */
let free = 0;

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
    if (!client.playing.value) return follow();
    if (!seen.value || waiting !== undefined) return;
    const now = performance.now();
    const at = Math.max(now, due, free);
    free = at + apartMs;
    waiting = setTimeout(follow, at - now);
  });
  return followed;
}

import { effect, signal } from "@preact/signals";
import type { Path } from "./config.ts";
import { client } from "./store.ts";

/** The updates a second that were measured for one setting of everything else, by path. */
interface Speeds {
  readonly settings: string;
  readonly byPath: Partial<Record<Path, number>>;
}

export const speeds = signal<Speeds>({ settings: "", byPath: {} });

/** Fewer updates than this say little. */
const fewest = 20;

effect(() => {
  const { step, updatesPerSecond } = client.progress.value;
  const running = client.running.peek();
  if (running === null || step < fewest || updatesPerSecond === 0) return;
  const { path, ...others } = running;
  const settings = JSON.stringify(others);
  const before = speeds.peek();
  const known = before.settings === settings ? before.byPath : {};
  speeds.value = { settings, byPath: { ...known, [path]: updatesPerSecond } };
});

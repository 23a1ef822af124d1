import { clip, limits } from "../limits.js";
import { type Log, levels } from "../outcome.js";
import { type OwnWords, print } from "./print.js";

/** How things that are logged are told: in words of their own, or shown besides. */
interface Ways {
  readonly words?: OwnWords;
  readonly show?: (thing: unknown) => void;
}

/** Makes the console one that tells what the code logs, up to a bound. */
export function listen(tell: (log: Log) => void, { words, show = () => {} }: Ways = {}): void {
  let left: number = limits.logs;
  const heard =
    (level: Log["level"]) =>
    (...things: unknown[]) => {
      if (left <= 0) return;
      left--;
      for (const thing of things) show(thing);
      tell({ level, text: clip(things.map((thing) => print(thing, words)).join(" ")) });
      if (left === 0) tell({ level: "warn", text: `Only the first ${limits.logs} lines are kept.` });
    };
  const ours: Record<string, unknown> = Object.fromEntries(levels.map((level) => [level, heard(level)]));
  ours.table = ours.log;
  ours.dir = ours.log;
  ours.assert = (holds: unknown, ...things: unknown[]) =>
    holds || heard("error")("Assertion failed:", ...things);
  for (const name of Object.keys(console)) ours[name] ??= () => {};
  globalThis.console = ours as unknown as Console;
}

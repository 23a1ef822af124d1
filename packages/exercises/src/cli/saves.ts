import { type StatsListener, unwatchFile, watchFile } from "node:fs";

/** How often the files are looked at, and how long one must have been still to count as saved, in ms. */
const interval = 150;
const stillFor = 50;

/**
 * Tells which of the files has been saved, deleted or put back, until the function given back is called. It looks at
 * their times: that sees the saves of every editor, renaming ones too, and on disks that tell nothing of changes, such
 * as those that containers share.
 */
export function watchSaves(paths: readonly string[], saved: (path: string) => void): () => void {
  const waiting = new Map<string, NodeJS.Timeout>();
  const watched = paths.map((path) => {
    const listener: StatsListener = () => {
      clearTimeout(waiting.get(path));
      waiting.set(
        path,
        setTimeout(() => saved(path), stillFor),
      );
    };
    watchFile(path, { interval }, listener);
    return { path, listener };
  });
  return () => {
    for (const clock of waiting.values()) clearTimeout(clock);
    for (const { path, listener } of watched) unwatchFile(path, listener);
  };
}

import { exportProgress, importProgress, noProgress, type Progress } from "@outgrad/exercises/track";

const key = "outgrad-exercises";

/** The progress that this browser remembers. What is stored is read like a file of anybody's. */
export function storedProgress(): Progress {
  try {
    const stored = window.localStorage.getItem(key);
    const read = stored === null ? undefined : importProgress(stored, noProgress);
    return read && "progress" in read ? read.progress : noProgress;
  } catch {
    return noProgress;
  }
}

/** Remembers the progress; false where storage is forbidden or full. */
export function storeProgress(progress: Progress): boolean {
  try {
    window.localStorage.setItem(key, exportProgress(progress));
    return true;
  } catch {
    return false;
  }
}

import { recordingError } from "./recording-error.js";
import { freshSegment } from "./tape.js";
import type { Value } from "./value.js";

/** What happens to a new result: it is recorded, or becomes a leaf, or is recorded and looked at. */
type Mode = "record" | "forget" | "watch";
export let mode: Mode = "record";
export let watcher: Watcher | undefined;

/** What looks at every new result, and at the gradients of every backward pass before a leaf changes; both may throw. */
interface Watcher {
  result(result: Value): void;
  pass(root: Value, gradOf: (node: Value) => number): void;
}

/** The sentence about reading a number, while a function is recorded to be computed again from others; else null. */
export let refusal: typeof recordingError | null = null;
/** Whether no gradient flows through results of the recording, as under noGrad. */
export let stopping = false;

/** Runs `body` for a recording. */
export function recording<Result>(body: () => Result): Result {
  const before = [refusal, stopping] as const;
  [refusal, stopping] = [recordingError, false];
  try {
    return inMode("record", undefined, body);
  } finally {
    [refusal, stopping] = before;
  }
}

/**
 * Runs `body` without recording: its results are leaves without history, for evaluating a trained model or
 * changing parameters. Returns what `body` returns. The mode before comes back when it returns or throws; of an
 * async body only the part before its first `await` is covered.
 *
 * @example
 * const w = value(3);
 * const y = noGrad(() => w.mul(2));
 * y.inputs.length // => 0
 */
export function noGrad<Result>(body: () => Result): Result {
  if (refusal) return withoutGradients(body);
  freshSegment();
  return inMode("forget", watcher, body);
}

function withoutGradients<Result>(body: () => Result): Result {
  const before = stopping;
  stopping = true;
  try {
    return body();
  } finally {
    stopping = before;
  }
}

/** Whether results of Tensors are without history. */
export const isForgetting = (): boolean => mode === "forget" || stopping;

/** Runs `body` recording, wherever it is called from: a derivative is asked for. */
export function recordAlways<Result>(body: () => Result): Result {
  return inMode(watcher ? "watch" : "record", watcher, body);
}

/** Runs `body`, a backward pass of Tensors that is to be differentiated: recording, and it looks at gradients itself. */
export function recordPass<Result>(body: () => Result): Result {
  return inMode("record", watcher, body);
}

/** Runs `body`, which makes Tensors only, without recording. */
export function unrecorded<Result>(body: () => Result): Result {
  return inMode("forget", watcher, body);
}

/** Runs `body` with every new result and every backward pass shown to `look`. */
export function watch<Result>(look: Watcher, body: () => Result): Result {
  return inMode(mode === "forget" ? mode : "watch", look, body);
}

/** Whether results are being watched. */
export const isWatched = (): boolean => watcher !== undefined;

/** Whether new results are to be looked at: not within a backward pass of Tensors. */
export const isWatching = (): boolean => mode === "watch";

function inMode<Result>(wanted: Mode, look: typeof watcher, body: () => Result): Result {
  const before = [mode, watcher] as const;
  [mode, watcher] = [wanted, look];
  try {
    return body();
  } finally {
    [mode, watcher] = before;
  }
}

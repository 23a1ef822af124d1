import type { Log } from "../outcome.js";
import type { Word } from "../protocol.js";
import { lockDown } from "./lockdown.js";

/** What is used of a worker's global object. */
interface Scope {
  postMessage(word: Word): void;
  addEventListener(type: "message", heard: (event: MessageEvent) => void, options: { once: boolean }): void;
}

/** Does a job and gives its outcome as plain data. Never throws: mistakes are outcomes too. */
export type Work<Job> = (job: Job, tell: (log: Log) => void) => unknown;

/**
 * Makes this worker one that does one job: what comes after it is a new worker. `prepare` loads what the work needs
 * while the worker still has all of its names; what it adds to them stays.
 */
export async function serve<Job>(prepare: () => Work<Job> | Promise<Work<Job>>): Promise<void> {
  const scope = globalThis as unknown as Scope;
  // Taken before any visitor's code runs, and found nowhere afterwards.
  const post = scope.postMessage.bind(scope);
  const lock = lockDown(scope);
  const work = await prepare();
  scope.addEventListener(
    "message",
    async ({ data: job }) => {
      const outcome = await work(job, (log) => post({ kind: "log", log }));
      post({ kind: "done", outcome });
    },
    { once: true },
  );
  lock();
  post({ kind: "ready" });
}

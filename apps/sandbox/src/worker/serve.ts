import type { Log } from "../outcome.js";
import type { Word } from "../protocol.js";
import { lockDown } from "./lockdown.js";

/** What is used of a worker's global object. */
interface Scope {
  postMessage(word: Word): void;
  addEventListener(type: "message", heard: (event: MessageEvent) => void, options: { once: boolean }): void;
}

/** Told while a job is done. */
export interface Teller {
  log(log: Log): void;
  /** What the work is at. */
  at(what: string): void;
}

/** Does a job and gives its outcome as plain data. Never throws: mistakes are outcomes too. */
export type Work<Job> = (job: Job, tell: Teller) => unknown;

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
  const tell: Teller = {
    log: (log) => post({ kind: "log", log }),
    at: (at) => post({ kind: "at", at }),
  };
  scope.addEventListener(
    "message",
    async ({ data: job }) => {
      post({ kind: "done", outcome: await work(job, tell) });
    },
    { once: true },
  );
  lock();
  post({ kind: "ready" });
}

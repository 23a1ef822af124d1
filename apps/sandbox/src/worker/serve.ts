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

/** What a worker does. */
export interface Craft<Job> {
  readonly work: Work<Job>;
  /** Does something like a job, so that the browser has compiled what the next one needs. */
  rehearse?(): void;
}

/** So long nobody has asked for anything when the rehearsal begins, in ms. */
const idle = 300;

/**
 * Makes this worker one that does one job: what comes after it is a new worker. `prepare` loads what the work needs
 * while the worker still has all of its names; what it adds to them stays.
 */
export async function serve<Job>(prepare: () => Craft<Job> | Promise<Craft<Job>>): Promise<void> {
  const scope = globalThis as unknown as Scope;
  // Taken before any visitor's code runs, and found nowhere afterwards.
  const post = scope.postMessage.bind(scope);
  const lock = lockDown(scope);
  const { work, rehearse } = await prepare();
  let isAsked = false;
  const tell: Teller = {
    log: (log) => post({ kind: "log", log }),
    at: (at) => post({ kind: "at", at }),
  };
  scope.addEventListener(
    "message",
    async ({ data: job }) => {
      isAsked = true;
      post({ kind: "begun" });
      post({ kind: "done", outcome: await work(job, tell) });
    },
    { once: true },
  );
  if (rehearse) setTimeout(() => isAsked || rehearse(), idle);
  lock();
  post({ kind: "ready" });
}

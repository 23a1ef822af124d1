import type { Job, Word } from "../protocol.js";
import { lockDown } from "./lockdown.js";
import { runJob } from "./run.js";

/** What is used of a worker's global object. */
interface Scope {
  postMessage(word: Word): void;
  addEventListener(
    type: "message",
    heard: (event: MessageEvent<Job>) => void,
    options: { once: boolean },
  ): void;
}

const scope = globalThis as unknown as Scope;
// Taken before any visitor's code runs, and found nowhere afterwards.
const post = scope.postMessage.bind(scope);

// One job only: what comes after it is a new worker.
scope.addEventListener(
  "message",
  async ({ data: job }) => {
    const outcome = await runJob(job, (log) => post({ kind: "log", log }));
    post({ kind: "done", outcome });
  },
  { once: true },
);

lockDown(scope);
post({ kind: "ready" });

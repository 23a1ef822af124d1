/**
 * Several threads for large products of matrices.
 * @packageDocumentation
 */
import { Crew } from "./threads/crew.js";
import { spawn } from "./threads/spawn.js";

/** What multiplies at present. */
export interface Threads {
  /** How many threads do, this one among them. */
  readonly threads: number;
  /** Why it is only one where more were asked for, in a sentence; otherwise null. */
  readonly why: string | null;
}

/** So many at most: each of them needs memory of its own. */
const most = 64;
/** For so many seconds a worker is waited for. */
const patience = 10;

let crew = new Crew();
let changes: Promise<unknown> = Promise.resolve();

/**
 * Has matrix products computed by so many threads from now on: this one and workers, which are started here. It begins
 * with one; `setNumThreads(1)` ends the workers.
 *
 * Only products that are large enough are shared, in matmul, linear and what is built of them, forward and backward. The
 * calls stay as they are: synchronous, and with the same bits for any number of threads. The workers keep no process
 * alive.
 *
 * Resolves to what is in use, which tells at any later time too: if workers cannot be had or end unasked, all goes on in
 * one thread, and `why` says why. A page needs to be cross-origin isolated.
 *
 * The name is PyTorch's.
 *
 * @throws RangeError for what is no whole number from 1 to 64; the threads in use stay then.
 */
export async function setNumThreads(threads: number): Promise<Threads> {
  if (!Number.isInteger(threads) || threads < 1 || threads > most) {
    throw new RangeError(`setNumThreads: expected a whole number from 1 to ${most}, got ${threads}.`);
  }
  const change = changes.then(async () => {
    crew.end();
    crew = new Crew();
    if (threads > 1) await crew.start(threads, spawn, patience);
    return crew;
  });
  changes = change.catch(() => {});
  return change;
}

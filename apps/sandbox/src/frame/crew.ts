import { limits } from "../limits.js";
import type { Word } from "../protocol.js";

/** The program that a worker runs: what a job needs, and what runs it. Put in by the build. */
declare const WORKER_PROGRAM: string;

const program = URL.createObjectURL(new Blob([WORKER_PROGRAM], { type: "text/javascript" }));

/** Seconds that a worker may take to read its program. */
const startup = 20;

/** A worker that has not seen any code yet. */
class Fresh {
  readonly worker = new Worker(program);
  readonly ready: Promise<void>;

  constructor() {
    this.ready = new Promise((resolve, reject) => {
      this.worker.onmessage = () => resolve();
      this.worker.onerror = (event) => reject(new Error(event.message));
      setTimeout(() => reject(new Error("its worker is silent.")), startup * 1000);
    });
    this.ready.catch(() => {});
  }
}

/** Told what becomes of a job. */
export interface Listener {
  /** A few times a second: this frame's process lives, whatever the worker does. */
  alive(): void;
  log(log: unknown): void;
  done(outcome: unknown): void;
}

/**
 * Runs one job after another, each in a worker that has run nothing before: what code does to its global objects ends
 * with it. The next worker is made while nobody waits for it.
 */
export class Crew {
  private spare = new Fresh();
  private stopping: (() => void) | undefined;

  async run(job: unknown, seconds: number, listener: Listener): Promise<void> {
    const { worker, ready } = this.spare;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let logs = 0;
    let at: unknown;
    const pulse = setInterval(() => listener.alive(), 250);
    const end = (outcome: unknown) => {
      if (this.stopping !== stop) return;
      this.stopping = undefined;
      clearTimeout(timer);
      clearInterval(pulse);
      worker.onmessage = worker.onerror = null;
      worker.terminate();
      this.spare = new Fresh();
      listener.done(outcome);
    };
    const stop = () => end(failure("Stopped."));
    this.stopping = stop;
    try {
      await ready;
    } catch (error) {
      return end(failure(`The sandbox did not start: ${(error as Error).message}`));
    }
    if (this.stopping !== stop) return;
    // Said before any visitor's code runs, once; the worker may have been busy with itself until then.
    let hasBegun = false;
    const begin = () => {
      if (hasBegun) return;
      hasBegun = true;
      clearTimeout(timer);
      const late = { ...failure(tooLong(seconds)), isTooLong: true };
      timer = setTimeout(() => end({ ...late, at }), seconds * 1000);
    };
    worker.onmessage = ({ data }: MessageEvent<Word>) => {
      // The worker counts too; one that sends more is no longer itself.
      if (data?.kind === "begun") begin();
      else if (data?.kind === "log")
        logs++ > limits.logs ? end(failure("The code logged too much.")) : listener.log(data.log);
      else if (data?.kind === "at") at = data.at;
      else if (data?.kind === "done") end(data.outcome);
    };
    worker.onerror = (event) =>
      end(failure(event.message || "The worker ended without a word, as it does when memory is used up."));
    listener.alive();
    worker.postMessage(job);
    timer = setTimeout(
      () => end(failure("The sandbox did not begin: its worker is silent.")),
      startup * 1000,
    );
  }

  stop(): void {
    this.stopping?.();
  }
}

const failure = (sentence: string) => ({ ok: false, sentence });

const tooLong = (seconds: number): string =>
  `Stopped after ${seconds === 1 ? "a second" : `${seconds} seconds`}: the code was still running. Does a loop never end?`;

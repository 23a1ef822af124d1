import { limits } from "../limits.js";
import type { Log } from "../outcome.js";
import { Frame } from "./frame.js";
import { readLog } from "./read.js";

/** How long a job may take, and who may end it before. */
export interface JobOptions {
  /** How long it may run; 2 if absent. Starting up does not count. */
  readonly seconds?: number;
  /** Ends the run, which then fails with the sentence "Stopped.". */
  readonly signal?: AbortSignal;
}

/** What came of a job: an outcome that nobody has read yet. */
export interface Answer {
  readonly outcome: unknown;
  readonly logs: readonly Log[];
}

/** Jobs that wait for one frame: one after another, so that each has the time limit for itself. */
export class Line {
  private readonly frame: Frame;
  private last: Promise<unknown> = Promise.resolve();

  /** `src` is the page that the frame shows. */
  constructor(src: string) {
    this.frame = new Frame(src);
  }

  ask(job: unknown, options: JobOptions): Promise<Answer> {
    const answer = this.last.then(() => this.run(job, options));
    // A job that cannot even be sent, such as one with functions among its numbers, is no reason to refuse the next.
    this.last = answer.catch(() => {});
    return answer;
  }

  /** Loads the frame, before it is asked for. */
  warm(): void {
    this.frame.open();
  }

  /** Removes the frame, and ends what runs in it; the next job makes a new one. */
  close(): void {
    this.frame.close();
  }

  private run(job: unknown, { seconds = 2, signal }: JobOptions): Promise<Answer> {
    return new Promise((resolve) => {
      const logs: Log[] = [];
      const stop = () => this.frame.stop();
      const done = (outcome: unknown) => {
        signal?.removeEventListener("abort", stop);
        resolve({ outcome, logs });
      };
      if (signal?.aborted) return done({ ok: false, sentence: "Stopped." });
      signal?.addEventListener("abort", stop);
      this.frame.run(job, seconds, {
        log(log) {
          const read = logs.length <= limits.logs ? readLog(log) : undefined;
          if (read) logs.push(read);
        },
        done,
      });
    });
  }
}

import { batch, type Signal, signal } from "@preact/signals";

/** What a worker that measures tells the page. */
export type Told<Result> =
  | { readonly what: string; readonly share: number; readonly result: Result; readonly done: boolean }
  | { readonly failure: string };

export type Standing = "idle" | "running" | "done" | "cancelled" | "failed";

/** A measurement in a worker of its own: started by a person, seen while it goes on, ended at any moment. */
export class Measuring<Config, Result> {
  readonly standing: Signal<Standing> = signal<Standing>("idle");
  /** What is done now, or what went wrong. */
  readonly what: Signal<string> = signal("");
  /** How far it has come, from 0 to 1. */
  readonly share: Signal<number> = signal(0);
  /** What has been found so far. */
  readonly result: Signal<Result | null> = signal<Result | null>(null);
  readonly #open: () => Worker;
  #worker: Worker | null = null;

  /** `open` starts the worker, which waits for a config and then tells. */
  constructor(open: () => Worker) {
    this.#open = open;
  }

  run(config: Config): void {
    this.#begin("running", "Starting.");
    const worker = this.#open();
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Told<Result>>) => this.#take(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#take({ failure: event.message || "The worker that measures did not start." });
    };
    worker.postMessage(config);
  }

  /** Ends what is going on, at once; what was found stays. */
  cancel(): void {
    if (this.standing.peek() !== "running") return;
    this.#end();
    batch(() => {
      this.standing.value = "cancelled";
      this.what.value = "Cancelled.";
    });
  }

  /** Forgets what was found: it is about something else. */
  clear(): void {
    this.#begin("idle", "");
  }

  #begin(standing: Standing, what: string): void {
    this.#end();
    batch(() => {
      this.standing.value = standing;
      this.what.value = what;
      this.share.value = 0;
      this.result.value = null;
    });
  }

  #take(told: Told<Result>): void {
    batch(() => {
      if ("failure" in told) {
        this.standing.value = "failed";
        this.what.value = told.failure;
      } else {
        this.what.value = told.what;
        this.share.value = told.share;
        this.result.value = told.result;
        if (told.done) this.standing.value = "done";
      }
    });
    if (this.standing.peek() !== "running") this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

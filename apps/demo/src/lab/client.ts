import { batch, type Signal, signal } from "@preact/signals";
import { releaseProxy, wrap } from "comlink";
import type { Measurement } from "./score.ts";

/** Where a run stands, as far as every lab says it. */
export interface Standing {
  readonly playing: boolean;
  /** Whether nothing is being done: no further report can differ from this one. */
  readonly idle: boolean;
  /** The measurements that the page does not have yet. */
  readonly measurements: readonly Measurement[];
}

/** What trains in a worker, as the page reaches it. */
export interface Remote<Config, View, Opened, Report> {
  /** Forgets the run before and starts a new one, untrained. */
  open(config: Config): Promise<Opened>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Trains one batch. */
  step(): Promise<void>;
  /** Looks at something else from now on. */
  look(view: View): Promise<void>;
  /** Whether playing is slow enough to watch every update. */
  slow(on: boolean): Promise<void>;
  /** Where the run stands, for a page that has `known` measurements. Throws what made the run fail. */
  report(known: number): Promise<Report>;
  [releaseProxy](): void;
}

/** The page's side of training: wishes go to the worker, reports come back at most once per animation frame. */
export abstract class Client<
  Config,
  View,
  Opened,
  Report extends Standing,
  Trainer extends Remote<Config, View, Opened, Report> = Remote<Config, View, Opened, Report>,
> {
  /** The config of the run. */
  readonly running: Signal<Config | null> = signal(null);
  readonly opened: Signal<Opened | null> = signal(null);
  readonly playing: Signal<boolean> = signal(false);
  readonly history: Signal<Report["measurements"]> = signal([]);
  /** The sentence of what went wrong. */
  readonly failure: Signal<string | null> = signal(null);
  #worker: Worker | null = null;
  #trainer: Trainer | null = null;
  /** Grows with every open: answers about an older run are dropped. */
  #run = 0;
  #slow = false;
  #looked: View;
  /** The worker whose reports are being asked for. */
  #heard: Trainer | null = null;
  /** Wishes on their way: until they are answered, the page knows better than a report whether it plays. */
  readonly #wishes = new Set<symbol>();

  /** Looks at `view` until told otherwise. */
  constructor(view: View) {
    this.#looked = view;
  }

  /** Starts the worker, which exposes the trainer. */
  protected abstract start(): Worker;

  /** Puts what was shown of the run before back to its start. */
  protected abstract clear(): void;

  /** Shows what a report says beyond its standing. */
  protected abstract show(report: Report): void;

  /** Opens a run in the worker. */
  protected begin(trainer: Trainer, config: Config): Promise<Opened> {
    return trainer.open(config);
  }

  /** Starts over with a config. */
  async open(config: Config, playing: boolean): Promise<void> {
    const run = ++this.#run;
    this.failure.value = null;
    this.playing.value = playing;
    this.running.value = config;
    await this.#ask(run, async (trainer) => {
      const opened = await this.begin(trainer, config);
      if (run !== this.#run) return;
      await trainer.look(this.#looked);
      await trainer.slow(this.#slow);
      this.opened.value = opened;
      this.history.value = [];
      this.clear();
      if (this.playing.value) await trainer.play();
    });
  }

  play(): Promise<void> {
    this.playing.value = true;
    return this.#ask(this.#run, (trainer) => trainer.play());
  }

  pause(): Promise<void> {
    this.playing.value = false;
    return this.#ask(this.#run, (trainer) => trainer.pause());
  }

  step(): Promise<void> {
    return this.once((trainer) => trainer.step());
  }

  /** A wish that ends playing. */
  protected once(wish: (trainer: Trainer) => Promise<void>): Promise<void> {
    this.playing.value = false;
    return this.ask(wish);
  }

  /** A wish of the run that is open. */
  protected ask(wish: (trainer: Trainer) => Promise<void>): Promise<void> {
    return this.#ask(this.#run, wish);
  }

  look(view: View): void {
    this.#looked = view;
    this.#tell((trainer) => trainer.look(view));
  }

  slow(on: boolean): void {
    this.#slow = on;
    this.#tell((trainer) => trainer.slow(on));
  }

  /** Ends the worker, whatever it is doing; the next open starts a new one. */
  stop(): void {
    this.#run++;
    this.#trainer?.[releaseProxy]();
    this.#worker?.terminate();
    this.#worker = this.#trainer = null;
    this.#wishes.clear();
  }

  /** Tells the open run what every later one hears when it opens. */
  #tell(wish: (trainer: Trainer) => Promise<void>): void {
    if (this.opened.peek() !== null && this.failure.peek() === null) this.#ask(this.#run, wish);
  }

  async #ask(run: number, wish: (trainer: Trainer) => Promise<void>): Promise<void> {
    const pending = Symbol();
    this.#wishes.add(pending);
    try {
      const trainer = this.#connected();
      await wish(trainer);
      if (run === this.#run) this.#listen(trainer);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    } finally {
      this.#wishes.delete(pending);
    }
  }

  #connected(): Trainer {
    if (this.#trainer) return this.#trainer;
    this.#worker = this.start();
    this.#worker.onerror = (event) =>
      this.#fail(new Error(event.message || "The training worker did not start."));
    this.#trainer = wrap(this.#worker) as unknown as Trainer;
    return this.#trainer;
  }

  /** Asks for reports, one per frame, until nothing more can come. */
  async #listen(trainer: Trainer): Promise<void> {
    if (this.#heard === trainer) return;
    this.#heard = trainer;
    try {
      for (let idle = false; !idle && trainer === this.#trainer; ) {
        await frame();
        const run = this.#run;
        const report = await trainer.report(this.history.peek().length);
        if (run !== this.#run) continue;
        this.#take(report);
        idle = report.idle;
      }
    } catch (error) {
      if (trainer === this.#trainer) this.#fail(error);
    } finally {
      if (this.#heard === trainer) this.#heard = null;
    }
  }

  #take(report: Report): void {
    const { playing, measurements } = report;
    batch(() => {
      if (this.#wishes.size === 0) this.playing.value = playing;
      if (measurements.length > 0) this.history.value = [...this.history.peek(), ...measurements];
      this.show(report);
    });
  }

  #fail(error: unknown): void {
    this.playing.value = false;
    this.failure.value = error instanceof Error ? error.message : String(error);
  }
}

/** What the buttons of training need of a client. */
export type Controls = Pick<
  Client<unknown, unknown, unknown, Standing>,
  "playing" | "failure" | "play" | "pause" | "step" | "slow"
>;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

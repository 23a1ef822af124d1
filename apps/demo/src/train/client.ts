import { type Signal, signal } from "@preact/signals";
import { type Remote, releaseProxy, wrap } from "comlink";
import type { Config } from "./config.ts";
import type { Inside, View } from "./inside.ts";
import type { Lab } from "./lab.ts";
import type { Plane } from "./plane.ts";
import type { Opened, Report } from "./report.ts";
import type { Measurement } from "./run.ts";

/** What the page knows of the run in its worker; everything that is drawn hangs on these signals. */
export interface RunView {
  /** The config of the run. */
  readonly running: Signal<Config | null>;
  readonly opened: Signal<Opened | null>;
  readonly progress: Signal<
    Pick<Report, "epoch" | "step" | "samplesPerSecond" | "updatesPerSecond" | "choices">
  >;
  readonly playing: Signal<boolean>;
  readonly history: Signal<readonly Measurement[]>;
  /** The newest plane, and the run that it is of: it stays while a new run has none yet. */
  readonly picture: Signal<{ readonly plane: Plane; readonly config: Config } | null>;
  readonly testScores: Signal<Report["testScores"]>;
  /** The sample that is looked at. */
  readonly inside: Signal<Inside | null>;
  /** The sentence of what went wrong. */
  readonly failure: Signal<string | null>;
}

const atStart = { epoch: 0, step: 0, samplesPerSecond: 0, updatesPerSecond: 0, choices: null };

/** The page's side of training: wishes go to the worker, reports come back at most once per animation frame. */
export class Client {
  readonly view: RunView = {
    running: signal(null),
    opened: signal(null),
    progress: signal(atStart),
    playing: signal(false),
    history: signal([]),
    picture: signal(null),
    testScores: signal(null),
    inside: signal(null),
    failure: signal(null),
  };
  #worker: Worker | null = null;
  #lab: Remote<Lab> | null = null;
  /** Grows with every open: answers about an older run are dropped. */
  #run = 0;
  #slow = false;
  #looked: View = { sample: 0, place: "loss" };
  /** The worker whose reports are being asked for. */
  #heard: Remote<Lab> | null = null;
  /** Wishes on their way: until they are answered, the page knows better than a report whether it plays. */
  readonly #wishes = new Set<symbol>();

  /** Starts over with a config. */
  async open(config: Config, playing: boolean): Promise<void> {
    const run = ++this.#run;
    const { view } = this;
    view.failure.value = null;
    view.playing.value = playing;
    if (config.data !== view.running.peek()?.data) view.testScores.value = null;
    view.running.value = config;
    await this.#ask(run, async (lab) => {
      const opened = await lab.open(config);
      if (run !== this.#run) return;
      await lab.look(this.#looked);
      await lab.slow(this.#slow);
      view.opened.value = opened;
      view.history.value = [];
      view.progress.value = atStart;
      if (view.playing.value) await lab.play();
    });
  }

  play(): Promise<void> {
    this.view.playing.value = true;
    return this.#ask(this.#run, (lab) => lab.play());
  }

  pause(): Promise<void> {
    this.view.playing.value = false;
    return this.#ask(this.#run, (lab) => lab.pause());
  }

  step(): Promise<void> {
    this.view.playing.value = false;
    return this.#ask(this.#run, (lab) => lab.step());
  }

  /** Looks at another sample or place from now on. */
  look(view: View): void {
    this.#looked = view;
    this.#tell((lab) => lab.look(view));
  }

  /** Plays slowly enough to watch every update, or as fast as can be. */
  slow(on: boolean): void {
    this.#slow = on;
    this.#tell((lab) => lab.slow(on));
  }

  /** Tells the open run what every later one hears when it opens. */
  #tell(wish: (lab: Remote<Lab>) => Promise<void>): void {
    if (this.view.opened.peek() !== null && this.view.failure.peek() === null) this.#ask(this.#run, wish);
  }

  /** Ends the worker, whatever it is doing; the next open starts a new one. */
  stop(): void {
    this.#run++;
    this.#lab?.[releaseProxy]();
    this.#worker?.terminate();
    this.#worker = this.#lab = null;
    this.#wishes.clear();
  }

  async #ask(run: number, wish: (lab: Remote<Lab>) => Promise<void>): Promise<void> {
    const pending = Symbol();
    this.#wishes.add(pending);
    try {
      const lab = this.#connected();
      await wish(lab);
      if (run === this.#run) this.#listen(lab);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    } finally {
      this.#wishes.delete(pending);
    }
  }

  #connected(): Remote<Lab> {
    if (this.#lab) return this.#lab;
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "training" });
    this.#worker.onerror = (event) =>
      this.#fail(new Error(event.message || "The training worker did not start."));
    this.#lab = wrap<Lab>(this.#worker);
    return this.#lab;
  }

  /** Asks for reports, one per frame, until nothing more can come. */
  async #listen(lab: Remote<Lab>): Promise<void> {
    if (this.#heard === lab) return;
    this.#heard = lab;
    try {
      for (let idle = false; !idle && lab === this.#lab; ) {
        await frame();
        const run = this.#run;
        const report = await lab.report(this.view.history.peek().length);
        if (run !== this.#run) continue;
        this.#show(report);
        idle = report.idle;
      }
    } catch (error) {
      if (lab === this.#lab) this.#fail(error);
    } finally {
      if (this.#heard === lab) this.#heard = null;
    }
  }

  #show({ playing, measurements, testScores, plane, inside, ...progress }: Report): void {
    const { view } = this;
    if (this.#wishes.size === 0) view.playing.value = playing;
    view.progress.value = progress;
    if (measurements.length > 0) view.history.value = [...view.history.peek(), ...measurements];
    if (testScores) view.testScores.value = testScores;
    if (inside) view.inside.value = inside;
    const config = view.running.peek();
    if (plane && config) view.picture.value = { plane, config };
  }

  #fail(error: unknown): void {
    this.view.playing.value = false;
    this.view.failure.value = error instanceof Error ? error.message : String(error);
  }
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

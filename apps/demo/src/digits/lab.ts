import { breath, sleep } from "../lab/breath.ts";
import type { Config } from "./config.ts";
import { type Data, loadData } from "./data.ts";
import { look, lookInside, type View } from "./look.ts";
import type { Opened, Report } from "./report.ts";
import { Training } from "./training.ts";

/** In slow motion an update comes so many milliseconds after the one before. */
const slowMs = 60;
/** Messages are let in after so many milliseconds. */
const sliceMs = 12;
/** What the page is told while it plays comes again after so many milliseconds, since it costs time to draw. */
const pauses = { exam: 300, seen: 50, inside: 400 };
/** While nothing plays and somebody draws, only what is inside waits so long. */
const insidePause = 150;

/** What the page was told last: of which view, after how many updates, and when. */
interface Told {
  readonly view: View | null;
  readonly step: number;
  readonly at: number;
}

const nothing: Told = { view: null, step: -1, at: 0 };

/** Trains one network, shows pictures to it, and tells the page. */
export class Lab {
  #data: Data | null = null;
  #training: Training | null = null;
  #goal: "rest" | "step" | "play" = "rest";
  /** Whether the training is under way, and whether it waits to go on. */
  #runs = false;
  #waits = false;
  #isDone = false;
  #failure: unknown = null;
  #wake = (): void => {};
  #slow = false;
  #breathed = 0;
  #view: View = { picture: new Uint8Array(64), target: 0 };
  #told = { exam: nothing, seen: nothing, inside: nothing };

  /** Forgets the run before and starts a new one, untrained. */
  open(config: Config): Opened {
    this.#training?.cancel();
    this.#data ??= loadData();
    const training = new Training(config, this.#data);
    this.#training = training;
    this.#goal = "rest";
    this.#runs = this.#isDone = false;
    this.#failure = null;
    this.#told = { exam: nothing, seen: nothing, inside: nothing };
    this.#wake();
    const { images, labels } = this.#data.test;
    return { weights: training.weights, stepsPerEpoch: training.stepsPerEpoch, images, labels };
  }

  /** Trains on, until all epochs are done. */
  play(): void {
    this.#pursue("play");
  }

  /** Trains one batch. */
  step(): void {
    this.#pursue("step");
  }

  pause(): void {
    this.#goal = "rest";
  }

  /** Whether playing is slow enough to watch every update. */
  slow(on: boolean): void {
    this.#slow = on;
  }

  /** Looks at another picture from now on. */
  look(view: View): void {
    this.#view = view;
  }

  /** Where the run stands, for a page that has `known` measurements. Throws what made the run fail. */
  report(known: number): Report {
    if (this.#failure !== null) throw this.#failure;
    const training = this.#opened();
    const rests = this.#goal === "rest" && (this.#waits || !this.#runs);
    if (rests) training.take();
    const { epoch, step, lr, history, network, exam, examined } = training;
    const view = this.#view;
    const playing = this.#goal === "play";
    // Both only grow: an exam that was told while it rested is measured when it goes on.
    const news = examined + history.length;
    const tellsExam = this.#tells("exam", null, news, playing ? pauses.exam : 0);
    // Not both at once: what a report brings is drawn in one go.
    const tellsInside =
      !tellsExam && this.#tells("inside", view, step, playing ? pauses.inside : insidePause);
    const tellsSeen = this.#tells("seen", view, step, playing ? pauses.seen : 0);
    const knowsAll = this.#told.inside.view === view && this.#told.inside.step === step;
    return {
      playing,
      idle: rests && knowsAll,
      done: this.#isDone,
      epoch,
      step,
      lr,
      measurements: tellsExam ? history.slice(known) : [],
      exam: tellsExam ? exam : null,
      seen: tellsSeen ? look(network, view) : null,
      inside: tellsInside ? lookInside(network, view) : null,
    };
  }

  /** Whether the page is to be told something of this view after this update: if that is new, and long enough ago. */
  #tells(what: "exam" | "seen" | "inside", view: View | null, step: number, pause: number): boolean {
    const told = this.#told[what];
    const now = performance.now();
    if ((told.view === view && told.step === step) || now - told.at < pause) return false;
    this.#told[what] = { view, step, at: now };
    return true;
  }

  #opened(): Training {
    if (this.#training === null) throw new Error("Lab: there is no run yet; call open(config) first.");
    return this.#training;
  }

  #pursue(goal: "step" | "play"): void {
    const training = this.#opened();
    if (this.#isDone || this.#failure !== null) return;
    this.#goal = goal;
    if (this.#runs) this.#wake();
    else this.#run(training);
  }

  async #run(training: Training): Promise<void> {
    this.#runs = true;
    let failure: unknown = null;
    try {
      await training.run(() => this.#between(training));
    } catch (error) {
      failure = error;
    }
    if (training !== this.#training) return;
    this.#failure = failure;
    this.#isDone = failure === null;
    this.#runs = false;
    this.#goal = "rest";
  }

  /** After an update: lets messages in, and holds the training while nobody wants it to go on. */
  async #between(training: Training): Promise<void> {
    if (this.#goal === "step") this.#goal = "rest";
    if (this.#slow && this.#goal === "play") await sleep(slowMs);
    else if (performance.now() - this.#breathed > sliceMs) await breath();
    while (training === this.#training && this.#goal === "rest") {
      this.#waits = true;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#waits = false;
    }
    this.#breathed = performance.now();
  }
}

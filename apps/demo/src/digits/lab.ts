import { breath, sleep } from "../lab/breath.ts";
import type { Config } from "./config.ts";
import { type Data, loadData } from "./data.ts";
import { firstWeights, look, type View } from "./look.ts";
import type { Opened, Report } from "./report.ts";
import { Training } from "./training.ts";

/** In slow motion an update comes so many milliseconds after the one before. */
const slowMs = 60;
/** Messages are let in after so many milliseconds. */
const sliceMs = 12;
/** While playing, the page gets the weights again after so many milliseconds. */
const weightsEvery = 200;

/** What the page was told last: of which view, and after how many updates. */
interface Told {
  readonly view: View | null;
  readonly step: number;
  readonly exam: number;
  readonly weights: number;
  /** When it was told the weights. */
  readonly at: number;
}

const nothing: Told = { view: null, step: -1, exam: -1, weights: -1, at: 0 };

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
  #told = nothing;

  /** Forgets the run before and starts a new one, untrained. */
  open(config: Config): Opened {
    this.#training?.cancel();
    this.#data ??= loadData();
    const training = new Training(config, this.#data);
    this.#training = training;
    this.#goal = "rest";
    this.#runs = this.#isDone = false;
    this.#failure = null;
    this.#told = nothing;
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
    const idle = this.#goal === "rest" && (this.#waits || !this.#runs);
    if (idle) training.take();
    const { epoch, step, lr, history } = training;
    return {
      playing: this.#goal === "play",
      idle,
      done: this.#isDone,
      epoch,
      step,
      lr,
      measurements: history.slice(known),
      ...this.#news(training),
    };
  }

  /** What the page has not been told yet. */
  #news({ network, step, exam, examined }: Training): Pick<Report, "exam" | "seen" | "weights"> {
    const told = this.#told;
    const view = this.#view;
    const now = performance.now();
    const tellsWeights = told.weights !== step && (this.#goal === "rest" || now - told.at > weightsEvery);
    this.#told = {
      view,
      step,
      exam: examined,
      weights: tellsWeights ? step : told.weights,
      at: tellsWeights ? now : told.at,
    };
    return {
      exam: told.exam === examined ? null : exam,
      seen: told.view === view && told.step === step ? null : look(network, view),
      weights: tellsWeights ? firstWeights(network) : null,
    };
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

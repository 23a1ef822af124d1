import { breath, sleep } from "../lab/breath.ts";
import { Pace } from "../lab/pace.ts";
import type { Config } from "./config.ts";
import { type Inside, Looker, type View } from "./inside.ts";
import { type Box, boxAround, drawPlane, type Plane } from "./plane.ts";
import type { Opened, Report } from "./report.ts";
import { type Done, Run } from "./run.ts";

const sliceMs = 12;
/** The most that drawing may cost of the time, while playing. */
const drawingShare = 0.3;
/** In slow motion an update comes so many milliseconds after the one before. */
const slowMs = 50;
/** While playing, the page looks inside again after so many milliseconds. */
const lookEvery = 250;
const sizes = { playing: 64, resting: 100 };

const unseen = { view: null, step: -1, at: 0 };

/**
 * Runs one training run in slices and draws its plane. One loop does all the work and breathes between the
 * slices, so a wish is heard within one piece of work, however large the network.
 */
export class Lab {
  #run: Run | null = null;
  #work: Generator<Done, never> | null = null;
  #box: Box | null = null;
  #looker: Looker | null = null;
  #view: View = { sample: 0, place: "loss" };
  /** What the page saw last, at which update and when. */
  #seen: { readonly view: View | null; readonly step: number; readonly at: number } = unseen;
  #goal: "nothing" | "ready" | "step" | "playing" = "nothing";
  /** The update at which the goal was set. */
  #since = 0;
  #drawing: Generator<void, Plane> | null = null;
  /** The update and the size of the newest plane. */
  #drawn = { step: -1, size: 0 };
  #plane: Plane | null = null;
  #failure: unknown = null;
  #looping = false;
  #pace = new Pace();
  #slow = false;
  /** When the next update is due, in slow motion. */
  #due = 0;
  /** When the piece of work before ended. Read once a piece: the clock is coarser than a fast piece is long. */
  #clock = 0;

  /** Forgets the run before and starts a new one, measured and compiled but not trained. */
  open(config: Config): Opened {
    this.#goal = "nothing";
    this.#drawing = this.#plane = this.#failure = null;
    this.#drawn = { step: -1, size: 0 };
    this.#pace = new Pace();
    const run = new Run(config);
    this.#run = run;
    this.#work = run.work();
    this.#looker = new Looker(run.network, run.judge);
    this.#seen = unseen;
    this.#box = boxAround(run.task.inputs);
    this.#pursue("ready");
    return { weights: run.network.parameters.length, stepsPerEpoch: run.stepsPerEpoch };
  }

  play(): void {
    this.#pursue("playing");
  }

  pause(): void {
    this.#goal = "nothing";
    this.#wake();
  }

  /** Trains one batch. */
  step(): void {
    this.#pursue("step");
  }

  /** Where the run stands, for a page that has `known` measurements. Throws what made the run fail. */
  report(known: number): Report {
    if (this.#failure !== null) throw this.#failure;
    const run = this.#opened();
    const measurements = run.history.slice(known);
    const plane = this.#plane;
    this.#plane = null;
    return {
      playing: this.#goal === "playing",
      idle: !this.#busy(),
      epoch: run.epoch,
      step: run.step,
      samplesPerSecond: this.#pace.samplesPerSecond,
      updatesPerSecond: this.#pace.updatesPerSecond,
      choices: run.choices,
      measurements,
      plane,
      inside: this.#look(),
    };
  }

  /** Whether playing is slow enough to watch every update; a network is as fast as it can be otherwise. */
  slow(on: boolean): void {
    this.#slow = on;
  }

  /** Looks at another sample or place from now on. */
  look(view: View): void {
    this.#view = view;
  }

  #look(): Inside | null {
    const { judge, task, step, history } = this.#opened();
    const view = this.#view;
    const isNew = this.#seen.view !== view || this.#seen.step !== step;
    const now = performance.now();
    const isDue = this.#goal !== "playing" || now - this.#seen.at > lookEvery;
    if (this.#looker === null || history.length === 0 || !isNew || !isDue) return null;
    this.#seen = { view, step, at: now };
    const sample = Math.min(view.sample, task.inputs.length - 1);
    const target = judge.target(task.labels[sample] as number);
    return { sample, ...this.#looker.look(task.inputs[sample] as readonly number[], target, view.place) };
  }

  #opened(): Run {
    if (this.#run === null) throw new Error("Lab: there is no run yet; call open(config) first.");
    return this.#run;
  }

  #pursue(goal: "ready" | "step" | "playing"): void {
    this.#since = this.#opened().step;
    this.#goal = goal;
    this.#wake();
  }

  #wake(): void {
    if (!this.#looping) this.#loop();
  }

  async #loop(): Promise<void> {
    this.#looping = true;
    while (this.#busy()) {
      try {
        this.#clock = performance.now();
        const end = this.#clock + sliceMs;
        while (this.#busy() && !this.#waits() && this.#clock < end) this.#advance();
      } catch (error) {
        this.#failure = error;
        this.#goal = "nothing";
      }
      await (this.#waits() ? sleep(this.#due - performance.now()) : breath());
    }
    this.#looping = false;
  }

  #busy(): boolean {
    return this.#failure === null && (this.#goal !== "nothing" || this.#drawing !== null || this.#isStale());
  }

  /** Whether slow motion has nothing to do until the next update is due. */
  #waits(): boolean {
    if (!this.#slow || this.#goal !== "playing" || this.#drawing !== null || this.#isStale()) return false;
    return performance.now() < this.#due;
  }

  /** Whether the plane shows older weights than there are, or is coarser than a resting page deserves. */
  #isStale(): boolean {
    if (this.#box === null || this.#run === null || this.#run.history.length === 0) return false;
    return this.#drawn.step !== this.#run.step || this.#drawn.size < this.#size();
  }

  /** A resting page gets a coarse plane at once, and a fine one when that stands. */
  #size(): number {
    const rests = this.#goal === "nothing" && this.#drawn.step === this.#run?.step;
    return rests ? sizes.resting : sizes.playing;
  }

  /** One piece of work: of training while there is a goal, of drawing in between and afterwards. */
  #advance(): void {
    if (this.#drawsNext()) {
      this.#draw();
      this.#pace.drew(this.#passed());
      return;
    }
    const run = this.#opened();
    const { samples, step } = run;
    const done = this.#work?.next().value;
    if (this.#reached(done)) this.#goal = "nothing";
    const ms = this.#passed();
    if (done === "step") this.#due = this.#clock + slowMs;
    if (done === "training" || done === "step")
      this.#pace.trained(ms, run.samples - samples, run.step - step);
    else if (done === "measuring" || done === "measured") this.#pace.measured(ms);
  }

  /** The milliseconds since the piece of work before. */
  #passed(): number {
    const before = this.#clock;
    this.#clock = performance.now();
    return this.#clock - before;
  }

  /** Whether what was done is what was wished for: playing goes on for the epochs of the config, and again as many. */
  #reached(done: Done | undefined): boolean {
    const { step, epoch, config, stepsPerEpoch } = this.#opened();
    const trained = step > this.#since;
    if (this.#goal === "ready") return done === "ready";
    if (this.#goal === "step") return trained && (done === "measured" || step % stepsPerEpoch !== 0);
    return done === "measured" && trained && epoch % config.epochs === 0;
  }

  /** A drawing once begun is finished first, so that it shows one moment. */
  #drawsNext(): boolean {
    if (this.#drawing !== null) return true;
    const mayDraw = this.#goal === "nothing" || this.#slow || this.#pace.drawingShare < drawingShare;
    return mayDraw && this.#isStale();
  }

  #draw(): void {
    const run = this.#opened();
    if (this.#drawing === null) {
      this.#drawn = { step: run.step, size: this.#size() };
      this.#drawing = drawPlane(run.computer, run.task.inputs, this.#box as Box, this.#drawn.size);
    }
    const row = this.#drawing.next();
    if (!row.done) return;
    this.#plane = row.value;
    this.#drawing = null;
  }
}

import { breath, sleep } from "../lab/breath.ts";
import { Pace } from "../lab/pace.ts";
import { Artist } from "./artist.ts";
import type { Config } from "./config.ts";
import { Eye } from "./eye.ts";
import { type Goal, isPhase, isReached } from "./goal.ts";
import type { View } from "./inside.ts";
import { Past } from "./past.ts";
import { type Done, nextPhase, type Phase } from "./phase.ts";
import type { Opened, Report } from "./report.ts";
import { ratesOf } from "./rule.ts";
import { Run } from "./run.ts";
import type { Snapshot } from "./snapshot.ts";
import { gradientLength } from "./statistics.ts";

const sliceMs = 12;
/** The most that drawing may cost of the time, while playing. */
const drawingShare = 0.3;
/** In slow motion an update comes so many milliseconds after the one before. */
const slowMs = 50;

/** Everything that belongs to one run. */
interface Opening {
  readonly run: Run;
  readonly artist: Artist;
  readonly eye: Eye;
  readonly past: Past;
}

/**
 * Runs one training run in slices and draws its plane. One loop does all the work and breathes between the
 * slices, so a wish is heard within one piece of work, however large the network.
 */
export class Lab {
  #open: Opening | null = null;
  #work: Generator<Done, never> | null = null;
  #view: View = { sample: 0, place: "loss" };
  #goal: Goal = "nothing";
  /** The update at which the goal was set. */
  #since = 0;
  /** The latest update that has ever been computed. */
  #furthest = 0;
  #failure: unknown = null;
  #looping = false;
  #pace = new Pace();
  #slow = false;
  /** When the next update is due, in slow motion. */
  #due = 0;
  /** When the piece of work before ended. Read once a piece: the clock is coarser than a fast piece is long. */
  #clock = 0;

  /** Forgets the run before and starts a new one, measured and compiled but not trained; or goes on from a snapshot. */
  open(config: Config, from: Snapshot | null = null): Opened {
    this.#goal = "nothing";
    this.#failure = null;
    this.#pace = new Pace();
    const run = new Run(config);
    if (from) run.restore(from);
    this.#open = { run, artist: new Artist(run), eye: new Eye(run), past: new Past() };
    this.#furthest = run.step;
    this.#work = run.work();
    this.#pursue("ready");
    return {
      weights: run.network.parameters.length,
      stepsPerEpoch: run.stepsPerEpoch,
      firstStep: run.step,
      rates: config.schedule === "constant" ? null : ratesOf(config, config.epochs * run.stepsPerEpoch),
    };
  }

  play(): void {
    this.#pursue("playing");
  }

  pause(): void {
    this.#goal = "nothing";
    this.#wake();
  }

  /** Trains one batch, or the rest of the one that sub-steps have begun. */
  step(): void {
    this.#pursue("step");
  }

  /** Trains the rest of the epoch. */
  epoch(): void {
    this.#pursue("epoch");
  }

  /** Does the next one of the four sub-steps, or all up to the one that is named. */
  substep(phase: Phase = nextPhase(this.#opened().run.phase)): void {
    this.#opened().run.separate = true;
    this.#pursue({ phase });
  }

  /** Stands at an update of the past or the future: from the snapshot before it, the way there is computed again. */
  seek(step: number): void {
    const { run, past } = this.#opened();
    const from = past.before(step);
    if (from && (step < run.step || from.step > run.step || run.phase !== "update")) this.restore(from);
    this.#pursue({ step: Math.max(step, run.step) });
  }

  /** The run as it stands, between two updates: a sub-step that has begun is not in it. */
  snapshot(): Snapshot {
    return this.#opened().run.snapshot();
  }

  /** Goes on from a snapshot of this run, or of another one with the same network and samples. */
  restore(snapshot: Snapshot): void {
    const { run, artist, eye } = this.#opened();
    run.restore(snapshot);
    this.#work = run.work();
    this.#failure = null;
    artist.forget();
    eye.forget();
    this.#goal = "nothing";
    this.#wake();
  }

  /** Where the run stands, for a page that has `known` measurements. Throws what made the run fail. */
  report(known: number): Report {
    if (this.#failure !== null) throw this.#failure;
    const { run, artist, eye } = this.#opened();
    return {
      playing: this.#goal === "playing",
      idle: !this.#busy(),
      epoch: run.epoch,
      step: run.step,
      phase: run.phase,
      batch: run.batch,
      batchLoss: run.batchLoss,
      separate: run.separate,
      gradient: run.separate ? gradientLength(run.network) : 0,
      lr: run.rule.lr,
      furthest: this.#furthest,
      samplesPerSecond: this.#pace.samplesPerSecond,
      updatesPerSecond: this.#pace.updatesPerSecond,
      choices: run.choices,
      measurements: run.history.slice(known),
      ...artist.take(),
      numbers: eye.numbers(this.#goal === "playing"),
      inside: eye.look(this.#view, this.#goal === "playing"),
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

  #opened(): Opening {
    if (this.#open === null) throw new Error("Lab: there is no run yet; call open(config) first.");
    return this.#open;
  }

  #pursue(goal: Goal): void {
    const { run } = this.#opened();
    if (!isPhase(goal)) run.separate = false;
    this.#since = run.step;
    this.#goal = typeof goal === "object" && "step" in goal && goal.step === run.step ? "nothing" : goal;
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
    if (this.#failure !== null || this.#open === null) return false;
    return this.#goal !== "nothing" || this.#hasToDraw();
  }

  #hasToDraw(): boolean {
    const { artist } = this.#opened();
    return artist.isDrawing || artist.isStale(this.#goal === "nothing");
  }

  /** Whether slow motion has nothing to do until the next update is due. */
  #waits(): boolean {
    if (!this.#slow || this.#goal !== "playing" || this.#hasToDraw()) return false;
    return performance.now() < this.#due;
  }

  /** One piece of work: of training while there is a goal, of drawing in between and afterwards. */
  #advance(): void {
    const { run, artist, past } = this.#opened();
    if (this.#drawsNext()) {
      artist.draw(this.#goal === "nothing");
      this.#pace.drew(this.#passed());
      return;
    }
    const { samples, step } = run;
    const done = this.#work?.next().value;
    if ((done === "ready" || done === "update") && past.wants(run.step)) past.keep(run.snapshot());
    this.#furthest = Math.max(this.#furthest, run.step);
    if (isReached(this.#goal, done, run, this.#since)) this.#goal = "nothing";
    const ms = this.#passed();
    if (done === "update") this.#due = this.#clock + slowMs;
    if (done === "measuring" || done === "measured") this.#pace.measured(ms);
    else if (done !== "preparing" && done !== "ready")
      this.#pace.trained(ms, run.samples - samples, run.step - step);
  }

  /** The milliseconds since the piece of work before. */
  #passed(): number {
    const before = this.#clock;
    this.#clock = performance.now();
    return this.#clock - before;
  }

  /** A drawing once begun is finished first; none is begun on the way to an update that it shall stand at. */
  #drawsNext(): boolean {
    const { artist } = this.#opened();
    if (artist.isDrawing) return true;
    const mayDraw =
      this.#goal === "nothing" ||
      this.#slow ||
      (typeof this.#goal === "string" && this.#pace.drawingShare < drawingShare);
    return mayDraw && artist.isStale(this.#goal === "nothing");
  }
}

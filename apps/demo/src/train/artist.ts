import { type Box, boxAround, boxForDrawing, drawPlane, type Plane } from "./plane.ts";
import type { Run } from "./run.ts";
import { drawSight, type Sight } from "./sight.ts";

const sizes = { playing: 64, resting: 100 };

/** While playing, the neurons are asked again after so many milliseconds. */
const sightEvery = 400;

const nothing = { step: -1, size: 0 };

/** Draws the plane of a run, and what its neurons see of it, in small pieces. */
export class Artist {
  readonly #run: Run;
  readonly #box: Box;
  #work: Generator<void, void> | null = null;
  /** The update and the size of the newest plane; the weights have changed when the run stands at another update. */
  #drawn = nothing;
  /** The update of the newest sight, and when that was. */
  #seen = { step: -1, at: Number.NEGATIVE_INFINITY };
  #plane: Plane | null = null;
  #sight: Sight | null = null;

  constructor(run: Run) {
    const { inputs } = run.task;
    this.#run = run;
    this.#box = run.config.data === "own" ? boxForDrawing(inputs) : boxAround(inputs);
  }

  /** Whether a drawing has begun: it is finished first, so that it shows one moment. */
  get isDrawing(): boolean {
    return this.#work !== null;
  }

  /** Whether there is something to draw: older weights are shown, or coarser than a resting page deserves. */
  isStale(rests: boolean): boolean {
    if (this.#run.history.length === 0) return false;
    return this.#isOld(rests) || this.#sightIsDue(rests);
  }

  /** One piece of a drawing. */
  draw(rests: boolean): void {
    this.#work ??= this.#isOld(rests) ? this.#drawPlane(rests) : this.#drawSight();
    if (this.#work.next().done) this.#work = null;
  }

  /** Forgets what was drawn: the run stands elsewhere. */
  forget(): void {
    this.#work = this.#plane = this.#sight = null;
    this.#drawn = nothing;
    this.#seen = { step: -1, at: Number.NEGATIVE_INFINITY };
  }

  /** The newest plane and the newest sight, each once. */
  take(): { readonly plane: Plane | null; readonly sight: Sight | null } {
    const taken = { plane: this.#plane, sight: this.#sight };
    this.#plane = this.#sight = null;
    return taken;
  }

  *#drawPlane(rests: boolean): Generator<void, void> {
    const { computer, judge, task, step } = this.#run;
    this.#drawn = { step, size: this.#size(rests) };
    this.#plane = yield* drawPlane(computer, judge, task.inputs, this.#box, this.#drawn.size);
  }

  *#drawSight(): Generator<void, void> {
    this.#seen = { step: this.#run.step, at: performance.now() };
    this.#sight = yield* drawSight(this.#run, this.#box);
  }

  #isOld(rests: boolean): boolean {
    return this.#drawn.step !== this.#run.step || this.#drawn.size < this.#size(rests);
  }

  #sightIsDue(rests: boolean): boolean {
    const { step, at } = this.#seen;
    return step !== this.#run.step && (rests || performance.now() - at > sightEvery);
  }

  /** A resting page gets a coarse plane at once, and a fine one when that stands. */
  #size(rests: boolean): number {
    return rests && this.#drawn.step === this.#run.step ? sizes.resting : sizes.playing;
  }
}

import { type Box, boxAround, boxForDrawing, drawPlane, type Plane } from "./plane.ts";
import type { Run } from "./run.ts";

const sizes = { playing: 64, resting: 100 };

/** Draws the plane of a run in small pieces. */
export class Artist {
  readonly #run: Run;
  readonly #box: Box;
  #work: Generator<void, Plane> | null = null;
  /** The weights and the size of the newest plane; a run's weights have changed when it stands at another update. */
  #drawn = { step: -1, size: 0 };
  #plane: Plane | null = null;

  constructor(run: Run) {
    const { inputs } = run.task;
    this.#run = run;
    this.#box = run.config.data === "own" ? boxForDrawing(inputs) : boxAround(inputs);
  }

  /** Whether a drawing has begun: it is finished first, so that it shows one moment. */
  get isDrawing(): boolean {
    return this.#work !== null;
  }

  /** Whether the plane shows older weights than there are, or is coarser than a resting page deserves. */
  isStale(rests: boolean): boolean {
    if (this.#run.history.length === 0) return false;
    return this.#drawn.step !== this.#run.step || this.#drawn.size < this.#size(rests);
  }

  /** One piece of a drawing. */
  draw(rests: boolean): void {
    const { computer, judge, task, step } = this.#run;
    if (this.#work === null) {
      this.#drawn = { step, size: this.#size(rests) };
      this.#work = drawPlane(computer, judge, task.inputs, this.#box, this.#drawn.size);
    }
    const row = this.#work.next();
    if (!row.done) return;
    this.#plane = row.value;
    this.#work = null;
  }

  /** Forgets what was drawn: the run stands elsewhere. */
  forget(): void {
    this.#work = this.#plane = null;
    this.#drawn = { step: -1, size: 0 };
  }

  /** The newest plane, once. */
  take(): Plane | null {
    const plane = this.#plane;
    this.#plane = null;
    return plane;
  }

  /** A resting page gets a coarse plane at once, and a fine one when that stands. */
  #size(rests: boolean): number {
    return rests && this.#drawn.step === this.#run.step ? sizes.resting : sizes.playing;
  }
}

import { type Inside, Looker, type View } from "./inside.ts";
import type { Run } from "./run.ts";

/** While playing, the page looks inside again after so many milliseconds. */
const lookEvery = 250;

const unseen = { view: null, step: -1, at: 0 };

/** Looks inside a run when there is something new to see. */
export class Eye {
  readonly #run: Run;
  readonly #looker: Looker;
  /** What the page saw last, at which update and when. */
  #seen: { readonly view: View | null; readonly step: number; readonly at: number } = unseen;

  constructor(run: Run) {
    this.#run = run;
    this.#looker = new Looker(run.network, run.judge);
  }

  /** Forgets what was seen: the run stands elsewhere. */
  forget(): void {
    this.#seen = unseen;
  }

  /** The sample and the place of a view; null if the page has seen it, or has just seen another moment of it. */
  look(view: View, playing: boolean): Inside | null {
    const { judge, task, step, history } = this.#run;
    const isNew = this.#seen.view !== view || this.#seen.step !== step;
    const now = performance.now();
    const isDue = !playing || now - this.#seen.at > lookEvery;
    if (history.length === 0 || !isNew || !isDue) return null;
    this.#seen = { view, step, at: now };
    const sample = Math.min(view.sample, task.inputs.length - 1);
    const target = judge.target(task.labels[sample] as number);
    return { sample, ...this.#looker.look(task.inputs[sample] as readonly number[], target, view.place) };
  }
}

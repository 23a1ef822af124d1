import { type Inside, Looker, type View } from "./inside.ts";
import type { Phase } from "./phase.ts";
import type { Run } from "./run.ts";

/** The numbers of a run at one moment. */
export interface Numbers {
  readonly step: number;
  readonly phase: Phase;
  /** Every weight and bias, layer by layer, neuron by neuron: its weights, then its bias. */
  readonly weights: Float64Array;
  /** Their gradients; 0 where there is none. */
  readonly gradients: Float64Array;
}

/** While playing, the page looks inside again after so many milliseconds. */
const lookEvery = 250;

/** What the page saw last: of which view, at which moment of the run, and when. */
interface Seen {
  readonly view: View | null;
  readonly moment: string;
  readonly at: number;
}

const unseen: Seen = { view: null, moment: "", at: Number.NEGATIVE_INFINITY };

/** Looks inside a run when there is something new to see. */
export class Eye {
  readonly #run: Run;
  readonly #looker: Looker;
  #sample = unseen;
  #numbers = unseen;

  constructor(run: Run) {
    this.#run = run;
    this.#looker = new Looker(run.network, run.judge);
  }

  /** Forgets what was seen: the run stands elsewhere. */
  forget(): void {
    this.#sample = this.#numbers = unseen;
  }

  /** The sample and the place of a view; null if the page has seen it, or has just seen another moment of it. */
  look(view: View, playing: boolean): Inside | null {
    const { judge, task, step } = this.#run;
    const now: Seen = { view, moment: String(step), at: performance.now() };
    if (!this.#isNew(this.#sample, now, playing)) return null;
    this.#sample = now;
    const sample = Math.min(view.sample, task.inputs.length - 1);
    const target = judge.target(task.labels[sample] as number);
    return { sample, ...this.#looker.look(task.inputs[sample] as readonly number[], target, view.place) };
  }

  /** The weights and their gradients, after every sub-step; null if the page has them, or has just got others. */
  numbers(playing: boolean): Numbers | null {
    const { step, phase, network } = this.#run;
    const now: Seen = { view: null, moment: `${step} ${phase}`, at: performance.now() };
    if (!this.#isNew(this.#numbers, now, playing)) return null;
    this.#numbers = now;
    return {
      step,
      phase,
      weights: Float64Array.from(network.weights, ({ data }) => data),
      gradients: Float64Array.from(network.weights, ({ hasGrad, grad }) => (hasGrad ? grad : 0)),
    };
  }

  #isNew(before: Seen, now: Seen, playing: boolean): boolean {
    const isNew = before.view !== now.view || before.moment !== now.moment;
    const isDue = !playing || now.at - before.at > lookEvery;
    return this.#run.history.length > 0 && isNew && isDue;
  }
}

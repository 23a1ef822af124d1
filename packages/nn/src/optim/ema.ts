import { completed } from "../completed.js";
import { shown } from "../shown.js";
import { type Block, blocksOf, type Numbers } from "./blocks.js";
import { arrayFor, checkNumbers } from "./memory.js";
import { type Parameter, parametersOf } from "./parameters.js";
import { checkRange } from "./range.js";

/** Options of `EMA`. */
export interface EMAOptions {
  /** How much the average keeps at every update, in [0, 1]; 0.999 by default. */
  decay?: number;
}

/** Everything that an `EMA` remembers, as plain data. */
export interface EMAState {
  readonly name: "EMA";
  readonly options: Readonly<Required<EMAOptions>>;
  readonly updates: number;
  /** The averages, in the order of the parameters. */
  readonly averages: readonly ArrayLike<number>[];
}

/**
 * An exponential moving average of weights, which often does better than the weights of the last step:
 * average ← decay · average + (1 - decay) · p at every update, and p itself at the first;
 * torch.optim.swa_utils.AveragedModel with that for its avg_fn.
 *
 * @example
 * const p = value(1);
 * const ema = new EMA([p], { decay: 0.5 });
 * ema.update();
 * p.data = 3;
 * ema.update();
 * ema.use(() => p.data) // => 2
 * p.data // => 3
 */
export class EMA {
  readonly parameters: readonly Parameter[];
  #decay: number;
  #updates = 0;
  readonly #blocks: readonly Block[];
  #averages: Numbers[];

  /** Throws unless the parameters are different leaves, at least one. */
  constructor(parameters: Iterable<Parameter>, options: EMAOptions = {}) {
    const { decay } = completed("EMA", options, { decay: 0.999 });
    checkRange("EMA: decay", decay, 0, 1, "closed");
    this.#decay = decay;
    this.parameters = parametersOf("EMA", parameters);
    this.#blocks = blocksOf(this.parameters);
    this.#averages = this.#numbers();
  }

  /** How many updates there were. */
  get updates(): number {
    return this.#updates;
  }

  /** Takes the parameters into the average: call it after each step of the optimiser. */
  update(): void {
    const numbers = this.#numbers();
    const decay = this.#decay;
    this.#averages =
      this.#updates === 0
        ? numbers
        : this.#averages.map((average, b) =>
            average.map((mean, i) => decay * mean + (1 - decay) * ((numbers[b] as Numbers)[i] as number)),
          );
    this.#updates++;
  }

  /**
   * Runs a function while the parameters have their averages, and gives its result. Afterwards they have their own
   * numbers again, also if it throws; if it gives a promise, once that is settled.
   */
  use<T>(run: () => T): T {
    const own = this.#numbers();
    this.#place(this.#averages);
    const restore = () => this.#place(own);
    let result: T;
    try {
      result = run();
    } catch (error) {
      restore();
      throw error;
    }
    if (result instanceof Promise) return result.finally(restore) as T;
    restore();
    return result;
  }

  /** Gives the parameters their averages, for good. */
  apply(): void {
    this.#place(this.#averages);
  }

  /** Everything to go on from later, as plain data. */
  state(): EMAState {
    const averages = this.#averages.map((average) => average.slice());
    return { name: "EMA", options: { decay: this.#decay }, updates: this.#updates, averages };
  }

  /** Takes over a state() of an EMA of as many parameters: it goes on bit for bit. */
  load(state: EMAState): void {
    const { name, options, updates, averages } = state ?? {};
    if (name !== "EMA" || !Array.isArray(averages) || averages.length !== this.#blocks.length) {
      throw new TypeError(`EMA.load: expected a state() of EMA, got one of ${shown(name)}.`);
    }
    checkRange("EMA: decay", options?.decay, 0, 1, "closed");
    if (!Number.isSafeInteger(updates) || updates < 0) {
      throw new RangeError(`EMA.load: updates is an integer >= 0; got ${shown(updates)}.`);
    }
    const loaded = this.#blocks.map((block, b) => {
      checkNumbers("EMA.load: an average", averages[b], block.count * block.size);
      return arrayFor(block, averages[b]);
    });
    this.#decay = options.decay;
    this.#updates = updates;
    this.#averages = loaded;
  }

  #numbers(): Numbers[] {
    return this.#blocks.map((block) => {
      block.read("EMA");
      return block.data.slice();
    });
  }

  #place(numbers: readonly Numbers[]): void {
    this.#blocks.forEach((block, b) => {
      block.data.set(numbers[b] as Numbers);
      block.write(0, block.count);
    });
  }
}

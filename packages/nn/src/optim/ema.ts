import { isTensor, type Tensor } from "@outgrad/engine";
import { completed } from "../completed.js";
import { numbersOf } from "../elsewhere.js";
import { movingAverage } from "../generated/rules.js";
import { shown } from "../shown.js";
import { type Block, blocksOf } from "./blocks.js";
import { evaluateRule, leafLike, snapshotOf } from "./evaluate-rule.js";
import { arrayFor, checkNumbers, type Kept } from "./memory.js";
import { type Parameter, parametersOf } from "./parameters.js";
import { checkRange } from "./range.js";
import { updateBy } from "./rule.js";

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
 * torch.optim.swa_utils.AveragedModel with that for its avg_fn. The average of what a GPU keeps is kept there too.
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
  #averages: Kept[];

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
    if (this.#updates === 0) this.#averages = this.#numbers();
    else {
      for (const block of this.#blocks) block.read("EMA.update");
      this.#averages = this.#blocks.map((block, b) => this.#next(block, this.#averages[b] as Kept));
    }
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

  /** Everything to go on from later, as plain data. What a GPU keeps must have been read, by `await readNumbers(ema)`. */
  state(): EMAState {
    const averages = this.#averages.map((average) => hereOf("EMA.state", average).slice());
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

  /** @internal Undoes any load() from now on. */
  undo(): () => void {
    const [decay, updates, averages] = [this.#decay, this.#updates, this.#averages];
    return () => {
      this.#decay = decay;
      this.#updates = updates;
      this.#averages = averages;
    };
  }

  /** @internal The averages that other backends keep. */
  tensors(): Tensor[] {
    return this.#averages.filter(isTensor);
  }

  /** A copy of the parameters as they are, wherever they are. */
  #numbers(): Kept[] {
    return this.#blocks.map((block) => {
      block.read("EMA");
      return block.away ? snapshotOf(block.away) : block.data.slice();
    });
  }

  /** The average of a block that has been read after its next update. */
  #next(block: Block, average: Kept): Kept {
    const update = updateBy(movingAverage, { decay: this.#decay });
    const { away, data: p } = block;
    if (away) {
      const leaf = isTensor(average) ? average : leafLike(away, average);
      evaluateRule(update, { p: away, average: leaf });
      return leaf;
    }
    const numbers = hereOf("EMA.update", average);
    update.rule.loop(0, p.length, { p, average: numbers }, update.numbers);
    return numbers;
  }

  #place(kept: readonly Kept[]): void {
    this.#blocks.forEach((block, b) => {
      const numbers = kept[b] as Kept;
      block.read("EMA");
      if (block.away) block.away.data = isTensor(numbers) ? numbers : leafLike(block.away, numbers);
      else {
        block.data.set(hereOf("EMA", numbers));
        block.write(0, block.count);
      }
    });
  }
}

const hereOf = (where: string, kept: Kept) => (isTensor(kept) ? numbersOf(where, "an average", kept) : kept);

import { completed } from "../completed.js";
import { copyOptions } from "../optim/copy-options.js";
import { checkRange } from "../optim/range.js";
import { shown } from "../shown.js";

/** What a schedule moves: any optimiser. */
export interface Scheduled {
  lr: number;
  /** What a `OneCycleLR` moves too; undefined where there is none. */
  momentum?: number | undefined;
}

/** Everything that a schedule remembers, as plain data. */
export interface ScheduleState {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** How many steps have been taken. */
  readonly lastEpoch: number;
  /** The optimiser's lr before the schedule was made. */
  readonly baseLr: number;
  /** The lr that the schedule has set last. */
  readonly lastLr: number;
  /** The optimiser's lr when the state was taken, which may be another schedule's. */
  readonly lr: number;
  readonly momentum?: number | undefined;
  /** ReduceLROnPlateau's own: the best metric so far, null before the first; bad steps; steps left of a pause. */
  readonly plateau?: { readonly best: number | null; readonly badEpochs: number; readonly cooldown: number };
}

/**
 * Moves the learning rate of an optimiser from step to step. What a step is, an epoch or a batch, is up to the
 * caller: `optimizer.step()` first, then `schedule.step()`.
 *
 * A new schedule takes the optimiser's lr as its base and sets the lr of the first step. Each further lr is computed
 * from the one that the optimiser has then, as PyTorch does it ("chained"), so several schedules may be stepped one
 * after the other, and a change by hand lasts.
 */
export abstract class Schedule<Options extends object = object> {
  readonly optimizer: Scheduled;
  protected options: Options;
  /** The lr that the optimiser had before. */
  protected baseLr: number;
  readonly #name: string;
  #lastEpoch = 0;
  #lastLr: number;

  /** `defaults` has all options. */
  protected constructor(name: string, optimizer: Scheduled, options: Partial<Options>, defaults: Options) {
    if (typeof optimizer?.lr !== "number") {
      throw new TypeError(`${name}: expected an optimiser, which has an lr; got ${shown(optimizer)}.`);
    }
    this.#name = name;
    this.optimizer = optimizer;
    this.options = copyOptions(completed(name, options, defaults));
    this.check(this.options);
    this.baseLr = optimizer.lr;
    this.#lastLr = optimizer.lr;
  }

  /** How many steps have been taken: 0 at first. */
  get lastEpoch(): number {
    return this.#lastEpoch;
  }

  /** The lr that this schedule has set last. */
  get lastLr(): number {
    return this.#lastLr;
  }

  /** Sets the lr of the next step. */
  step(): void {
    const epoch = this.#lastEpoch + 1;
    this.set(this.next(epoch, this.optimizer.lr));
    this.#lastEpoch = epoch;
  }

  /** Everything to go on from later, as plain data. */
  state(): ScheduleState {
    const { lr, momentum } = this.optimizer;
    const [lastEpoch, lastLr] = [this.#lastEpoch, this.#lastLr];
    return {
      name: this.#name,
      options: copyOptions(this.options) as Record<string, unknown>,
      lastEpoch,
      baseLr: this.baseLr,
      lastLr,
      lr,
      momentum,
    };
  }

  /**
   * Takes over a state() of the same kind of schedule, and gives the optimiser the lr and momentum that it had then:
   * it goes on bit for bit, whether the optimiser's own state is loaded before or after.
   */
  load(state: ScheduleState): void {
    const where = `${this.#name}.load`;
    const { name, options, lastEpoch, baseLr, lastLr, lr, momentum } = state ?? {};
    if (name !== this.#name) {
      throw new TypeError(`${where}: expected a state() of ${this.#name}, got one of ${shown(name)}.`);
    }
    if (!Number.isSafeInteger(lastEpoch) || lastEpoch < 0) {
      throw new RangeError(`${where}: lastEpoch is an integer >= 0; got ${shown(lastEpoch)}.`);
    }
    checkRange(`${where}: baseLr`, baseLr);
    checkRange(`${where}: lastLr`, lastLr);
    checkRange(`${where}: lr`, lr, 0);
    const loaded = copyOptions(completed(where, (options ?? {}) as Partial<Options>, this.options));
    this.check(loaded);
    if (momentum !== undefined) this.optimizer.momentum = momentum;
    this.optimizer.lr = lr;
    this.options = loaded;
    this.baseLr = baseLr;
    this.#lastEpoch = lastEpoch;
    this.#lastLr = lastLr;
  }

  /** Gives the optimiser an lr. */
  protected set(lr: number): void {
    this.optimizer.lr = lr;
    this.#lastLr = lr;
  }

  /** Throws unless the options make sense. */
  protected abstract check(options: Options): void;

  /** The lr of step `epoch`, counted from 0, after `lr`, that of the one before. */
  protected abstract next(epoch: number, lr: number): number;
}

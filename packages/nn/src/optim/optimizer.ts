import { completed } from "../completed.js";
import { shown } from "../shown.js";
import { type Block, blocksOf, checkGradients, type Numbers } from "./blocks.js";
import { copyOptions } from "./copy-options.js";
import { arrayFor, emptyMemory, type LiveMemory, loadedMemory, type Memory } from "./memory.js";
import { type Parameter, parametersOf } from "./parameters.js";

/** Everything that an optimiser remembers, as plain data. The parameters' own numbers are not in it. */
export interface OptimizerState {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly memory: readonly Memory[];
}

/** Numbers to be changed by one rule, those in [from, to): all at the same step, and what is remembered of them. */
export interface Run<Fields extends string> {
  /** The parameters' numbers, which the rule changes. */
  readonly p: Numbers;
  /** Their gradients. */
  readonly g: Numbers;
  readonly from: number;
  readonly to: number;
  /** Which step this is for them, counted from 1. */
  readonly step: number;
  /** What the rule kept, which it changes too; 0 before the first step. */
  readonly memory: { readonly [F in Fields]: Numbers };
}

/**
 * Changes parameters by their gradients. A subclass says how a row of numbers changes, and what it remembers.
 *
 * Parameters are leaves, Values and Tensors in any mixture. One without a gradient is left alone by `step()`: no
 * decay, no memory, as in PyTorch.
 */
export abstract class Optimizer<
  Options extends { lr: number } = { lr: number },
  Fields extends string = string,
> {
  readonly parameters: readonly Parameter[];
  protected options: Options;
  readonly #name: string;
  readonly #fields: readonly Fields[];
  readonly #blocks: readonly Block[];
  #memory: LiveMemory<Fields>[];

  /** `defaults` has all options; `fields` names the arrays that the rule may need. */
  protected constructor(
    name: string,
    parameters: Iterable<Parameter>,
    options: Partial<Options>,
    defaults: Options,
    fields: readonly Fields[],
  ) {
    this.#name = name;
    this.#fields = fields;
    this.options = copyOptions(completed(name, options, defaults));
    this.check(this.options);
    this.parameters = parametersOf(name, parameters);
    this.#blocks = blocksOf(this.parameters);
    this.#memory = this.#blocks.map(emptyMemory);
  }

  /** The learning rate; set it to follow a schedule. */
  get lr(): number {
    return this.options.lr;
  }

  set lr(lr: number) {
    const options = { ...this.options, lr };
    this.check(options);
    this.options = options;
  }

  /** SGD's and RMSprop's momentum, or betas[0]: what a OneCycleLR moves beside lr. Undefined where there is none. */
  get momentum(): number | undefined {
    const { momentum, betas } = this.options as { momentum?: number; betas?: readonly [number, number] };
    return betas ? betas[0] : momentum;
  }

  set momentum(momentum: number) {
    const { betas } = this.options as { betas?: readonly [number, number] };
    if (this.momentum === undefined) throw new TypeError(`${this.#name} has no momentum that could be set.`);
    const options = { ...this.options, ...(betas ? { betas: [momentum, betas[1]] } : { momentum }) };
    this.check(options);
    this.options = options;
  }

  /**
   * Changes every parameter that has a gradient. Throws before it changes anything if a gradient is NaN or
   * infinite, and names the parameter: one such step would spread to all of them.
   */
  step(): void {
    for (const block of this.#blocks) block.read(`${this.#name}.step`);
    checkGradients(`${this.#name}.step`, this.#blocks);
    this.#blocks.forEach((block, b) => {
      const memory = this.#memory[b] as LiveMemory<Fields>;
      const { count } = block;
      for (let first = 0; first < count; ) {
        if (!block.hasGrad(first)) {
          first++;
          continue;
        }
        // Neighbours that have made as many steps are changed in one go.
        let last = first + 1;
        while (last < count && block.hasGrad(last) && memory.steps[last] === memory.steps[first]) last++;
        this.#advance(block, memory, first, last);
        first = last;
      }
    });
  }

  /** Forgets the gradients of all parameters: call it before each backward(), which adds to them. */
  zeroGrad(): void {
    for (const parameter of this.parameters) parameter.zeroGrad();
  }

  /** Options and memory, to go on from later: arrays of their own, which later steps do not change. */
  state(): OptimizerState {
    const memory = this.#memory.map(({ steps, arrays }) => ({
      steps: steps.slice(),
      arrays: Object.fromEntries(
        Object.entries<Numbers>(arrays as Record<string, Numbers>).map(([name, array]) => [
          name,
          array.slice(),
        ]),
      ),
    }));
    return { name: this.#name, options: copyOptions(this.options) as Record<string, unknown>, memory };
  }

  /**
   * Takes over a state() of the same kind of optimiser with as many parameters: training goes on bit for bit. Lists
   * of numbers will do for its arrays.
   */
  load(state: OptimizerState): void {
    const where = `${this.#name}.load`;
    const { name, options, memory } = state ?? {};
    if (name !== this.#name || !Array.isArray(memory)) {
      throw new TypeError(`${where}: expected a state() of ${this.#name}, got one of ${shown(name)}.`);
    }
    const total = memory.reduce((sum, entry) => sum + (entry?.steps?.length ?? 0), 0);
    if (memory.length !== this.#blocks.length || total !== this.parameters.length) {
      throw new RangeError(
        `${where}: the state is of ${total} parameters, this optimiser has ${this.parameters.length}.`,
      );
    }
    const loaded = copyOptions(completed(where, (options ?? {}) as Partial<Options>, this.options));
    this.check(loaded);
    this.#memory = this.#blocks.map((block, b) =>
      loadedMemory(where, memory[b], block, this.#fields, (field) => this.needs(field, loaded)),
    );
    this.options = loaded;
  }

  /** Throws unless the options make sense. */
  protected abstract check(options: Options): void;

  /** Whether the rule needs this array with these options; it does unless a subclass says otherwise. */
  protected needs(_field: Fields, _options: Options): boolean {
    return true;
  }

  /** What a new array begins with; 0 unless a subclass says otherwise. */
  protected initial(_field: Fields): number {
    return 0;
  }

  /** The rule: changes the numbers and the memory of a run. */
  protected abstract update(run: Run<Fields>): void;

  /** The next step of the parameters from `first` up to `last`, which have made as many steps. */
  #advance(block: Block, { steps, arrays }: LiveMemory<Fields>, first: number, last: number): void {
    const needed = this.#fields.filter((field) => this.needs(field, this.options));
    for (const field of needed) arrays[field] ??= arrayFor(block).fill(this.initial(field));
    const step = (steps[first] as number) + 1;
    const [from, to] = [first * block.size, last * block.size];
    const memory = arrays as { [F in Fields]: Numbers };
    this.update({ p: block.data, g: block.grad, from, to, step, memory });
    // A rule without memory makes no steps: SGD's first one with momentum is its first.
    if (needed.length > 0) steps.fill(step, first, last);
    block.write(first, last);
  }
}

import { type Floats, isTensor, type Tensor } from "@outgrad/engine";
import { completed } from "../completed.js";
import { shown } from "../shown.js";
import { type Block, blocksOf, checkGradients } from "./blocks.js";
import { copyOptions } from "./copy-options.js";
import { evaluateRule } from "./evaluate-rule.js";
import {
  arrayFor,
  bringHere,
  copyOfMemory,
  emptyMemory,
  type LiveMemory,
  loadedMemory,
  type Memory,
  sendAway,
} from "./memory.js";
import { type Parameter, parametersOf } from "./parameters.js";
import type { Rule, Update } from "./rule.js";

/** Everything that an optimiser remembers, as plain data. The parameters' own numbers are not in it. */
export interface OptimizerState {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly memory: readonly Memory[];
}

/**
 * Changes parameters by their gradients. A subclass says by which rule, and with which numbers.
 *
 * Parameters are leaves, Values and Tensors in any mixture. One without a gradient is left alone by `step()`: no
 * decay, no memory, as in PyTorch.
 */
export abstract class Optimizer<Options extends { lr: number } = { lr: number }> {
  readonly parameters: readonly Parameter[];
  protected options: Options;
  readonly #name: string;
  readonly #fields: readonly string[];
  readonly #blocks: readonly Block[];
  #memory: LiveMemory[];

  /** `defaults` has all options; `rules` are those that may be asked for. */
  protected constructor(
    name: string,
    parameters: Iterable<Parameter>,
    options: Partial<Options>,
    defaults: Options,
    rules: readonly Rule[],
  ) {
    this.#name = name;
    this.#fields = [...new Set(rules.flatMap(({ memory }) => memory))];
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
   *
   * Where another backend keeps a parameter or its gradient, such as a GPU, the parameter is changed there, and so is what
   * is remembered of it. No number is read for that, so a NaN is not noticed there: it shows in the loss.
   */
  step(): void {
    const where = `${this.#name}.step`;
    for (const block of this.#blocks) block.read(where);
    checkGradients(where, this.#blocks);
    this.#blocks.forEach(({ away }, b) => {
      if (!away) bringHere(where, this.#memory[b] as LiveMemory);
    });
    this.#blocks.forEach((block, b) => {
      const memory = this.#memory[b] as LiveMemory;
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

  /**
   * Options and memory, to go on from later: arrays of their own, which later steps do not change. What a GPU keeps must
   * have been read, by `await readNumbers(optimizer)`.
   */
  state(): OptimizerState {
    const memory = this.#memory.map((each) => copyOfMemory(`${this.#name}.state`, each));
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
    const needed = this.update(loaded, 1).rule.memory;
    this.#memory = this.#blocks.map((block, b) =>
      loadedMemory(where, memory[b], block, this.#fields, needed),
    );
    this.options = loaded;
  }

  /** @internal Undoes any load() from now on. */
  undo(): () => void {
    const [options, memory] = [this.options, this.#memory];
    return () => {
      this.options = options;
      this.#memory = memory;
    };
  }

  /** @internal The Tensors that it remembers in, where other backends keep them. */
  tensors(): Tensor[] {
    return this.#memory.flatMap(({ arrays }) => Object.values(arrays).filter(isTensor));
  }

  /** Throws unless the options make sense. */
  protected abstract check(options: Options): void;

  /** How the numbers change at a parameter's next step, its first one being 1. What is remembered does not depend on that. */
  protected abstract update(options: Options, step: number): Update;

  /** What a new array begins with; 0 unless a subclass says otherwise. */
  protected initial(_field: string): number {
    return 0;
  }

  /** The next step of the parameters from `first` up to `last`, which have made as many steps. */
  #advance(block: Block, memory: LiveMemory, first: number, last: number): void {
    const { steps, arrays } = memory;
    const { size, away } = block;
    const step = (steps[first] as number) + 1;
    const { rule, numbers } = this.update(this.options, step);
    for (const field of rule.memory) arrays[field] ??= arrayFor(block).fill(this.initial(field));
    if (away) {
      sendAway(memory, away);
      evaluateRule(
        { rule, numbers },
        { p: away, grad: away.grad as Tensor, ...(arrays as Record<string, Tensor>) },
      );
    } else {
      const { data: p, grad } = block;
      rule.loop(first * size, last * size, { p, grad, ...(arrays as Record<string, Floats>) }, numbers);
    }
    // A rule without memory makes no steps: SGD's first one with momentum is its first.
    if (rule.memory.length > 0) steps.fill(step, first, last);
    block.write(first, last);
  }
}

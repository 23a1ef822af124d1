import type { Value } from "@outgrad/engine";
import { shown } from "../shown.js";
import { nameOf, parametersOf } from "./parameters.js";

/** What an optimiser remembers of one parameter, by name; null before its first gradient. */
export type Memory = Record<string, number> | null;

/** Everything that an optimiser remembers, as plain data: safe in JSON, without loss of a bit. */
export interface OptimizerState {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** One entry per parameter, in their order. */
  readonly memory: readonly Memory[];
}

/**
 * Changes parameters by their gradients. A subclass says how one number changes, and what it remembers.
 *
 * A parameter whose `hasGrad` is false is left alone by `step()`: no decay, no memory, as in PyTorch.
 */
export abstract class Optimizer<
  Options extends { lr: number } = { lr: number },
  Fields extends string = string,
> {
  readonly parameters: readonly Value[];
  protected options: Options;
  protected memory: (Record<Fields, number> | null)[];
  readonly #name: string;
  readonly #fields: readonly Fields[];

  protected constructor(
    name: string,
    parameters: Iterable<Value>,
    options: Options,
    fields: readonly Fields[],
  ) {
    this.#name = name;
    this.#fields = fields;
    this.check(options);
    this.options = options;
    this.parameters = parametersOf(name, parameters);
    this.memory = this.parameters.map(() => null);
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

  /** SGD's momentum, or betas[0] of Adam: what a OneCycleLR moves beside lr. Undefined where there is none. */
  get momentum(): number | undefined {
    const { momentum, betas } = this.options as { momentum?: number; betas?: readonly [number, number] };
    return momentum ?? betas?.[0];
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
    this.parameters.forEach((parameter, i) => {
      if (!Number.isFinite(parameter.grad)) {
        throw new RangeError(
          `${this.#name}.step: the gradient of parameter ${nameOf(parameter, i)} is ${parameter.grad}; nothing was changed.`,
        );
      }
    });
    this.parameters.forEach((parameter, i) => {
      if (parameter.hasGrad) parameter.data = this.update(parameter.data, parameter.grad, i);
    });
  }

  /** Forgets the gradients of all parameters: call it before each backward(), which adds to them. */
  zeroGrad(): void {
    for (const parameter of this.parameters) parameter.zeroGrad();
  }

  /** Options and memory, to go on from later. The parameters' own data are not in it. */
  state(): OptimizerState {
    return {
      name: this.#name,
      options: { ...this.options },
      memory: this.memory.map((entry) => entry && { ...entry }),
    };
  }

  /** Takes over a state() of the same kind of optimiser with as many parameters: training goes on bit for bit. */
  load(state: OptimizerState): void {
    const where = `${this.#name}.load`;
    const { name, options, memory } = state ?? {};
    if (name !== this.#name || !Array.isArray(memory)) {
      throw new TypeError(`${where}: expected a state() of ${this.#name}, got one of ${shown(name)}.`);
    }
    if (memory.length !== this.parameters.length) {
      throw new RangeError(
        `${where}: the state is of ${memory.length} parameters, this optimiser has ${this.parameters.length}.`,
      );
    }
    memory.forEach((entry, i) => {
      if (entry !== null && !this.#fields.every((field) => Number.isFinite(entry?.[field]))) {
        const fields = this.#fields.join(", ");
        throw new TypeError(`${where}: memory of parameter ${i} lacks one of the finite numbers ${fields}.`);
      }
    });
    const loaded = { ...this.options, ...options };
    this.check(loaded);
    this.options = loaded;
    this.memory = memory.map((entry) => entry && ({ ...entry } as Record<Fields, number>));
  }

  /** Throws unless the options make sense. */
  protected abstract check(options: Options): void;

  /** The new data of parameter i, which has this data and gradient; keeps `memory[i]` up to date. */
  protected abstract update(data: number, grad: number, i: number): number;
}

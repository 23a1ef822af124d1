import { type Value, value } from "@outgrad/engine";
import {
  Adagrad,
  Adam,
  AdamW,
  CosineAnnealingLR,
  OneCycleLR,
  type Optimizer,
  type OptimizerState,
  RMSprop,
  type Schedule,
  SGD,
  StepLR,
} from "@outgrad/nn";
import type { Config, Optimiser } from "./config.ts";
import { optimiserOf, scheduleOf } from "./recipe.ts";

/** What a rule remembers after some updates, as plain data. */
export interface RuleState {
  readonly optimiser: Optimiser;
  readonly state: OptimizerState;
  readonly updates: number;
}

/** The rule that changes the weights by their gradients: penalty, optimiser and schedule of the learning rate. */
export class Rule {
  readonly #config: Config;
  readonly #parameters: readonly Value[];
  /** The length of the training that the schedule is made for, in updates; afterwards the rate stays. */
  readonly #length: number;
  #optimizer: Optimizer;
  #schedule: Schedule | null;
  #updates = 0;

  constructor(config: Config, parameters: readonly Value[], length: number) {
    this.#config = config;
    this.#parameters = parameters;
    this.#length = length;
    this.#optimizer = makeOptimizer(config, parameters);
    this.#schedule = makeSchedule(config, this.#optimizer, length);
  }

  /** The learning rate of the next update. */
  get lr(): number {
    return this.#optimizer.lr;
  }

  zeroGrad(): void {
    this.#optimizer.zeroGrad();
  }

  /** One update of every weight. The L1 penalty λ Σ |w| adds λ sign(w) to the gradients first. */
  step(): void {
    const { l1 } = this.#config;
    if (l1 > 0) for (const p of this.#parameters) p.grad += l1 * Math.sign(p.data);
    this.#optimizer.step();
    this.#advance();
  }

  state(): RuleState {
    return { optimiser: this.#config.optimiser, state: this.#optimizer.state(), updates: this.#updates };
  }

  /**
   * Goes on as after a state, with the settings of its own config: another optimiser, or one of other parameters, begins
   * with an empty memory.
   */
  load({ optimiser, state, updates }: RuleState): void {
    const optimizer = makeOptimizer(this.#config, this.#parameters);
    const count = state.memory.reduce((sum, { steps }) => sum + steps.length, 0);
    if (optimiser === this.#config.optimiser && count === this.#parameters.length)
      optimizer.load({ ...state, options: optimizer.state().options });
    this.#optimizer = optimizer;
    this.#schedule = makeSchedule(this.#config, optimizer, this.#length);
    this.#updates = 0;
    while (this.#updates < updates) this.#advance();
  }

  #advance(): void {
    if (this.#updates < this.#length) this.#schedule?.step();
    this.#updates++;
  }
}

const optimizers = { SGD, Adam, AdamW, RMSprop, Adagrad };

function makeOptimizer(config: Config, parameters: readonly Value[]): Optimizer {
  const { name, options } = optimiserOf(config);
  return new optimizers[name](parameters, options);
}

function makeSchedule(config: Config, optimizer: Optimizer, length: number): Schedule | null {
  const made = scheduleOf(config, length);
  switch (made?.name) {
    case undefined:
      return null;
    case "StepLR":
      return new StepLR(optimizer, made.options);
    case "CosineAnnealingLR":
      return new CosineAnnealingLR(optimizer, made.options);
    case "OneCycleLR":
      return new OneCycleLR(optimizer, made.options);
  }
}

/** The learning rate of every update of a training of so many. */
export function ratesOf(config: Config, updates: number): Float64Array {
  const optimizer = makeOptimizer(config, [value(0)]);
  const schedule = makeSchedule(config, optimizer, updates);
  return Float64Array.from({ length: updates }, () => {
    const { lr } = optimizer;
    schedule?.step();
    return lr;
  });
}

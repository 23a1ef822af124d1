import { checkOptions, linear, type Tensor } from "@outgrad/engine";
import { Module } from "../module.js";
import { expectShape } from "./expect.js";
import {
  checkNonlinearity,
  makeWeights,
  type RecurrentOptions,
  type RNNOptions,
  recurrentOptions,
  shownRecurrent,
} from "./recurrent-options.js";
import { gruRule, lstmRule, type RecurrentRule, rnnRule } from "./recurrent-rules.js";

/** One step of a recurrent layer. */
abstract class Cell extends Module<Tensor> {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly weightIh: Tensor;
  readonly weightHh: Tensor;
  readonly biasIh: Tensor | undefined;
  readonly biasHh: Tensor | undefined;
  readonly #rule: RecurrentRule;
  readonly #where: string;

  constructor(
    where: string,
    rule: RecurrentRule,
    inputSize: number,
    hiddenSize: number,
    options: RecurrentOptions,
  ) {
    super();
    checkOptions(where, options, [...rule.options, ...recurrentOptions]);
    const [weightIh, weightHh, biasIh, biasHh] = makeWeights(
      where,
      rule.gates,
      inputSize,
      hiddenSize,
      options,
    );
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    this.weightIh = weightIh;
    this.weightHh = weightHh;
    this.biasIh = biasIh;
    this.biasHh = biasHh;
    this.#rule = rule;
    this.#where = `${where}.forward`;
  }

  /** The states after a step; zeros before it if absent. */
  protected step(x: Tensor, given: readonly Tensor[] | undefined): readonly Tensor[] {
    const { inputSize, hiddenSize } = this;
    expectShape(this.#where, "x", x, ["n", inputSize], [inputSize]);
    const batch = x.shape.slice(0, -1);
    const shape = [...batch, hiddenSize];
    const states = this.#rule.states.map((name, i) => {
      if (given === undefined) return this.weightHh.newFull(shape, 0);
      expectShape(this.#where, name, given[i], shape);
      return given[i] as Tensor;
    });
    const h = linear(states[0] as Tensor, this.weightHh, this.biasHh);
    return this.#rule.step(linear(x, this.weightIh, this.biasIh), h, states);
  }

  protected override extraRepr(): string {
    return shownRecurrent(this.inputSize, this.hiddenSize, { bias: this.biasIh !== undefined });
  }
}

/**
 * A step of an RNN: h' = tanh(weightIh x + biasIh + weightHh h + biasHh), or relu. torch.nn.RNNCell.
 *
 * weightIh is [hiddenSize, inputSize], weightHh [hiddenSize, hiddenSize], the biases [hiddenSize]; all begin evenly
 * spread in ±1 / √hiddenSize.
 *
 * @example
 * const cell = new RNNCell(3, 5);
 * const h = cell.forward(zeros([2, 3]));
 * cell.forward(ones([2, 3]), h).shape // => [2, 5]
 */
export class RNNCell extends Cell {
  readonly nonlinearity: "tanh" | "relu";

  constructor(inputSize: number, hiddenSize: number, options: RNNOptions = {}) {
    const nonlinearity = checkNonlinearity("RNNCell", options?.nonlinearity);
    super("RNNCell", rnnRule(nonlinearity), inputSize, hiddenSize, options);
    this.nonlinearity = nonlinearity;
  }

  /** The next h, of x [n, inputSize] and h [n, hiddenSize], 0 if absent; without n for one. */
  forward(x: Tensor, h?: Tensor): Tensor {
    return this.step(x, h && [h])[0] as Tensor;
  }
}

/**
 * A step of a gated recurrent unit. torch.nn.GRUCell.
 *
 * r = sigmoid(x_r + h_r), z = sigmoid(x_z + h_z), n = tanh(x_n + r h_n), h' = (1 - z) n + z h, where x_* are the thirds
 * of weightIh x + biasIh, h_* those of weightHh h + biasHh. weightIh is [3 hiddenSize, inputSize], weightHh
 * [3 hiddenSize, hiddenSize], the biases [3 hiddenSize]; all begin evenly spread in ±1 / √hiddenSize.
 */
export class GRUCell extends Cell {
  constructor(inputSize: number, hiddenSize: number, options: RecurrentOptions = {}) {
    super("GRUCell", gruRule, inputSize, hiddenSize, options);
  }

  /** The next h, of x [n, inputSize] and h [n, hiddenSize], 0 if absent; without n for one. */
  forward(x: Tensor, h?: Tensor): Tensor {
    return this.step(x, h && [h])[0] as Tensor;
  }
}

/**
 * A step of a long short-term memory. torch.nn.LSTMCell.
 *
 * i, f, g, o are the quarters of weightIh x + biasIh + weightHh h + biasHh: c' = sigmoid(f) c + sigmoid(i) tanh(g) and
 * h' = sigmoid(o) tanh(c'). weightIh is [4 hiddenSize, inputSize], weightHh [4 hiddenSize, hiddenSize], the biases
 * [4 hiddenSize]; all begin evenly spread in ±1 / √hiddenSize.
 *
 * @example
 * const cell = new LSTMCell(3, 5);
 * let state = cell.forward(zeros([2, 3]));
 * state = cell.forward(ones([2, 3]), state);
 * state.map((s) => s.shape) // => [[2, 5], [2, 5]]
 */
export class LSTMCell extends Cell {
  constructor(inputSize: number, hiddenSize: number, options: RecurrentOptions = {}) {
    super("LSTMCell", lstmRule, inputSize, hiddenSize, options);
  }

  /** The next [h, c], of x [n, inputSize] and [h, c], both [n, hiddenSize] and 0 if absent; without n for one. */
  forward(x: Tensor, state?: readonly [h: Tensor, c: Tensor]): [h: Tensor, c: Tensor] {
    return this.step(x, state) as [Tensor, Tensor];
  }
}

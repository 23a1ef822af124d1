import { checkOptions, linear, stack, type Tensor } from "@outgrad/engine";
import { Module } from "../module.js";
import { checkFlag } from "../optim/range.js";
import { shown } from "../shown.js";
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

/** Options of `GRU` and `LSTM`. */
export interface SequenceOptions extends RecurrentOptions {
  /** Whether sequences are [n, l, ...]; false by default: [l, n, ...]. States are [1, n, hiddenSize] all the same. */
  readonly batchFirst?: boolean;
}

/** Options of `RNN`. */
export interface RNNLayerOptions extends SequenceOptions, RNNOptions {}

/** A recurrent layer over sequences. */
abstract class Recurrent extends Module<Tensor> {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly batchFirst: boolean;
  readonly weightIhL0: Tensor;
  readonly weightHhL0: Tensor;
  readonly biasIhL0: Tensor | undefined;
  readonly biasHhL0: Tensor | undefined;
  readonly #rule: RecurrentRule;
  readonly #where: string;

  constructor(
    where: string,
    rule: RecurrentRule,
    inputSize: number,
    hiddenSize: number,
    options: SequenceOptions,
  ) {
    super();
    checkOptions(where, options, [...rule.options, "batchFirst", ...recurrentOptions]);
    const { batchFirst = false } = options;
    checkFlag(`${where}: batchFirst`, batchFirst);
    const [weightIh, weightHh, biasIh, biasHh] = makeWeights(
      where,
      rule.gates,
      inputSize,
      hiddenSize,
      options,
    );
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    this.batchFirst = batchFirst;
    this.weightIhL0 = weightIh;
    this.weightHhL0 = weightHh;
    this.biasIhL0 = biasIh;
    this.biasHhL0 = biasHh;
    this.#rule = rule;
    this.#where = `${where}.forward`;
  }

  /** All h, in x's arrangement, and the states after the last step, with a dim of size 1 before. */
  protected run(
    x: Tensor,
    given: readonly Tensor[] | undefined,
  ): [output: Tensor, states: readonly Tensor[]] {
    const { inputSize, hiddenSize, batchFirst } = this;
    const dims = batchFirst ? ["n", "l"] : ["l", "n"];
    expectShape(this.#where, "x", x, [...dims, inputSize], ["l", inputSize]);
    const isBatch = x.shape.length === 3;
    const inputs = !isBatch ? x.unsqueeze(1) : batchFirst ? x.transpose(0, 1) : x;
    const [length, n] = inputs.shape as readonly [number, number];
    if (length === 0) throw new RangeError(`${this.#where}: x ${shown([...x.shape])} has no steps.`);
    let states: readonly Tensor[] = this.#rule.states.map((name, i) => {
      if (given === undefined) return this.weightHhL0.newFull([n, hiddenSize], 0);
      const state = given[i] as Tensor;
      expectShape(this.#where, name, state, isBatch ? [1, n, hiddenSize] : [1, hiddenSize]);
      return isBatch ? state.squeeze(0) : state;
    });
    const shares = linear(inputs, this.weightIhL0, this.biasIhL0);
    const outputs: Tensor[] = [];
    for (let t = 0; t < length; t++) {
      const h = linear(states[0] as Tensor, this.weightHhL0, this.biasHhL0);
      states = this.#rule.step(shares.at(t), h, states);
      outputs.push(states[0] as Tensor);
    }
    const output = stack(outputs, isBatch && batchFirst ? 1 : 0);
    if (!isBatch) return [output.squeeze(1), states];
    return [output, states.map((state) => state.unsqueeze(0))];
  }

  protected override extraRepr(): string {
    const { inputSize, hiddenSize, batchFirst } = this;
    return shownRecurrent(inputSize, hiddenSize, { bias: this.biasIhL0 !== undefined, batchFirst });
  }
}

/**
 * An RNN over sequences, of one layer and direction: what `RNNCell` does, step after step. torch.nn.RNN, whose names
 * its parameters have: weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0.
 *
 * @example
 * const rnn = new RNN(3, 5, { batchFirst: true });
 * const [output, h] = rnn.forward(zeros([2, 7, 3]));
 * [output.shape, h.shape] // => [[2, 7, 5], [1, 2, 5]]
 */
export class RNN extends Recurrent {
  readonly nonlinearity: "tanh" | "relu";

  constructor(inputSize: number, hiddenSize: number, options: RNNLayerOptions = {}) {
    const nonlinearity = checkNonlinearity("RNN", options?.nonlinearity);
    super("RNN", rnnRule(nonlinearity), inputSize, hiddenSize, options);
    this.nonlinearity = nonlinearity;
  }

  /**
   * x is [l, n, inputSize], or [n, l, inputSize] with batchFirst, or [l, inputSize] for one sequence; h [1, n, hiddenSize],
   * or [1, hiddenSize] for one, 0 if absent. Gives all h in x's arrangement, and the last one as h was.
   */
  forward(x: Tensor, h?: Tensor): [output: Tensor, h: Tensor] {
    const [output, [last]] = this.run(x, h && [h]);
    return [output, last as Tensor];
  }
}

/**
 * A gated recurrent unit over sequences, of one layer and direction: what `GRUCell` does, step after step. torch.nn.GRU,
 * whose names its parameters have: weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0.
 */
export class GRU extends Recurrent {
  constructor(inputSize: number, hiddenSize: number, options: SequenceOptions = {}) {
    super("GRU", gruRule, inputSize, hiddenSize, options);
  }

  /**
   * x is [l, n, inputSize], or [n, l, inputSize] with batchFirst, or [l, inputSize] for one sequence; h [1, n, hiddenSize],
   * or [1, hiddenSize] for one, 0 if absent. Gives all h in x's arrangement, and the last one as h was.
   */
  forward(x: Tensor, h?: Tensor): [output: Tensor, h: Tensor] {
    const [output, [last]] = this.run(x, h && [h]);
    return [output, last as Tensor];
  }
}

/**
 * A long short-term memory over sequences, of one layer and direction: what `LSTMCell` does, step after step.
 * torch.nn.LSTM, whose names its parameters have: weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0.
 *
 * @example
 * const lstm = new LSTM(3, 5);
 * const [output, [h, c]] = lstm.forward(zeros([7, 2, 3]));
 * [output.shape, h.shape, c.shape] // => [[7, 2, 5], [1, 2, 5], [1, 2, 5]]
 */
export class LSTM extends Recurrent {
  constructor(inputSize: number, hiddenSize: number, options: SequenceOptions = {}) {
    super("LSTM", lstmRule, inputSize, hiddenSize, options);
  }

  /**
   * x is [l, n, inputSize], or [n, l, inputSize] with batchFirst, or [l, inputSize] for one sequence; h and c are
   * [1, n, hiddenSize], or [1, hiddenSize] for one, 0 if absent. Gives all h in x's arrangement, and the last h and c.
   */
  forward(
    x: Tensor,
    state?: readonly [h: Tensor, c: Tensor],
  ): [output: Tensor, state: [h: Tensor, c: Tensor]] {
    const [output, states] = this.run(x, state);
    return [output, states as [Tensor, Tensor]];
  }
}

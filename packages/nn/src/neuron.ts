import { checkOptions, dot, type Scalar, type Value, value } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import { type Activation, activate, checkActivation } from "./activation.js";
import { checkInputs, checkSize } from "./check.js";
import { initialWeights } from "./init/neuron-weights.js";
import { Module } from "./module.js";

/** Options of `Neuron`, `Layer` and `MLP`. */
export interface NeuronOptions {
  /** "relu" by default; "linear" for none. An MLP's last layer is linear whatever this says. */
  activation?: Activation;
  /** Of the first weights, if `random` is not given: a safe integer or any string; 0 by default. */
  seed?: number | string;
  /** Where the first weights come from, to go on with a stream. */
  random?: Random;
  /** What the labels of the parameters start with; nothing by default. */
  name?: string;
}

/**
 * activation(w · x + b) with `nin` weights, at first random as `initialWeights` says, and a bias, at first 0.
 *
 * The parameters are labelled w0, w1, ... and b. Throws if nin is not an integer >= 1, the activation is unknown,
 * or both seed and random are given.
 *
 * @example
 * const neuron = new Neuron(2, { activation: "tanh", seed: 1 });
 * neuron.forward([1, -2]).op // => tanh
 */
export class Neuron extends Module<Value> {
  readonly weights: Value[];
  readonly bias: Value;
  readonly activation: Activation;

  constructor(nin: number, options: NeuronOptions = {}) {
    super();
    checkSize("Neuron", "nin is the number of inputs", nin);
    const { activation, random, name } = resolved("Neuron", options);
    this.activation = activation;
    this.weights = initialWeights(nin, activation, random).map((w, i) => value(w, `${name}w${i}`));
    this.bias = value(0, `${name}b`);
  }

  /** The neuron's output for `nin` inputs. */
  forward(x: readonly Scalar[]): Value {
    checkInputs("Neuron.forward", x, this.weights.length);
    return activate(dot(this.weights, x).add(this.bias), this.activation);
  }

  /** "ReLUNeuron(2)": activation and number of inputs. */
  override toString(): string {
    const name = this.activation.charAt(0).toUpperCase() + this.activation.slice(1);
    return `${name.replace("Relu", "ReLU")}Neuron(${this.weights.length})`;
  }
}

/** The options with their defaults, checked; `where` names the caller. */
export function resolved(where: string, options: NeuronOptions): Required<Omit<NeuronOptions, "seed">> {
  checkOptions(where, options, ["activation", "seed", "random", "name"]);
  const { activation = "relu", name = "" } = options;
  checkActivation(where, activation);
  if (options.random !== undefined && options.seed !== undefined) {
    throw new TypeError(`${where}: give seed or random, not both.`);
  }
  return { activation, random: options.random ?? random(options.seed ?? 0), name };
}

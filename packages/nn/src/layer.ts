import type { Scalar, Value } from "@outgrad/engine";
import { checkInputs, checkSize } from "./check.js";
import { Module } from "./module.js";
import { Neuron, type NeuronOptions, resolved } from "./neuron.js";

/**
 * `nout` neurons that see the same `nin` inputs.
 *
 * Neuron j's parameters are labelled nj.w0, nj.w1, ... and nj.b. Throws if nin or nout is not an integer >= 1, the
 * activation is unknown, or both seed and random are given.
 */
export class Layer extends Module<Value> {
  readonly nin: number;
  readonly neurons: Neuron[];

  constructor(nin: number, nout: number, options: NeuronOptions = {}) {
    super();
    checkSize("Layer", "nin is the number of inputs", nin);
    checkSize("Layer", "nout is the number of neurons", nout);
    const { name, ...rest } = resolved("Layer", options);
    this.nin = nin;
    this.neurons = Array.from(
      { length: nout },
      (_, j) => new Neuron(nin, { ...rest, name: `${name}n${j}.` }),
    );
  }

  /** One output per neuron, for `nin` inputs. */
  forward(x: readonly Scalar[]): Value[] {
    checkInputs("Layer.forward", x, this.nin);
    return this.neurons.map((neuron) => neuron.forward(x));
  }

  override toString(): string {
    return `Layer of [${this.neurons.join(", ")}]`;
  }
}

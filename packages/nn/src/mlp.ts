import type { Scalar, Value } from "@outgrad/engine";
import { checkInputs, checkSize, checkSizes } from "./check.js";
import { Layer } from "./layer.js";
import { Module } from "./module.js";
import { type NeuronOptions, resolved } from "./neuron.js";

/**
 * A multilayer perceptron: layers of neurons, each layer fed with the outputs of the one before.
 *
 * `nouts` lists the sizes of the layers. All use the activation but the last, which is linear. Layer k's
 * parameters are labelled lk.n0.w0, ..., lk.n0.b. Throws if nin or a size is not an integer >= 1, there is no
 * layer, the activation is unknown, or both seed and random are given.
 *
 * @example
 * const net = new MLP(3, [4, 4, 1], { activation: "tanh", seed: 42 });
 * net.parameters().length // => 41
 * net.forward([2, 3, -1]).length // => 1
 */
export class MLP extends Module<Value> {
  readonly nin: number;
  readonly layers: Layer[];

  constructor(nin: number, nouts: readonly number[], options: NeuronOptions = {}) {
    super();
    checkSize("MLP", "nin is the number of inputs", nin);
    checkSizes("MLP", "nouts gives the number of neurons of each layer", nouts);
    const { activation, random, name } = resolved("MLP", options);
    this.nin = nin;
    this.layers = nouts.map((nout, k) => {
      const last = k === nouts.length - 1;
      return new Layer(nouts[k - 1] ?? nin, nout, {
        activation: last ? "linear" : activation,
        random,
        name: `${name}l${k}.`,
      });
    });
  }

  /** The outputs of the last layer for one sample of `nin` inputs. */
  forward(x: readonly Scalar[]): Value[] {
    checkInputs("MLP.forward", x, this.nin);
    let signals: readonly Scalar[] = x;
    for (const layer of this.layers) signals = layer.forward(signals);
    return signals as Value[];
  }

  override toString(): string {
    return `MLP of [${this.layers.join(", ")}]`;
  }
}

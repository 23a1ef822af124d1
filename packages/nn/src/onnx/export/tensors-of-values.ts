import { linear, type Tensor, tensor } from "@outgrad/engine";
import type { Activation } from "../../activation.js";
import { Layer } from "../../layer.js";
import { MLP } from "../../mlp.js";
import { Module } from "../../module.js";
import { Neuron } from "../../neuron.js";
import { OnnxError } from "../error.js";

/** A layer of neurons as one map: weight [nout, nin], bias [nout]. */
class Neurons extends Module<Tensor> {
  readonly weight: Tensor;
  readonly bias: Tensor;
  readonly #activation: Activation;

  constructor(neurons: readonly [Neuron, ...Neuron[]]) {
    super();
    const [{ activation }] = neurons;
    if (neurons.some((neuron) => neuron.activation !== activation)) {
      throw new OnnxError("exportOnnx: the neurons of a layer have several activations; use Layers of one.");
    }
    this.weight = tensor(neurons.map(({ weights }) => weights.map(({ data }) => data)));
    this.bias = tensor(neurons.map(({ bias }) => bias.data));
    this.weight.requiresGrad = true;
    this.bias.requiresGrad = true;
    this.#activation = activation;
  }

  forward(x: Tensor): Tensor {
    const sum = linear(x, this.weight as never, this.bias) as Tensor;
    return this.#activation === "linear" ? sum : (sum[this.#activation as "relu"]() as Tensor);
  }
}

/** Layers of neurons, one after the other. */
class Network extends Module<Tensor> {
  readonly layers: readonly Neurons[];

  constructor(layers: readonly Layer[]) {
    super();
    this.layers = layers.map(({ neurons }) => new Neurons(neurons as [Neuron, ...Neuron[]]));
  }

  forward(x: Tensor): Tensor {
    return this.layers.reduce((signal, layer) => layer.forward(signal), x);
  }
}

/** A network of Values as one of Tensors, for many samples at once; any other Module as it is. */
export function withTensors(model: Module): Module {
  if (model instanceof MLP) return new Network(model.layers);
  if (model instanceof Layer) return new Neurons(model.neurons as [Neuron, ...Neuron[]]);
  if (model instanceof Neuron) return new Neurons([model]);
  return model;
}

import type { Scalar, Value } from "@outgrad/engine";
import { Adam, MLP, SGD } from "@outgrad/nn";
import type { Config } from "./config.ts";

/** A network with the rule that changes its weights. */
export interface Network {
  readonly parameters: readonly Value[];
  /** The scores for a sample. */
  forward(inputs: readonly Scalar[]): Value[];
  /** What each layer says to a sample; the last layer gives the scores. */
  layers(inputs: readonly Scalar[]): Value[][];
  zeroGrad(): void;
  update(): void;
}

/** Builds the network of a config, its weights drawn from the seed. One score decides between the two classes. */
export function makeNetwork({ layers, activation, seed, optimiser, lr, l2 }: Config): Network {
  const mlp = new MLP(2, [...layers, 1], { activation, seed });
  const parameters = mlp.parameters();
  // λ Σ w² has the gradient 2 λ w, which is what a weight decay of 2 λ adds.
  const weightDecay = 2 * l2;
  const rule =
    optimiser === "adam"
      ? new Adam(parameters, { lr, weightDecay })
      : new SGD(parameters, { lr, momentum: optimiser === "momentum" ? 0.9 : 0, weightDecay });
  return {
    parameters,
    forward: (sample) => mlp.forward(sample),
    layers(sample) {
      let signals = sample;
      return mlp.layers.map((layer) => {
        const outputs = layer.forward(signals);
        signals = outputs;
        return outputs;
      });
    },
    zeroGrad: () => rule.zeroGrad(),
    update: () => rule.step(),
  };
}

import type { Scalar, Value } from "@outgrad/engine";
import { Adam, MLP, SGD } from "@outgrad/nn";
import type { Config } from "./config.ts";
import type { Task } from "./task.ts";

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

/** How many scores the network gives: one decides between two classes, more classes need one each. */
export const outputsOf = (task: Pick<Task, "classes">): number => (task.classes === 2 ? 1 : task.classes);

/** Builds the network of a config, its weights drawn from the seed. */
export function makeNetwork({ layers, activation, seed, optimiser, lr, l2 }: Config, task: Task): Network {
  const inputs = task.inputs[0]?.length ?? 0;
  const mlp = new MLP(inputs, [...layers, outputsOf(task)], { activation, seed });
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

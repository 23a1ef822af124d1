import type { Scalar, Value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { Layer } from "@outgrad/nn";
import { activationOf, type Config, inputsOf, outputsOf } from "./config.ts";
import { drawWeights } from "./init.ts";

/** A network of layers of neurons. */
export interface Network {
  /** What training changes. */
  readonly parameters: readonly Value[];
  /** Every weight and bias, layer by layer, whether training changes it or not. */
  readonly weights: readonly Value[];
  /** The layers, the last one linear. */
  readonly modules: readonly Layer[];
  /** The scores for a sample. */
  forward(inputs: readonly Scalar[]): Value[];
  /** What each layer says to a sample; the last layer gives the scores. */
  layers(inputs: readonly Scalar[]): Value[][];
}

/** Builds the network of a config, its weights drawn from the seed: an MLP with an activation for each hidden layer. */
export function makeNetwork(config: Config): Network {
  const modules = makeLayers(config);
  drawWeights(modules, config);
  const weights = modules.flatMap((layer) => layer.parameters());
  const layers = (sample: readonly Scalar[]) => {
    let signals = sample;
    return modules.map((layer) => {
      const outputs = layer.forward(signals);
      signals = outputs;
      return outputs;
    });
  };
  return {
    parameters: config.bug === "missingBias" ? weights.filter(({ label }) => !label.endsWith(".b")) : weights,
    weights,
    modules,
    layers,
    forward: (sample) => layers(sample).at(-1) ?? [],
  };
}

function makeLayers(config: Config): Layer[] {
  const stream = random(config.seed);
  const sizes = [...config.layers, outputsOf(config.loss)];
  const last = sizes.length - 1;
  return sizes.map(
    (units, k) =>
      new Layer(sizes[k - 1] ?? inputsOf(config.data), units, {
        activation: k === last ? "linear" : activationOf(config, k),
        random: stream,
        name: `l${k}.`,
      }),
  );
}

import { type Activation, activationOf, type Config } from "../config.ts";
import { sizesOf } from "../net/sizes.ts";

/** A run at one moment, as far as it can be taken away: its settings, and the numbers that training has changed. */
export interface Trained {
  readonly config: Config;
  /** Every weight and bias: neuron after neuron, each one's weights before its bias. */
  readonly weights: readonly number[];
}

/** One layer as plain numbers. */
export interface PlainLayer {
  /** The weights of each neuron. */
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
  readonly activation: Activation;
}

/** The layers of a trained network. */
export function layersOf({ config, weights }: Trained): PlainLayer[] {
  const [inputs = 0, ...sizes] = sizesOf(config);
  let at = 0;
  const take = (count: number) => {
    at += count;
    return weights.slice(at - count, at);
  };
  return sizes.map((size, k) => {
    const neurons = Array.from({ length: size }, () => take((sizes[k - 1] ?? inputs) + 1));
    return {
      weights: neurons.map((numbers) => numbers.slice(0, -1)),
      biases: neurons.map((numbers) => numbers.at(-1) as number),
      activation: k < config.layers.length ? activationOf(config, k) : "linear",
    };
  });
}

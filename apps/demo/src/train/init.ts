import { random } from "@outgrad/engine/random";
import type { Layer } from "@outgrad/nn";
import type { Config } from "./config.ts";

/** Gives the layers the first weights of a config; "scaled" is what they come with, uniform in ±gain · √(3 / inputs). */
export function drawWeights(layers: readonly Layer[], { init, seed, bug }: Config): void {
  const stream = random(`init ${seed}`);
  if (bug === "zeroInit") fill(layers, () => 0);
  else if (init === "uniform") fill(layers, () => stream.uniform(-1, 1), true);
  else if (init !== "scaled") fill(layers, () => stream.normal(0, init === "small" ? 0.01 : 1));
}

function fill(layers: readonly Layer[], draw: () => number, alsoBiases = false): void {
  for (const { weights, bias } of layers.flatMap(({ neurons }) => neurons)) {
    for (const weight of weights) weight.data = draw();
    if (alsoBiases) bias.data = draw();
  }
}

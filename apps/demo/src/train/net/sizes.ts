import { type Config, inputsOf, outputsOf } from "../config.ts";

/** How many numbers go through the network: the inputs, each hidden layer, the scores. */
export const sizesOf = ({ data, layers, loss }: Pick<Config, "data" | "layers" | "loss">): number[] => [
  inputsOf(data),
  ...layers,
  outputsOf(loss),
];

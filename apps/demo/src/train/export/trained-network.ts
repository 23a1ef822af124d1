import { MLP } from "@outgrad/nn";
import { sizesOf } from "../net/sizes.ts";
import { makeNetwork } from "../network.ts";
import type { Trained } from "./weights.ts";

/** The trained network as a module of the packages, with an activation for each layer. */
export function trainedNetwork({ config, weights }: Trained): MLP {
  const [inputs = 0, ...sizes] = sizesOf(config);
  const net = new MLP(inputs, sizes);
  const made = makeNetwork(config);
  made.weights.forEach((weight, i) => {
    weight.data = weights[i] as number;
  });
  net.layers.splice(0, sizes.length, ...made.modules);
  return net;
}

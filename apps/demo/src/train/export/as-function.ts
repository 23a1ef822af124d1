import { toFunction } from "@outgrad/nn/to-function";
import { sizesOf } from "../net/sizes.ts";
import { trainedNetwork } from "./trained-network.ts";
import type { Trained } from "./weights.ts";

/** A TypeScript file that needs nothing: a function `predict(x, y)` with the trained weights written out. */
export function asFunction(trained: Trained): string {
  const sizes = sizesOf(trained.config);
  const inputs = sizes[0] === 3 ? ["x", "y", "z"] : ["x", "y"];
  const score = sizes.at(-1) === 2 ? "found[1]! - found[0]!" : "found[0]!";
  return `/** The score of a point: class 1 where it is above 0, else class 0. */
export function predict(${inputs.map((name) => `${name}: number`).join(", ")}): number {
  const found = scores([${inputs.join(", ")}]);
  return ${score};
}

${toFunction(trainedNetwork(trained), undefined, { name: "scores" })}`;
}

import { type Random, random } from "@outgrad/engine/random";

/** The stream of all layers that were given none. */
export const sharedStream: Random = /* @__PURE__ */ random(0);

/**
 * Begins the stream that layers take their first weights and their dropout from, unless they are given a seed or a
 * stream of their own, as if the program had begun with this seed. It begins with 0, so a program that makes the same
 * layers in the same order always has the same weights.
 *
 * @example
 * manualSeed(7);
 * const first = new Linear(2, 1).weight.toArray();
 * manualSeed(7);
 * String(new Linear(2, 1).weight.toArray()) === String(first) // => true
 */
export function manualSeed(seed: number | string): void {
  sharedStream.state = random(seed).state;
}

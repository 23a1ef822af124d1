import { isTensor, type Tensor } from "@outgrad/engine";
import { clipGradNorm } from "../optim/clip.js";
import { shown } from "../shown.js";
import type { FitOptions } from "./options.js";

/** One step of the optimiser by a batch; gives the loss before it, as soon as it can be looked at. */
export function learn(
  { loss: lossOf, optimizer, maxGradNorm }: FitOptions,
  batch: readonly Tensor[],
): Promise<Iterable<number>> {
  optimizer.zeroGrad();
  const loss = lossOf(...batch);
  if (!isTensor(loss) || loss.size !== 1) {
    throw new TypeError(`fit: loss gives a Tensor of one number; got ${shown(loss)}.`);
  }
  loss.backward();
  if (maxGradNorm !== undefined) clipGradNorm(optimizer.parameters, maxGradNorm);
  optimizer.step();
  return loss.read();
}

import { isElsewhere, isTensor, type Tensor } from "@outgrad/engine";
import { Module } from "./module.js";
import { EMA } from "./optim/ema.js";
import { Optimizer } from "./optim/optimizer.js";
import { shown } from "./shown.js";

/** What may have numbers on a GPU: a Tensor, or what keeps Tensors. */
export type Keeper = Tensor | Module | Optimizer | EMA;

/**
 * Brings numbers here that other backends keep, such as a GPU's: of Modules the parameters and buffers, of optimisers and
 * averages what they remember. Afterwards `stateDict()`, `state()` and `saveCheckpoint` have them at once, until the next
 * step changes them. Nothing moves: training goes on where it was. On the CPU there is nothing to do.
 *
 * @example
 * const net = new Linear(2, 1);
 * const optimizer = new Adam(net.parameters());
 * await readNumbers(net, optimizer);
 * const file = saveCheckpoint({ net, optimizer });
 *
 * @throws TypeError for what keeps no Tensors.
 */
export async function readNumbers(...keepers: readonly Keeper[]): Promise<void> {
  const tensors = new Set(keepers.flatMap(tensorsOf).filter(isElsewhere));
  await Promise.all([...tensors].map((t) => t.read()));
}

function tensorsOf(keeper: Keeper): readonly Tensor[] {
  if (isTensor(keeper)) return [keeper];
  if (keeper instanceof Optimizer || keeper instanceof EMA) return keeper.tensors();
  if (keeper instanceof Module) {
    return [...keeper.namedParameters(), ...keeper.namedBuffers()].map(([, item]) => item).filter(isTensor);
  }
  throw new TypeError(
    `readNumbers: expected Tensors, Modules, optimisers and averages of weights, got ${shown(keeper)}.`,
  );
}

// The flat parameters of a net as what tensor libraries want.
import { layersOf } from "../workloads/program.mjs";

/** One entry a layer: `weights` [inputs][outputs], so that a batch is multiplied from the left, and `bias` [outputs]. */
export function matricesOf({ sizes, parameters }) {
  return layersOf(parameters, sizes).map((rows, l) => ({
    weights: Array.from({ length: sizes[l] }, (_, k) => rows.map((row) => row[k])),
    bias: rows.map((row) => row[sizes[l]]),
  }));
}

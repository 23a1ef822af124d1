import { activationOf, type Config } from "./config.ts";
import { parts } from "./parts.ts";
import { type Box, cellsOf } from "./plane.ts";
import type { Run } from "./run.ts";

/** "dead": exactly 0 for every training sample. "saturated": at a bound of its activation for every one of them. */
export const unitStates = ["live", "dead", "saturated"] as const;
export type UnitState = (typeof unitStates)[number];

/** What every neuron says about the plane and to the training samples. Neurons are counted through all layers. */
export interface Sight {
  readonly step: number;
  /** Cells of a map in each direction. */
  readonly size: number;
  /** Neuron after neuron, rows from the top: 128 for an output of 0, 1 and 255 for minus and plus its largest. */
  readonly maps: Uint8Array;
  /** By the place in `unitStates`. */
  readonly states: Uint8Array;
  /** The outputs of each layer: training sample after training sample. */
  readonly outputs: readonly Float32Array[];
}

const size = 24;

/** The bounds of an activation, if it has any. */
export const bounds = { tanh: [-1, 1], sigmoid: [0, 1] } as const;

/** Nearer to a bound than this part of the span is at it. */
const nearBound = 0.015;

/** Asks every neuron at every cell and for every training sample, part after part. */
export function* drawSight(run: Run, box: Box): Generator<void, Sight> {
  const { computer, task, step, config, network } = run;
  const samples = task.train.map((i) => task.inputs[i] as readonly number[]);
  const cells = cellsOf(box, size, samples[0]?.length ?? 2);
  const columns = network.modules.map(({ neurons }) =>
    neurons.map(() => new Float32Array(samples.length + cells.length)),
  );
  let at = 0;
  for (const part of parts([...samples, ...cells], computer.mostScored)) {
    for (const layers of computer.layers(part)) {
      layers.forEach((outputs, k) => {
        outputs.forEach((output, j) => {
          const column = columns[k]?.[j];
          if (column) column[at] = output;
        });
      });
      at++;
    }
    yield;
  }
  const neurons = columns.flat();
  const maps = new Uint8Array(neurons.length * size * size);
  for (const [i, column] of neurons.entries())
    drawMap(column.subarray(samples.length), maps.subarray(i * size * size));
  return {
    step,
    size,
    maps,
    states: Uint8Array.from(
      columns.flatMap((layer, k) =>
        layer.map((column) => stateOf(column.subarray(0, samples.length), k, config)),
      ),
    ),
    outputs: columns.map((layer) => inRows(layer, samples.length)),
  };
}

function drawMap(values: Float32Array, map: Uint8Array): void {
  let most = 0;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const value = values[(size - 1 - row) * size + column] as number;
      map[row * size + column] = 128 + Math.round(most > 0 ? (127 * value) / most : 0);
    }
  }
}

function stateOf(outputs: Float32Array, layer: number, config: Config): number {
  const activation = layer < config.layers.length ? activationOf(config, layer) : "linear";
  if (activation === "relu") return outputs.every((output) => output === 0) ? unitStates.indexOf("dead") : 0;
  if (activation !== "tanh" && activation !== "sigmoid") return 0;
  const [low, high] = bounds[activation];
  const near = nearBound * (high - low);
  const isAtBound = outputs.every((output) => output <= low + near || output >= high - near);
  return isAtBound ? unitStates.indexOf("saturated") : 0;
}

function inRows(layer: readonly Float32Array[], samples: number): Float32Array {
  const rows = new Float32Array(samples * layer.length);
  layer.forEach((column, j) => {
    for (let i = 0; i < samples; i++) rows[i * layer.length + j] = column[i] as number;
  });
  return rows;
}

import { type Links, lengthOf } from "./links.js";
import { rowOf, spreader } from "./spread.js";
import type { Trunks } from "./trunks.js";

/** How much of the way across a card and a bend take, gap included. */
export interface Room {
  readonly card: number;
  readonly bend: number;
}

const rounds = 4;

/**
 * The middle of every vertex across the layers (from top to bottom, if the layers go from left to right). Rounds
 * of "stand in the middle of your neighbours", each solved exactly for one layer with its order kept. `progress` is
 * told the share that is done.
 */
export function placeAcross(
  columns: Links,
  { layers, inputs, outputs }: Trunks,
  cards: number,
  room: Room,
  progress: (share: number) => void,
): Float64Array {
  const count = columns.starts.length - 1;
  const middle = new Float64Array(layers.length);
  let most = 0;
  for (let column = 0; column < count; column++) {
    most = Math.max(most, lengthOf(columns, column));
    let at = 0;
    for (let i = columns.starts[column] as number; i < (columns.starts[column + 1] as number); i++) {
      const v = columns.to[i] as number;
      const own = v < cards ? room.card : room.bend;
      middle[v] = at + own / 2;
      at += own;
    }
  }
  const row = rowOf(most);
  const spread = spreader(most);
  const fit = (column: number, before: boolean, after: boolean) => {
    const start = columns.starts[column] as number;
    row.count = lengthOf(columns, column);
    for (let i = 0; i < row.count; i++) {
      const v = columns.to[start + i] as number;
      let sum = 0;
      let near = 0;
      if (before) {
        const end = inputs.starts[v + 1] as number;
        for (let j = inputs.starts[v] as number; j < end; j++, near++) {
          sum += middle[inputs.to[j] as number] as number;
        }
      }
      if (after) {
        const end = outputs.starts[v + 1] as number;
        for (let j = outputs.starts[v] as number; j < end; j++, near++) {
          sum += middle[outputs.to[j] as number] as number;
        }
      }
      row.wanted[i] = near === 0 ? (middle[v] as number) : sum / near;
      // Bends pull harder, so that long edges run straight; what has no neighbour gives way.
      row.weights[i] = v >= cards ? 4 : near === 0 ? 0.1 : 1;
      row.room[i] = v < cards ? room.card : room.bend;
    }
    const places = spread(row);
    for (let i = 0; i < row.count; i++) middle[columns.to[start + i] as number] = places[i] as number;
  };
  for (let round = 0; round < rounds; round++) {
    for (let column = count - 1; column >= 0; column--) fit(column, false, true);
    for (let column = 0; column < count; column++) fit(column, true, false);
    progress((round + 1) / rounds / 1.5);
  }
  for (let round = 0; round < rounds; round++) {
    for (let column = 0; column < count; column++) fit(column, true, true);
    progress((2 + (round + 1) / rounds) / 3);
  }
  return middle;
}

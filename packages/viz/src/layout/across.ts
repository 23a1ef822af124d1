import { spread } from "./spread.js";
import type { Trunks } from "./trunks.js";

/** How much of the way across a card and a bend take, gap included. */
export interface Room {
  readonly card: number;
  readonly bend: number;
}

/**
 * The middle of every vertex across the layers (from top to bottom, if the layers go from left to right). Rounds
 * of "stand in the middle of your neighbours", each solved exactly for one layer with its order kept.
 */
export function placeAcross(
  columns: readonly (readonly number[])[],
  { inputs, outputs }: Trunks,
  cards: number,
  room: Room,
): Float64Array {
  const middle = new Float64Array(inputs.length);
  const roomOf = (v: number) => (v < cards ? room.card : room.bend);
  for (const column of columns) {
    let at = 0;
    for (const v of column) {
      middle[v] = at + roomOf(v) / 2;
      at += roomOf(v);
    }
  }
  const fit = (column: readonly number[], neighbours: (v: number) => readonly (readonly number[])[]) => {
    const wanted: number[] = [];
    const weights: number[] = [];
    for (const v of column) {
      let sum = 0;
      let count = 0;
      for (const list of neighbours(v)) {
        for (const u of list) sum += middle[u] as number;
        count += list.length;
      }
      wanted.push(count === 0 ? (middle[v] as number) : sum / count);
      // Bends pull harder, so that long edges run straight; what has no neighbour gives way.
      weights.push(v >= cards ? 4 : count === 0 ? 0.1 : 1);
    }
    const places = spread(wanted, column.map(roomOf), weights);
    for (const [i, v] of column.entries()) middle[v] = places[i] as number;
  };
  const before = (v: number) => [inputs[v] as number[]];
  const after = (v: number) => [outputs[v] as number[]];
  const both = (v: number) => [inputs[v] as number[], outputs[v] as number[]];
  const backwards = columns.toReversed();
  for (let round = 0; round < 4; round++) {
    for (const column of backwards) fit(column, after);
    for (const column of columns) fit(column, before);
  }
  for (let round = 0; round < 4; round++) for (const column of columns) fit(column, both);
  return middle;
}

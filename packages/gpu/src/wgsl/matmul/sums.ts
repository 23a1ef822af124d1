import { upTo } from "../text.js";
import type { Tile } from "./tiling.js";

const parts = ["x", "y", "z", "w"];

/** The sums of a thread, `rows` times `columns` of them in runs of 4 along a row: named for their row and their run. */
export const sumName = (row: number, run: number): string => `sum${row}_${run}`;

/**
 * Adds the products of `depth` steps that lie in workgroup memory. Of a run of threads that work together each reads the
 * run of four columns beside its neighbour's, and all read the same rows: no two meet in a bank.
 */
export function multiply(tile: Tile, depth: number, pitchA: number, pitchB: number): string[] {
  const runs = upTo(tile.columns / 4);
  const rowRuns = upTo(tile.rows / 4);
  return [
    `for (var i = 0u; i < ${depth}u; i++) {`,
    ...rowRuns.map((q) => `  let a${q} = tileA[i * ${pitchA}u + down + ${q * tile.down}u];`),
    ...runs.map((q) => `  let b${q} = tileB[i * ${pitchB}u + across + ${q * tile.across}u];`),
    ...upTo(tile.rows).flatMap((row) =>
      runs.map((run) => {
        const sum = sumName(row, run);
        return `  ${sum} = fma(vec4<f32>(a${row >> 2}.${parts[row & 3]}), b${run}, ${sum});`;
      }),
    ),
    "}",
  ];
}

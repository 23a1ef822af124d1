import { upTo } from "../text.js";
import type { Product } from "./product.js";
import { sumName } from "./sums.js";
import { heightOf, type Tile, widthOf } from "./tiling.js";

/** Writes the tile, but for rows and columns that the result does not have. */
export function store({ m, n }: Product, tile: Tile, splits: number): string[] {
  const quads = n % 4 === 0;
  const wholeRows = m % heightOf(tile) === 0;
  const wholeColumns = n % widthOf(tile) === 0;
  const matrix = splits === 1 ? "element" : `(element * ${splits}u + part)`;
  const guard = (needed: boolean, condition: string, line: string): string =>
    needed ? `if (${condition}) { ${line} }` : line;
  return upTo(tile.rows).flatMap((row) => {
    const at = `row0 + ${((row >> 2) * tile.down) * 4 + (row & 3)}u + down * 4u`;
    const columns = upTo(tile.columns / 4).flatMap((run) => {
      const column = `column0 + ${run * tile.across * 4}u + across * 4u`;
      const sum = sumName(row, run);
      if (quads) {
        const write = `result[(at + ${column}) / 4u] = ${sum};`;
        return [guard(!wholeColumns, `${column} < ${n}u`, write)];
      }
      return upTo(4).map((j) =>
        guard(!wholeColumns, `${column} + ${j}u < ${n}u`, `result[at + ${column} + ${j}u] = ${sum}[${j}];`),
      );
    });
    const inside = [`let at = (${matrix} * ${m}u + ${at}) * ${n}u;`, ...columns];
    return [wholeRows ? "{" : `if (${at} < ${m}u) {`, ...inside, "}"];
  });
}

import { Drawing, toJson } from "../drawing.js";
import { clean } from "../text/clean.js";
import { columns as aligned } from "../text/columns.js";
import { checkOptions } from "../text/expected.js";
import { formatNumber } from "../text/number.js";
import type { Theme } from "../theme.js";
import { heatMapsSvg } from "./heat-maps-svg.js";

/** One heat map: a number for each cell, row after row from the top. */
export interface HeatMap {
  readonly values: ArrayLike<number>;
  /** Its name in words and tables; "1", "2", ... if absent. */
  readonly name?: string;
  /** A number for each cell that is drawn over it: a square with a plus or a minus, its area in proportion. */
  readonly marks?: ArrayLike<number>;
  /** The length of a bar under the map, in proportion to the longest; not negative. */
  readonly bar?: number;
}

/** What heat maps show and how. */
export interface HeatMapsOptions {
  readonly maps: readonly HeatMap[];
  /** Cells of each map, in each direction. */
  readonly rows: number;
  readonly columns: number;
  /**
   * "signed", if absent: the stronger a colour, the larger the number; negative ones have another colour and smaller
   * squares. "ink": dark for large, nothing for 0 and less.
   */
  readonly scale?: "signed" | "ink";
  /** The number, or its size, that has the full colour; the largest of all maps if absent. */
  readonly most?: number;
  /** The side of a cell in pixels; 6 if absent, at least 1. */
  readonly cell?: number;
  /** In pixels; 640 if absent. Maps stand side by side as far as they fit, and at least one in a row. */
  readonly width?: number;
  /** What the maps are; "Heat maps" if absent. */
  readonly title?: string;
  readonly theme?: Theme;
}

/** Heat maps that have been read. */
export interface Maps extends Required<Omit<HeatMapsOptions, "maps" | "most">> {
  readonly maps: readonly (HeatMap & { readonly name: string })[];
  readonly most: number;
  readonly mostMarked: number;
  readonly longest: number;
  readonly summary: string;
}

const expected = {
  called: "heatMaps",
  example: "{ maps: [{ values: [1, 2, 3, 4] }], rows: 2, columns: 2 }",
  entries: { of: "maps", named: false },
  choices: { scale: ["signed", "ink"] },
};

/**
 * Small pictures of numbers, side by side: the weights of units, feature maps, images, a gradient over an image. A
 * number that is not finite leaves its cell empty.
 *
 * @throws TypeError for a map that has not rows * columns values, or marks; RangeError for rows or columns that are no
 * positive integers.
 */
export function heatMaps(options: HeatMapsOptions): Drawing {
  checkOptions(expected, options);
  const maps = read(options);
  return new Drawing({
    svg: () => heatMapsSvg(maps),
    text: () => `${maps.summary}.`,
    table: () => table(maps),
    json: () =>
      toJson({
        rows: maps.rows,
        columns: maps.columns,
        maps: maps.maps.map(({ name, values, marks, bar }) => ({
          name,
          values: Array.from(values),
          ...(marks && { marks: Array.from(marks) }),
          ...(bar !== undefined && { bar }),
        })),
      }),
  });
}

function read(options: HeatMapsOptions): Maps {
  const { rows, columns } = options;
  for (const [name, count] of Object.entries({ rows, columns })) {
    if (!Number.isSafeInteger(count) || count < 1) {
      throw new RangeError(`heatMaps: ${name} is a number of cells, an integer from 1; got ${count}.`);
    }
  }
  const maps = options.maps.map((map, i) => ({ ...map, name: clean(map.name ?? String(i + 1), 32) }));
  for (const { name, values, marks } of maps) {
    for (const [what, list] of [
      ["values", values],
      ["marks", marks],
    ] as const) {
      if (list === undefined || list.length === rows * columns) continue;
      throw new TypeError(
        `heatMaps: the map "${name}" has ${list.length} ${what}; ${rows} rows of ${columns} need ${rows * columns}.`,
      );
    }
  }
  const largest = (lists: readonly (ArrayLike<number> | undefined)[]) => {
    let most = 0;
    for (const list of lists) {
      for (const x of Array.from(list ?? [])) if (Number.isFinite(x)) most = Math.max(most, Math.abs(x));
    }
    return most;
  };
  const most = options.most ?? largest(maps.map(({ values }) => values));
  const title = clean(options.title ?? "Heat maps");
  const count = maps.length === 1 ? "" : `${maps.length} maps of `;
  return {
    scale: "signed",
    theme: "auto",
    ...options,
    maps,
    most,
    mostMarked: largest(maps.map(({ marks }) => marks)),
    longest: largest([maps.map(({ bar = 0 }) => bar)]),
    cell: Math.max(1, options.cell ?? 6),
    width: options.width ?? 640,
    title,
    summary: `${title}: ${count}${rows} by ${columns} numbers, ${span(maps.map(({ values }) => values))}`,
  };
}

/** The least and the greatest in words. */
function span(lists: readonly ArrayLike<number>[]): string {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (const x of Array.from(list)) {
      if (!Number.isFinite(x)) continue;
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
  }
  return low > high ? "none of them finite" : `from ${formatNumber(low)} to ${formatNumber(high)}`;
}

/** More maps than this are too many to read. */
const mostTables = 16;

/** The numbers of the maps, one table after the other. */
function table({ maps, rows, columns }: Maps): string {
  const tables = maps.slice(0, mostTables).map(({ name, values, marks, bar }) => {
    const cells = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => {
        const at = row * columns + column;
        const value = formatNumber(values[at] as number, 3);
        return marks === undefined ? value : `${value} (${formatNumber(marks[at] as number, 2)})`;
      }),
    );
    const head = bar === undefined ? name : `${name}: ${formatNumber(bar)}`;
    return `${head}\n${aligned(cells, new Set(Array.from({ length: columns }, (_, i) => i)))}`;
  });
  const left = maps.length - tables.length;
  return [...tables, ...(left > 0 ? [`... and ${left} more`] : [])].join("\n\n");
}

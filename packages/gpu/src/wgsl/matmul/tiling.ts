import { batchSize, type Product } from "./product.js";

/** How the threads of a workgroup share a part of a product. */
export interface Tile {
  /** Rows and columns of threads. */
  readonly down: number;
  readonly across: number;
  /** Rows and columns of the result that a thread has, in runs of 4. */
  readonly rows: number;
  readonly columns: number;
  /** How much of k lies in workgroup memory at a time; both operands' parts stay below the 16 KiB that WebGPU promises. */
  readonly depth: number;
}

export const heightOf = ({ down, rows }: Tile): number => down * rows;
export const widthOf = ({ across, columns }: Tile): number => across * columns;

const large: Tile = { down: 16, across: 16, rows: 8, columns: 8, depth: 8 };
const middle: Tile = { down: 8, across: 8, rows: 8, columns: 8, depth: 16 };
const small: Tile = { down: 8, across: 8, rows: 4, columns: 4, depth: 16 };
const wide: Tile = { down: 2, across: 32, rows: 4, columns: 4, depth: 16 };
const tall: Tile = { down: 32, across: 2, rows: 4, columns: 4, depth: 16 };

/** The least of k that is worth a part of its own. */
const part = 256;

/** How many tiles cover a product. */
export const tilesOf = (product: Product, tile: Tile): number =>
  Math.ceil(product.m / heightOf(tile)) * Math.ceil(product.n / widthOf(tile)) * batchSize(product);

/** A tile, and how k is cut: into so many parts of `chunk` steps, of which the last may have fewer. */
export interface Tiling {
  readonly tile: Tile;
  readonly splits: number;
  readonly chunk: number;
}

/**
 * Larger tiles read each number fewer times, but a small product has too few of them to keep a GPU busy; if even small
 * ones are few, parts of k make more.
 */
export function tilingOf(product: Product): Tiling {
  const tile = tileOf(product);
  const { k } = product;
  const wanted = Math.ceil(64 / tilesOf(product, tile));
  const parts = Math.max(1, Math.min(wanted, Math.floor(k / part)));
  const chunk = Math.ceil(k / parts / tile.depth) * tile.depth;
  return { tile, splits: Math.ceil(k / chunk), chunk };
}

function tileOf(product: Product): Tile {
  if (product.m <= 8) return wide;
  if (product.n <= 8) return tall;
  if (tilesOf(product, large) >= 64) return large;
  return tilesOf(product, middle) >= 16 ? middle : small;
}

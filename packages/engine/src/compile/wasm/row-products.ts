import { Code } from "@outgrad/ops/wasm";
import { BLOCK } from "../plan/plan.js";
import { Block } from "./block.js";

/** A sum over the lanes of the products of two rows, two lanes apart, for the address of a site. All are addresses. */
export interface RowProduct {
  readonly gradient: number;
  readonly row: number;
  readonly site: number;
}

/** Some rows of gradients and some other rows, every one by every one. */
interface Tile {
  readonly gradients: readonly number[];
  readonly rows: readonly number[];
  /** A list for each gradient. */
  readonly sites: readonly (readonly number[])[];
}

/** What the registers of a processor hold: so many sums, and what they add up. */
const mostGradients = 2;
const mostRows = 4;

/**
 * Functions that fill sites, each some of them: with their sums in registers, where a site of its own would be loaded
 * and stored for every block.
 */
export function rowProductCodes(products: readonly RowProduct[], lanes: number, relaxedFma: boolean): Code[] {
  return tilesOf(products).map((tile) => new TileWriter(tile, lanes, relaxedFma).write());
}

class TileWriter {
  private readonly tile: Tile;
  private readonly lanes: number;
  private readonly block: Block;
  /** Local 0, where a Block expects it. */
  private readonly code = new Code(["i32"]);
  private readonly sums: readonly (readonly number[])[];

  constructor(tile: Tile, lanes: number, relaxedFma: boolean) {
    this.tile = tile;
    this.lanes = lanes;
    this.block = new Block(lanes, relaxedFma);
    this.sums = tile.sites.map((sites) => sites.map(() => this.code.local("v128")));
  }

  write(): Code {
    const { code, lanes, block } = this;
    const whole = Math.floor(lanes / BLOCK);
    code.loop();
    this.addBlock([]);
    code
      .localGet(0)
      .i32Const(8 * BLOCK)
      .i32Add()
      .localTee(0)
      .i32Const(8 * BLOCK * whole)
      .i32LtU()
      .brIf(0)
      .end();
    if (lanes % BLOCK > 0) this.addBlock(block.masks(code, lanes % BLOCK));
    this.tile.sites.forEach((sites, g) => {
      sites.forEach((site, r) => {
        code
          .i32Const(0)
          .localGet(this.sums[g]?.[r] as number)
          .v128Store(site);
      });
    });
    return code;
  }

  private addBlock(masks: readonly number[]): void {
    const { code, tile, block } = this;
    const load = (address: number): number[] =>
      block.vectors.map((u) => {
        const local = code.local(block.type);
        block.load(code, address, u);
        code.localSet(local);
        return local;
      });
    const gradients = tile.gradients.map(load);
    tile.rows.forEach((address, r) => {
      const row = load(address);
      gradients.forEach((gradient, g) => {
        this.addProducts(this.sums[g]?.[r] as number, gradient, row, masks);
      });
      for (const local of row) code.release(local);
    });
    for (const local of gradients.flat()) code.release(local);
  }

  private addProducts(
    sum: number,
    gradient: readonly number[],
    row: readonly number[],
    masks: readonly number[],
  ): void {
    const { code, block } = this;
    const product = {
      isProduct: true,
      factors: (u: number) => {
        code.localGet(gradient[u] as number).localGet(row[u] as number);
      },
    };
    block.addToSum(code, sum, product, masks);
  }
}

/** All products as tiles: pairs of gradients that go to the same rows, and some of these rows at a time. */
function tilesOf(products: readonly RowProduct[]): Tile[] {
  const byGradient = new Map<number, RowProduct[]>();
  for (const product of products) {
    const known = byGradient.get(product.gradient);
    if (known) known.push(product);
    else byGradient.set(product.gradient, [product]);
  }
  const byRows = new Map<string, RowProduct[][]>();
  for (const list of byGradient.values()) {
    const key = list.map(({ row }) => row).join();
    const known = byRows.get(key);
    if (known) known.push(list);
    else byRows.set(key, [list]);
  }
  const tiles: Tile[] = [];
  for (const lists of byRows.values()) {
    for (let g = 0; g < lists.length; g += mostGradients) {
      const some = lists.slice(g, g + mostGradients);
      const width = some.length === 1 ? mostGradients * mostRows : mostRows;
      const length = (lists[0] as RowProduct[]).length;
      for (let r = 0; r < length; r += width) {
        const parts = some.map((list) => list.slice(r, r + width));
        tiles.push({
          gradients: parts.map(([first]) => (first as RowProduct).gradient),
          rows: (parts[0] as RowProduct[]).map(({ row }) => row),
          sites: parts.map((part) => part.map(({ site }) => site)),
        });
      }
    }
  }
  return tiles;
}

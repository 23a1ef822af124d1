import type { Code } from "@outgrad/ops/wasm";
import { BLOCK } from "../plan/plan.js";

/** Two factors, or one number that stands for their product. */
export interface Product {
  readonly isProduct: boolean;
  /** Pushes them, of vector u. */
  readonly factors: (u: number) => void;
}

/**
 * What an instruction works on: a block of a row, as two vectors of two lanes, or one number. Local 0 of the code is
 * the place of the block in its row, in bytes.
 */
export class Block {
  readonly type: "f64" | "v128";
  readonly vectors: readonly number[];
  private readonly isRow: boolean;
  /** Whether a product and the sum that it goes to are rounded once. */
  private readonly isFused: boolean;

  constructor(lanes: number, relaxedFma: boolean) {
    this.isRow = lanes > 1;
    this.isFused = this.isRow && relaxedFma;
    this.type = this.isRow ? "v128" : "f64";
    this.vectors = this.isRow ? [0, 1] : [0];
  }

  /** Pushes the place, for a `store` later. */
  place(code: Code): void {
    code.localGet(0);
  }

  /** Pushes vector u of the row whose first number is at an address. */
  load(code: Code, address: number, u: number): void {
    code.localGet(0);
    if (this.isRow) code.v128Load(address + 16 * u);
    else code.f64Load(address);
  }

  store(code: Code, address: number, u: number): void {
    if (this.isRow) code.v128Store(address + 16 * u);
    else code.f64Store(address);
  }

  /** Pushes what `sum` pushes plus a product. */
  addProduct(code: Code, sum: () => void, product: Product, u: number): void {
    if (this.isFused && product.isProduct) {
      product.factors(u);
      sum();
      code.f64x2RelaxedMadd();
      return;
    }
    sum();
    this.product(code, product, u);
    this.add(code);
  }

  product(code: Code, { isProduct, factors }: Product, u: number): void {
    factors(u);
    if (isProduct) this.multiply(code);
  }

  add(code: Code): void {
    if (this.isRow) code.f64x2Add();
    else code.f64Add();
  }

  multiply(code: Code): void {
    if (this.isRow) code.f64x2Mul();
    else code.f64Mul();
  }

  negate(code: Code): void {
    if (this.isRow) code.f64x2Neg();
    else code.f64Neg();
  }

  /** Adds the products of a block's lanes to a sum of two lanes in a local; lanes that are only filling are masked. */
  addToSum(code: Code, sum: number, product: Product, masks: readonly number[]): void {
    if (this.isFused && product.isProduct && masks.length === 0) {
      for (const u of this.vectors) {
        this.addProduct(code, () => code.localGet(sum), product, u);
        code.localSet(sum);
      }
      return;
    }
    code.localGet(sum);
    this.pair(code, product, masks);
    code.f64x2Add().localSet(sum);
  }

  /** Pushes the vectors of a block, added; lanes that are only filling are 0. */
  pair(code: Code, product: Product, masks: readonly number[]): void {
    for (const u of this.vectors) {
      this.product(code, product, u);
      const mask = masks[u];
      if (mask !== undefined) code.localGet(mask).v128And();
    }
    code.f64x2Add();
  }

  /** Of a block that is full only up to lane `valid`, for each vector a local that is 0 in the other lanes; else none. */
  masks(code: Code, valid: number): number[] {
    if (valid === BLOCK || !this.isRow) return [];
    return this.vectors.map((u) => {
      const mask = code.local("v128");
      const left = valid - 2 * u;
      code
        .v128Const(left > 0 ? 0 : 1, left > 1 ? 0 : 1)
        .v128Const(0)
        .f64x2Eq()
        .localSet(mask);
      return mask;
    });
  }
}

import type { Value } from "@outgrad/engine";
import { nameOf } from "./parameters.js";

/** The numbers of parameters, their gradients, or what is remembered of them. */
export type Numbers = Float32Array | Float64Array;

/**
 * Parameters whose numbers an optimiser sees as one array: `count` of them with `size` numbers each.
 *
 * Whoever changes weights or gradients does it through this: `read()`, then change `data` or `grad` in place, then
 * `writeData` or `writeGrad`. So one rule over arrays serves every kind of parameter.
 */
export interface Block {
  readonly count: number;
  readonly size: number;
  readonly dtype: "float64" | "float32";
  /** The numbers as they were at the last read(), parameter after parameter. */
  readonly data: Numbers;
  /** The gradients as they were then; whatever where `hasGrad` is false. */
  readonly grad: Numbers;
  /** Whether parameter k had a gradient at the last read(). */
  hasGrad(k: number): boolean;
  /** Parameter k, as an error message calls it. */
  nameOf(k: number): string;
  /** Brings data, grad and hasGrad up to date. */
  read(): void;
  /** Gives the parameters from `first` up to `last`, without it, the numbers in `data`. */
  writeData(first: number, last: number): void;
  /** Gives those of the parameters that had a gradient the one in `grad`. */
  writeGrad(): void;
}

/** The blocks of a list of parameters, in its order. */
export const blocksOf = (parameters: readonly Value[]): Block[] => [new ValueBlock(parameters)];

/** Values, gathered: one number each. */
class ValueBlock implements Block {
  readonly count: number;
  readonly size = 1;
  readonly dtype = "float64";
  readonly data: Float64Array;
  readonly grad: Float64Array;
  readonly #values: readonly Value[];
  readonly #hasGrad: Uint8Array;

  constructor(values: readonly Value[]) {
    this.#values = values;
    this.count = values.length;
    this.data = new Float64Array(values.length);
    this.grad = new Float64Array(values.length);
    this.#hasGrad = new Uint8Array(values.length);
  }

  hasGrad(k: number): boolean {
    return this.#hasGrad[k] === 1;
  }

  nameOf(k: number): string {
    return nameOf(this.#values[k] as Value, k);
  }

  read(): void {
    for (let k = 0; k < this.count; k++) {
      const value = this.#values[k] as Value;
      this.data[k] = value.data;
      this.grad[k] = value.grad;
      this.#hasGrad[k] = value.hasGrad ? 1 : 0;
    }
  }

  writeData(first: number, last: number): void {
    for (let k = first; k < last; k++) (this.#values[k] as Value).data = this.data[k] as number;
  }

  writeGrad(): void {
    for (let k = 0; k < this.count; k++) {
      if (this.#hasGrad[k] === 1) (this.#values[k] as Value).grad = this.grad[k] as number;
    }
  }
}

/** Throws if a gradient is NaN or infinite, and names the parameter. The blocks have been read. */
export function checkGradients(where: string, blocks: readonly Block[]): void {
  for (const block of blocks) {
    const { count, size, grad } = block;
    for (let k = 0; k < count; k++) {
      if (!block.hasGrad(k)) continue;
      for (let i = k * size; i < (k + 1) * size; i++) {
        if (Number.isFinite(grad[i])) continue;
        const entry = size === 1 ? "" : `, at number ${i - k * size} of its ${size},`;
        throw new RangeError(
          `${where}: the gradient of parameter ${block.nameOf(k)}${entry} is ${grad[i]}; nothing was changed.`,
        );
      }
    }
  }
}

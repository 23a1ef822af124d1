import type { Value } from "@outgrad/engine";
import type { Block } from "./blocks.js";
import { nameOf } from "./parameters.js";

/** Values, gathered: one number each. */
export class ValueBlock implements Block {
  readonly count: number;
  readonly size = 1;
  readonly dtype = "float64";
  readonly data: Float64Array;
  readonly grad: Float64Array;
  readonly away = null;
  readonly #values: readonly Value[];
  readonly #hasGrad: Uint8Array;
  readonly #number: number;

  /** `number` is that of the first one among all parameters. */
  constructor(values: readonly Value[], number: number) {
    this.#number = number;
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
    return nameOf(this.#values[k] as Value, this.#number + k);
  }

  read(): void {
    for (let k = 0; k < this.count; k++) {
      const value = this.#values[k] as Value;
      this.data[k] = value.data;
      this.grad[k] = value.grad;
      this.#hasGrad[k] = value.hasGrad ? 1 : 0;
    }
  }

  write(first: number, last: number): void {
    for (let k = first; k < last; k++) (this.#values[k] as Value).data = this.data[k] as number;
  }

  changeGrad(rule: (g: number, i: number) => number): void {
    for (let k = 0; k < this.count; k++) {
      if (this.#hasGrad[k] === 1) (this.#values[k] as Value).grad = rule(this.grad[k] as number, k);
    }
  }
}

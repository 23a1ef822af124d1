import { type Floats, isElsewhere, type Tensor } from "@outgrad/engine";
import { shown } from "../shown.js";
import type { Block } from "./blocks.js";
import { nameOf } from "./parameters.js";

const nothing = new Float64Array(0);
const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, dim) => size === b[dim]);

/** One Tensor: its own array, changed where it lies; or, where another backend keeps it, the Tensor itself. */
export class TensorBlock implements Block {
  readonly count = 1;
  readonly size: number;
  readonly dtype: "float64" | "float32";
  data: Floats = nothing;
  grad: Floats = nothing;
  away: Tensor | null = null;
  #hasGrad = false;
  readonly #tensor: Tensor;
  readonly #number: number;

  /** `number` is its own among all parameters. */
  constructor(tensor: Tensor, number: number) {
    this.#tensor = tensor;
    this.#number = number;
    this.size = tensor.size;
    this.dtype = tensor.dtype;
  }

  hasGrad(): boolean {
    return this.#hasGrad;
  }

  nameOf(): string {
    return nameOf(this.#tensor, this.#number);
  }

  read(where: string): void {
    const { grad, shape } = this.#tensor;
    if (grad !== null && !isSame(grad.shape, shape)) {
      throw new RangeError(
        `${where}: the gradient of parameter ${this.nameOf()} has the shape ${shown(grad.shape)}, and the parameter ${shown(shape)}; ` +
          "nothing was changed.",
      );
    }
    const isAway = isElsewhere(this.#tensor) || (grad !== null && isElsewhere(grad));
    this.away = isAway ? this.#tensor : null;
    this.data = isAway ? nothing : this.#tensor.data;
    this.grad = isAway ? nothing : (grad?.data ?? nothing);
    this.#hasGrad = grad !== null;
  }

  write(): void {
    // The array is the Tensor's own: what was written to it counts.
  }

  changeGrad(rule: (g: number, i: number) => number): void {
    const { grad } = this.#tensor;
    if (grad === null || !this.#hasGrad) return;
    const numbers = this.grad.slice();
    for (let i = 0; i < numbers.length; i++) numbers[i] = rule(numbers[i] as number, i);
    // A gradient may be another parameter's too, or a result: a leaf of its own takes its place.
    const changed = grad.detach();
    changed.data = numbers;
    this.#tensor.grad = changed;
  }
}

import type { Tensor } from "./tensor.js";

/** How gradients pass through an op. */
export interface Rule {
  /** The op's name. */
  readonly name: string;
  /**
   * What the gradient g of the result gives to input i, in the input's shape; undefined if nothing. Written with ops on
   * Tensors, so it can be differentiated again, unless `differentiable` is false: then nobody will.
   */
  vjp(node: Tensor, g: Tensor, i: number, differentiable: boolean): Tensor | undefined;
}

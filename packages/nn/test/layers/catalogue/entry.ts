import { type Tensor, tensor } from "@outgrad/engine";
import type * as nn from "../../../src/index.js";

/** A layer with what it is made of and what it does to shapes. */
export interface Entry {
  readonly make: (options?: nn.LayerOptions) => nn.Module<Tensor>;
  /** PyTorch's names and shapes of the parameters and buffers. */
  readonly state: Readonly<Record<string, readonly number[]>>;
  /** Shapes of inputs with those of the results. */
  readonly shapes: readonly (readonly [x: readonly number[], y: readonly number[]])[];
  readonly shown: string;
  /** Calls that are refused, with their sentences. */
  readonly errors: readonly (readonly [call: () => unknown, sentence: string])[];
}

/** Calls forward with whatever it may be. */
export const forward = (module: nn.Module<Tensor>, x: unknown): unknown =>
  (module as nn.TensorModule).forward(x as Tensor);

/** Numbers between -1 and 1 that look like none in particular. */
export const numbers = (shape: readonly number[]): Tensor => {
  const size = shape.reduce((product, n) => product * n, 1);
  const data = Float64Array.from({ length: size }, (_, i) => ((i * 37) % 19) / 9 - 1);
  return tensor(data, { shape });
};

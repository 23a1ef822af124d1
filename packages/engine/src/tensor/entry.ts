import type { DType } from "./dtype.js";
import { savedInput } from "./saved.js";
import type { Shape } from "./shape.js";
import type { Strided } from "./strided.js";
import type { Tensor } from "./tensor.js";

/** What a gradient rule may look at: the op as it was computed. */
export class Use<Options> {
  /** The result. */
  readonly y: Tensor;
  /** The input that the gradient is for. */
  readonly i: number;

  constructor(y: Tensor, i: number) {
    this.y = y;
    this.i = i;
  }

  get options(): Options {
    return this.y.options as Options;
  }

  /** Input k, with the numbers that the op saw. */
  input(k: number): Tensor {
    return savedInput(this.y, k);
  }

  /** The dtype of input k. */
  dtype(k: number): DType {
    return (this.y.saved[k] as Strided).dtype;
  }

  /** The shape of input k. */
  shape(k: number): Shape {
    return (this.y.saved[k] as Strided).shape;
  }
}

/** The gradient for one input, of that of the result: in the input's shape, written with ops on Tensors. */
export type Vjp<Options> = (g: Tensor, use: Use<Options>) => Tensor;

/** Where checks try an op: its inputs' shapes and its options. */
export interface Sample<Options> {
  readonly shapes: readonly Shape[];
  readonly options: Options;
  /** What the inputs' numbers are between; [-2, 2] if absent. */
  readonly domain?: readonly [low: number, high: number];
}

/** One entry of the table of ops on shapes. Its kernel is in src/kernels/shape-kernels.ts under the same name. */
export interface ShapeOp<Options> {
  readonly doc: string;
  /** The names of the inputs; one with dots, as "...tensors", stands for any number. */
  readonly args: readonly string[];
  /** The result's shape. All checks are here: it throws the sentence if inputs or options do not fit. */
  shape(shapes: readonly Shape[], options: Options): Shape;
  /** One per input (one for all of a list), null for an input without gradient. Empty if none has one. */
  readonly vjp: readonly (Vjp<Options> | null)[];
  readonly samples: readonly Sample<Options>[];
}

/** An entry, its options' type known to the rules. */
export function shapeOp<Options>(entry: ShapeOp<Options>): ShapeOp<Options> {
  return entry;
}

/** An entry whatever its options. */
export type AnyShapeOp = ShapeOp<never>;

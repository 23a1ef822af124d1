/** One value of a drawn calculation: a leaf, or what an operation gave. */
export interface PictureNode {
  /** What the program calls it: `a`, `e`, `L`; "" for a plain number. */
  readonly name: string;
  /** A name of the op table; "" for a leaf or a plain number. */
  readonly op: string;
  readonly data: number;
  readonly grad: number;
  /** By place in the list of values, each with the local slope that was used; plain numbers have the slope 0. */
  readonly inputs: readonly { readonly node: number; readonly slope: number }[];
  readonly isConstant: boolean;
}

/**
 * The first difference. `value`: an operation gives another number, or no Value at all. `link`: a Value does not remember
 * an input. `slope`: it passes another gradient to an input. `grad`: after backward() a gradient is another one,
 * although every operation by itself is right; the edge is the one that was the last to bring it.
 */
export interface Difference {
  readonly kind: "value" | "link" | "slope" | "grad";
  /** The place of the value that was computed, and of the input among its inputs; of `value` there is none. */
  readonly to: number;
  readonly index?: number;
  /** A value, or a gradient that arrives; absent where nothing does. */
  readonly seen?: number;
  readonly wanted: number;
}

/** A small program, as the learner's class computes it and as it is right. */
export interface Picture {
  readonly program: string;
  readonly right: readonly PictureNode[];
  /** The learner's, in the same order; a program that stopped has fewer. An input that is not remembered has the slope 0. */
  readonly own: readonly PictureNode[];
  readonly difference: Difference | null;
}

/**
 * A function written once, in the formula language: lines `name = formula` that only add, multiply, divide,
 * choose, and call primitives or other intrinsics. The last line, without a name, is the value.
 * There are no loops and no state, so the same text prints as JavaScript and as lanes of numbers,
 * and every IEEE 754 machine computes the same bits.
 */
export interface Intrinsic {
  /** What it computes and how: the comment above the printed function. */
  readonly doc: string;
  readonly args: readonly string[];
  readonly program: string;
  /** Only other intrinsics call it. */
  readonly inner?: true;
}

export type Intrinsics = Readonly<Record<string, Intrinsic>>;

/**
 * What a graph is read from: any object with these fields, such as a `Value` of `@outgrad/engine`.
 *
 * Inputs must have smaller ids than what was computed from them; the same input twice stands twice.
 */
export interface GraphNode {
  readonly id: number;
  readonly data: number;
  readonly grad: number;
  readonly label: string;
  /** A name of the op table; "" for a leaf or a constant. */
  readonly op: string;
  readonly params: readonly number[];
  readonly inputs: readonly GraphNode[];
  /** Whether it is a plain number of the program, for which no gradient is kept; false if absent. */
  readonly isConstant?: boolean;
}

import type { Home } from "../leaf.js";

/** A program in the form in which a target computes it. */
export interface Executable {
  /** The numbers of the leaves, to be written before a run: the arguments', then those from outside. */
  readonly leaves: Float64Array;
  /** The same numbers as a home for the leaves from outside; absent where a graph shows them. */
  readonly home?: Home;
  /** d(output)/d(leaf) after backward(), for those leaves that a gradient was wanted for. */
  readonly gradients: Float64Array;
  /** Computes the outputs from the leaves. */
  forward(): void;
  /** Computes the gradients of the first output, after forward(). */
  backward(): void;
  /** Changes the leaves by their gradients as the rule says that it was made with; absent where there is no fast way. */
  update?(): void;
  /** An output's number, after forward(). */
  output(index: number): number;
}

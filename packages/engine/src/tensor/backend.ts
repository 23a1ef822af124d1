import { describe } from "../describe.js";
import { cpu } from "./cpu.js";
import type { Floats } from "./dtype.js";
import type { Shape } from "./shape.js";
import type { Strided } from "./strided.js";

/** An elementwise op, as a backend is asked for it. */
export interface ElementwiseOp {
  readonly name: string;
  /** How many arguments. */
  readonly args: number;
  readonly params: readonly string[];
  /** What each partial reads: 0 and 1 are the arguments, 2 the result; null for a partial of 1. */
  readonly partials: readonly (readonly number[] | null)[];
}

/**
 * Where tensors are computed: an op of either table of these numbers gives those. Nothing else touches the numbers.
 * Operands are never changed, and a result may share its data with an operand.
 */
export interface Backend {
  readonly name: string;
  /** y of the elementwise op with this code, of operands that broadcast to `shape` and have one dtype. */
  elementwise(code: number, shape: Shape, params: readonly number[], a: Strided, b?: Strided): Strided;
  /** g times the op's partial number i, of what that reads. */
  partial(
    code: number,
    i: number,
    shape: Shape,
    params: readonly number[],
    g: Strided,
    reads: readonly Strided[],
  ): Strided;
  /** An op on shapes: `shape` is the result's by the op's rule. */
  run(name: string, inputs: readonly Strided[], shape: Shape, options: unknown): Strided;
  /** The numbers, one after the other, in an array of their own. */
  numbers(x: Strided): Floats;
  /** The same, where reading takes its time. */
  read(x: Strided): Promise<Floats>;
  /**
   * One function for several elementwise steps of one size and dtype that follow on each other, all ops of the table, each
   * operand a single number or of that size: it writes the results of those that are `stored`. Without such a method
   * they are done one by one.
   */
  fuse?(steps: readonly ElementwiseStep[], stored: ReadonlySet<ElementwiseStep>): () => void;
}

/** An elementwise op or a partial that has been computed, as `Backend.fuse` is given it. */
export interface ElementwiseStep {
  readonly code: number;
  /** The number of the partial, whose operands are the gradient and what it reads; null for the op itself. */
  readonly partial: number | null;
  readonly params: readonly number[];
  readonly operands: readonly Strided[];
  /** Its numbers fill an array of their own. */
  readonly result: Strided;
  /** Computes it again, into the same array. */
  run(): void;
}

/** The backend in use. */
export let backend: Backend = cpu;

/**
 * Computes tensors with another backend from now on; returns the one before. Tensors of one backend cannot be operands
 * of another. Throws a TypeError for what is none.
 */
export function useBackend(next: Backend): Backend {
  for (const method of ["elementwise", "partial", "run", "numbers", "read"] as const) {
    if (typeof next?.[method] === "function") continue;
    throw new TypeError(
      `useBackend: expected a backend, which has a method ${method}, got ${describe(next)}.`,
    );
  }
  const before = backend;
  backend = next;
  return before;
}

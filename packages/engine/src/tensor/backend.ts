import type { Assignment } from "@outgrad/ops";
import { describe } from "../describe.js";
import { cpu } from "./cpu.js";
import type { DType, Floats } from "./dtype.js";
import { homeOf } from "./home.js";
import { indicesElsewhere } from "./indices.js";
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
 *
 * A backend that keeps numbers elsewhere puts an object with itself as `home` in the place of their array (see Remote).
 * It is then asked for every op with such an operand; the other operands may be in arrays.
 */
export interface Backend {
  readonly name: string;
  /** The one dtype that it computes, if it is only one: that of new Tensors while it is in use. */
  readonly dtype?: DType;
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
  /** The numbers, one after the other, in an array of their own. Throws a sentence if they cannot be read at once. */
  numbers(x: Strided): Floats;
  /** The same, where reading takes its time; from then on `numbers` gives them too. */
  read(x: Strided): Promise<Floats>;
  /**
   * One function for several elementwise steps of one size and dtype that follow on each other, all ops of the table, each
   * operand a single number or of that size: it writes the results of those that are `stored`. Without such a method
   * they are done one by one.
   */
  fuse?(steps: readonly ElementwiseStep[], stored: ReadonlySet<ElementwiseStep>): () => void;
  /** The same numbers, kept where this backend keeps its own. */
  put?(x: Strided): Strided;
  /**
   * The last values of the names in `results` after the lines of a program, element by element: names stand for operands of
   * one shape, for numbers, and for earlier lines. Without such a method it is done op by op.
   */
  evaluate?(
    program: readonly Assignment[],
    operands: Readonly<Record<string, Strided>>,
    numbers: Readonly<Record<string, number>>,
    results: readonly string[],
  ): Strided[];
  /**
   * softmax(scale query keyᵀ) value for batches of one shape; with isCausal query i sees keys 0 to i only. For backends that do
   * so without keeping the scores; undefined where it is better done op by op.
   */
  attend?(
    query: Strided,
    key: Strided,
    value: Strided,
    options: { readonly scale: number; readonly isCausal: boolean },
  ): Strided | undefined;
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

/** Whom ops ask: the CPU, or, as soon as there may be numbers elsewhere, whoever has the operands. */
export let backend: Backend = cpu;
/** Who computes what is in arrays. */
let chosen: Backend = cpu;

const at = (...operands: readonly (Strided | undefined)[]): Backend => {
  for (const operand of operands) {
    const home = operand && homeOf(operand);
    if (home) return home;
  }
  return chosen;
};

/** Has each op computed where its operands are. */
const everywhere: Backend = {
  get name() {
    return chosen.name;
  },
  elementwise: (code, shape, params, a, b) => at(a, b).elementwise(code, shape, params, a, b),
  partial: (code, i, shape, params, g, reads) => at(g, ...reads).partial(code, i, shape, params, g, reads),
  run: (name, inputs, shape, options) =>
    at(...inputs, indicesElsewhere(options)).run(name, inputs, shape, options),
  numbers: (x) => (homeOf(x) ?? cpu).numbers(x),
  read: (x) => (homeOf(x) ?? cpu).read(x),
  fuse: (steps, stored) => chosen.fuse?.(steps, stored) as () => void,
};

/** From now on numbers may be kept elsewhere. */
export function lookEverywhere(): void {
  if (backend === cpu) backend = everywhere;
}

/** Has ops ask somebody else, for a recording; returns whom they asked before. */
export function replaceBackend(next: Backend): Backend {
  const before = backend;
  backend = next;
  return before;
}

/** The dtype of new Tensors whose numbers say nothing about it: "float64", but for a backend in use that has another. */
export const getDefaultDtype = (): DType => chosen.dtype ?? "float64";

/** Throws unless it is a backend. */
export function checkBackend(where: string, found: Backend): void {
  for (const method of ["elementwise", "partial", "run", "numbers", "read"] as const) {
    if (typeof found?.[method] === "function") continue;
    throw new TypeError(
      `${where}: expected a backend, which has a method ${method}, got ${describe(found)}.`,
    );
  }
}

/**
 * Computes tensors with another backend from now on; returns the one before. It is asked for ops on Tensors whose numbers
 * are in arrays; an op with an operand that another backend keeps is computed there. While a backend that computes float32
 * alone is in use, new Tensors are float32 unless they are given a dtype. Throws a TypeError for what is none.
 */
export function useBackend(next: Backend): Backend {
  checkBackend("useBackend", next);
  const before = chosen;
  chosen = next;
  if (next !== cpu) lookEverywhere();
  return before;
}

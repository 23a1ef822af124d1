import type { Assignment } from "@outgrad/ops";
import type { Tensor } from "./tensor.js";

type Evaluate = (
  program: readonly Assignment[],
  tensors: Readonly<Record<string, Tensor>>,
  numbers: Readonly<Record<string, number>>,
  results: readonly string[],
) => Tensor[];

let evaluateTensors: Evaluate | undefined;

/** Told by the class of tensors how: an optimiser must not bring it along to a page of Values. */
export function setEvaluate(found: Evaluate): void {
  evaluateTensors = found;
}

/**
 * Computes a program of formulas element by element, as an optimiser's update is: its lines name what later lines read, and
 * may name it again. Names stand for Tensors of one shape, or for numbers. Gives the last values of the names in `results`,
 * without history, where the Tensors are kept: on a GPU each is one kernel.
 *
 * @example
 * const [p] = evaluate(parseProgram("p = p - lr * g\np"), { p: tensor([1]), g: tensor([2]) }, { lr: 0.25 }, ["p"]);
 * p!.toArray() // => [0.5]
 *
 * @throws Error for a name that stands for nothing; RangeError for Tensors whose shapes do not broadcast.
 */
export function evaluate(
  program: readonly Assignment[],
  tensors: Readonly<Record<string, Tensor>>,
  numbers: Readonly<Record<string, number>>,
  results: readonly string[],
): Tensor[] {
  if (evaluateTensors) return evaluateTensors(program, tensors, numbers, results);
  throw new Error("evaluate: there are no Tensors yet; make some with tensor(...).");
}

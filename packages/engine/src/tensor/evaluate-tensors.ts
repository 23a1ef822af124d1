import { type Assignment, namesIn } from "@outgrad/ops";
import { unrecorded } from "../mode.js";
import { evaluate as evaluateFormula } from "./formula.js";
import { homeOf } from "./home.js";
import type { Strided } from "./strided.js";
import { Tensor, type TensorLike } from "./tensor.js";

/** What `evaluate` does, with the class of Tensors. */
export function evaluateTensors(
  program: readonly Assignment[],
  tensors: Readonly<Record<string, Tensor>>,
  numbers: Readonly<Record<string, number>>,
  results: readonly string[],
): Tensor[] {
  checkNames(program, [...Object.keys(tensors), ...Object.keys(numbers)], results);
  const operands: Record<string, Strided> = {};
  for (const [name, { numbers }] of Object.entries(tensors)) operands[name] = numbers;
  const home = Object.values(operands)
    .map(homeOf)
    .find((found) => found !== undefined);
  if (home?.evaluate) {
    return home.evaluate(program, operands, numbers, results).map((found) => new Tensor(found));
  }
  const names = new Map<string, TensorLike>([...Object.entries(tensors), ...Object.entries(numbers)]);
  return unrecorded(() => {
    for (const { name, formula } of program) names.set(name, evaluateFormula(formula, names));
    return results.map((name) => asTensor(names.get(name) as TensorLike, tensors));
  });
}

function asTensor(found: TensorLike, tensors: Readonly<Record<string, Tensor>>): Tensor {
  if (found instanceof Tensor) return found;
  const like = Object.values(tensors)[0] as Tensor;
  return like.newFull(like.shape as number[], found);
}

function checkNames(
  program: readonly Assignment[],
  given: readonly string[],
  results: readonly string[],
): void {
  const known = new Set(given);
  for (const { name, formula } of program) {
    const unknown = [...namesIn(formula)].find((read) => !known.has(read));
    if (unknown !== undefined) {
      throw new Error(
        `evaluate: the line of ${name} reads ${unknown}, which is no Tensor, number or earlier line.`,
      );
    }
    known.add(name);
  }
  const missing = results.find((name) => !known.has(name));
  if (missing !== undefined) throw new Error(`evaluate: the result ${missing} is no Tensor, number or line.`);
}

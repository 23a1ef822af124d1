import { type Formula, partsOf } from "../formula/ast.js";
import { isProgram, straightLine } from "./straight-line.js";

const weights = new WeakMap<Formula, number>();

/** About how many instructions a formula takes, with all that it calls; infinite where it leaves WebAssembly. */
export function weightOf(formula: Formula): number {
  let weight = weights.get(formula);
  if (weight === undefined) {
    weight = partsOf(formula).reduce((sum, part) => sum + weightOf(part), ownWeight(formula));
    weights.set(formula, weight);
  }
  return weight;
}

const programWeights = new Map<string, number>();

/** The same for the program of an intrinsic. */
export function weightOfProgram(name: string): number {
  let weight = programWeights.get(name);
  if (weight === undefined) {
    const { lines, value } = straightLine(name);
    weight = lines.reduce((sum, line) => sum + weightOf(line.formula), weightOf(value));
    programWeights.set(name, weight);
  }
  return weight;
}

function ownWeight(formula: Formula): number {
  if (formula.kind === "number" || formula.kind === "name") return 0;
  if (formula.kind === "binary") return formula.operator === "/" ? 8 : 1;
  if (formula.kind !== "call") return 1;
  if (formula.name === "largeAngle") return Number.POSITIVE_INFINITY;
  return formula.name === "sqrt" ? 8 : isProgram(formula.name) ? weightOfProgram(formula.name) : 3;
}

/**
 * Whether lanes should first look if anybody needs this side of a choice. Not for a short side, nor for one of two alike:
 * then each is needed now and then, and to compute both costs less than to guess wrong.
 */
export function isWorthATest(side: Formula, other: Formula): boolean {
  const weight = weightOf(side);
  return weight > 40 || (weight > 10 && weight > 2 * weightOf(other));
}

import { type Assignment, type Formula, namesIn, partsOf } from "../formula/ast.js";
import { parseProgram } from "../formula/parse.js";
import { intrinsics } from "../intrinsics/programs.js";
import { fold } from "./fold.js";

/** An intrinsic's program, read: lines to compute in order, and the value. */
export interface StraightLine {
  readonly args: readonly string[];
  readonly lines: readonly Assignment[];
  readonly value: Formula;
}

const known = new Map<string, StraightLine>();

/** Whether there is a program of that name. */
export function isProgram(name: string): boolean {
  return Object.hasOwn(intrinsics, name);
}

/**
 * The program of an intrinsic with its constants put in, and without the lines that nothing reads. Arguments whose
 * values are known are constants too.
 */
export function straightLine(name: string, values: readonly (number | undefined)[] = []): StraightLine {
  const key = `${name} ${values.map((value) => (Object.is(value, -0) ? "-0" : value))}`;
  let program = known.get(key);
  if (program === undefined) {
    program = read(name, values);
    known.set(key, program);
  }
  return program;
}

function read(name: string, values: readonly (number | undefined)[]): StraightLine {
  const intrinsic = intrinsics[name];
  if (intrinsic === undefined) throw new Error(`There is no intrinsic "${name}" to print as WebAssembly.`);
  const { args, program } = intrinsic;
  const constants = new Map<string, number>();
  args.forEach((arg, i) => {
    const value = values[i];
    if (value !== undefined) constants.set(arg, value);
  });
  const lines: Assignment[] = [];
  for (const line of parseProgram(program)) {
    const formula = fold(line.formula, constants);
    if (formula.kind === "number") constants.set(line.name, formula.value);
    lines.push({ ...line, formula });
  }
  const { formula: value } = lines.pop() as Assignment;
  const read = new Set(namesIn(value));
  const live = lines.reverse().filter((line) => {
    if (line.formula.kind === "number" || !read.has(line.name)) return false;
    namesIn(line.formula, read);
    return true;
  });
  return { args, lines: live.reverse(), value };
}

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

/** The same for the program of an intrinsic. */
export function weightOfProgram(name: string): number {
  const { lines, value } = straightLine(name);
  return lines.reduce((sum, line) => sum + weightOf(line.formula), weightOf(value));
}

function ownWeight(formula: Formula): number {
  if (formula.kind === "number" || formula.kind === "name") return 0;
  if (formula.kind === "binary") return formula.operator === "/" ? 8 : 1;
  if (formula.kind !== "call") return 1;
  if (formula.name === "largeAngle") return Number.POSITIVE_INFINITY;
  return formula.name === "sqrt" ? 8 : isProgram(formula.name) ? weightOfProgram(formula.name) : 3;
}

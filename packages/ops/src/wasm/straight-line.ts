import { type Assignment, type Formula, namesIn } from "../formula/ast.js";
import { fold } from "../formula/fold.js";
import { parseProgram } from "../formula/parse.js";
import { programOf } from "../intrinsics/program-text.js";

/** An intrinsic's program, read: lines to compute in order, and the value. */
export interface StraightLine {
  readonly args: readonly string[];
  readonly lines: readonly Assignment[];
  readonly value: Formula;
}

const known = new Map<string, StraightLine>();

/** Whether there is a program of that name. */
export function isProgram(name: string): boolean {
  return programOf(name) !== undefined;
}

/**
 * The program of an intrinsic with its constants put in, and without the lines that nothing reads. Arguments whose
 * values are known are constants too.
 */
export function straightLine(name: string, values: readonly (number | undefined)[] = []): StraightLine {
  const key =
    values.length === 0 ? name : `${name} ${values.map((value) => (Object.is(value, -0) ? "-0" : value))}`;
  let program = known.get(key);
  if (program === undefined) {
    program = read(name, values);
    known.set(key, program);
  }
  return program;
}

function read(name: string, values: readonly (number | undefined)[]): StraightLine {
  const found = programOf(name);
  if (found === undefined)
    throw new Error(`print: there is no intrinsic "${name}"; formulas call intrinsics only.`);
  const { args, program } = found;
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

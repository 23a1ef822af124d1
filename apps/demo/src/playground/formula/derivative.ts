import { type Assignment, differentiate, type Formula, mapParts, namesIn, partsOf } from "@outgrad/ops";

/** One line of a derivative: the derivative of `of`, by the leaf, is `formula`. */
export interface DerivativeLine {
  readonly of: string;
  readonly formula: Formula;
}

/**
 * The derivative of a program's result by one of its leaves. As one formula of the leaves alone where that is short;
 * else line by line, each using those above it, so that nothing is written twice.
 */
export interface Derivative {
  readonly leaf: string;
  readonly lines: readonly DerivativeLine[];
}

/** How many numbers, names and signs one formula may have before the lines are kept apart. */
const longest = 40;

/** The derivative of the last line by a leaf. */
export function derivativeOf(program: readonly Assignment[], leaf: string): Derivative {
  const last = program.at(-1);
  if (last === undefined) return { leaf, lines: [] };
  const whole = inlined(program);
  if (sizeOf(whole) <= longest) {
    const formula = differentiate(whole, leaf);
    if (sizeOf(formula) <= longest) return { leaf, lines: [{ of: last.name, formula }] };
  }
  return { leaf, lines: lineByLine(program, leaf) };
}

/** What stands in a formula for the derivative of a line; no name that can be typed looks like it. */
export const derivativeName = (of: string, by: string): string => `∂${of}/∂${by}`;

/** The lines put into each other. Parts that are used twice are shared, so this is quick however long it is written. */
function inlined(program: readonly Assignment[]): Formula {
  const known = new Map<string, Formula>();
  const put = (formula: Formula): Formula =>
    formula.kind === "name" ? (known.get(formula.name) ?? formula) : mapParts(formula, put);
  let result: Formula | undefined;
  for (const { name, formula } of program) {
    result = put(formula);
    known.set(name, result);
  }
  return result as Formula;
}

/** How much a formula is to read: its numbers, names, signs and calls. Shared parts count as often as they stand. */
export function sizeOf(formula: Formula, known = new Map<Formula, number>()): number {
  const found = known.get(formula);
  if (found !== undefined) return found;
  const size = partsOf(formula).reduce((sum, part) => sum + sizeOf(part, known), 1);
  known.set(formula, size);
  return size;
}

/** d(line) = sum over the names in it of d(line)/d(name) times d(name): the chain rule, forward. */
function lineByLine(program: readonly Assignment[], leaf: string): DerivativeLine[] {
  const moving = new Set([leaf]);
  const lines: DerivativeLine[] = [];
  for (const [i, { name, formula }] of program.entries()) {
    const terms = [...namesIn(formula)]
      .filter((each) => moving.has(each))
      .map((each) => {
        const slope = naming(differentiate(formula, each), formula, name);
        return product(slope, each === leaf ? undefined : derivativeName(each, leaf));
      });
    const isLast = i === program.length - 1;
    if (terms.length > 0) moving.add(name);
    if (terms.length > 0 || isLast) lines.push({ of: name, formula: sum(terms) });
  }
  return lines;
}

const span = [0, 0] as const;

/** A slope that reads what the line computes, as tanh's does, reads it by its name. */
function naming(slope: Formula, whole: Formula, name: string): Formula {
  if (slope === whole && whole.kind !== "name" && whole.kind !== "number")
    return { kind: "name", name, span };
  return mapParts(slope, (part) => naming(part, whole, name));
}

function product(slope: Formula, inner: string | undefined): Formula {
  if (inner === undefined) return slope;
  const right: Formula = { kind: "name", name: inner, span };
  if (slope.kind === "number" && slope.value === 1) return right;
  if (slope.kind === "negate") return { kind: "negate", of: product(slope.of, inner), span };
  return { kind: "binary", operator: "*", left: slope, right, span };
}

function sum(terms: readonly Formula[]): Formula {
  const counting = terms.filter((term) => !(term.kind === "number" && term.value === 0));
  if (counting.length === 0) return { kind: "number", value: 0, span };
  return counting.reduce((left, right) =>
    right.kind === "negate"
      ? { kind: "binary", operator: "-", left, right: right.of, span }
      : { kind: "binary", operator: "+", left, right, span },
  );
}

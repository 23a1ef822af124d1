import { type Formula, namesIn } from "./formula/ast.js";
import { FormulaError } from "./formula/error.js";
import { parseFormula, type Scope } from "./formula/parse.js";
import { toFunction } from "./formula/to-function.js";
import * as intrinsics from "./intrinsics.js";
import type { OpDef } from "./table/entry.js";
import { type OpName, ops } from "./table/index.js";

/** An entry of the op table, read: its formulas as trees and as functions of numbers. */
export interface Op {
  readonly name: string;
  /** What it is, for people. */
  readonly doc: string;
  /** Text inside the graph's node. */
  readonly label: string;
  readonly args: readonly string[];
  /** The parameters' names and defaults. */
  readonly params: Readonly<Record<string, number>>;
  /** y in terms of args and params. */
  readonly formula: Formula;
  /** dy/d(argument), one per argument, in terms of args, params and y. */
  readonly partialFormulas: readonly Formula[];
  /** Where checks sample each argument. */
  readonly domain: readonly (readonly [low: number, high: number])[];
  /** Measured error bounds over the domain, in ulp: of the value, then of each partial; empty if not measured. */
  readonly ulp: readonly number[];
  /** Formulas that are zero where y is not differentiable. */
  readonly kinks: readonly Formula[];
  /** What the partials read, and so what a tape must keep: arguments, parameters, y. */
  readonly saves: ReadonlySet<string>;
  /** y of the arguments, then the parameters. */
  value(...argsThenParams: number[]): number;
  /** The local derivatives, functions of the arguments, then the parameters, then y. */
  readonly partials: readonly ((...argsThenParamsThenY: number[]) => number)[];
}

/** The functions that a formula may call, with their numbers of arguments [least, most]. */
export const intrinsicArity: Readonly<Record<string, readonly [number, number]>> = Object.fromEntries(
  Object.entries(intrinsics).map(([name, call]) => [name, [call.length, call.length] as const]),
);

const read = new Map<string, Op>();

/** Makes an op known to opOf. */
export function register(op: Op): void {
  read.set(op.name, op);
}

/** The op with that name, of the table or defined by a user. Throws for a name that is neither. */
export function opOf(name: OpName | (string & {})): Op {
  const known = read.get(name);
  if (known) return known;
  if (!Object.hasOwn(ops, name)) {
    const names = new Set([...Object.keys(ops), ...read.keys()]);
    throw new Error(`opOf: there is no op "${name}"; there are: ${[...names].join(", ")}.`);
  }
  const op = readOp(name, ops[name as OpName]);
  read.set(name, op);
  return op;
}

/** Tapes keep room for that many before they look again. */
const maxParams = 8;

/**
 * Reads an entry: parses its formulas and makes functions of them.
 *
 * @throws FormulaError for a mistake in a formula, Error for an entry whose parts do not fit together.
 */
export function readOp(name: string, def: OpDef): Op {
  const params = def.params ?? {};
  const inputs = [...def.args, ...Object.keys(params)];
  if (def.args.length < 1 || def.args.length > 2) {
    throw new Error(
      `${name}: an op has one or two arguments, found ${def.args.length}; make the rest params.`,
    );
  }
  if (Object.keys(params).length > maxParams) {
    throw new Error(
      `${name}: an op has at most ${maxParams} parameters, found ${Object.keys(params).length}.`,
    );
  }
  if (def.partials.length !== def.args.length) {
    throw new Error(
      `${name}: ${def.args.length} arguments need as many partials, found ${def.partials.length}.`,
    );
  }
  const clash = inputs.find((input, i) => input === "y" || inputs.indexOf(input) !== i);
  if (clash !== undefined) {
    throw new Error(
      `${name}: "${clash}" is used for two things; arguments and parameters need names of their own.`,
    );
  }
  const parse = (part: string, text: string, names: readonly string[]): Formula => {
    const scope: Scope = { names, functions: intrinsicArity };
    try {
      return parseFormula(text, scope);
    } catch (error) {
      if (error instanceof FormulaError)
        throw new FormulaError(`${name}, ${part}: ${error.reason}`, text, error.span);
      throw error;
    }
  };
  const formula = parse("value", def.value, inputs);
  const partialFormulas = def.partials.map((text, i) =>
    parse(`partial ${def.args[i]}`, text, [...inputs, "y"]),
  );
  return {
    name,
    doc: def.doc,
    label: def.label ?? name,
    args: def.args,
    params,
    formula,
    partialFormulas,
    domain: def.domain ?? def.args.map(() => [-3, 3] as const),
    ulp: def.ulp ?? [],
    kinks: (def.kinks ?? []).map((text) => parse("kink", text, inputs)),
    saves: new Set(partialFormulas.flatMap((partial) => [...namesIn(partial)])),
    value: toFunction(formula, inputs, intrinsics),
    partials: partialFormulas.map((partial) => toFunction(partial, [...inputs, "y"], intrinsics)),
  };
}

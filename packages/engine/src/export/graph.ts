import { type Layout, layoutOf, sizeOf } from "../compile/arguments.js";
import { type Traced, trace } from "../compile/traced.js";
import type { Expression } from "../expression.js";
import { checkOptions } from "../options.js";
import type { Scalar } from "../value.js";
import { Identifiers } from "./identifiers.js";
import type { Exportable, ExportedInput, ExportOptions } from "./options.js";

/** A recorded function with everything named. */
export interface ExportGraph {
  readonly traced: Traced;
  readonly name: string;
  readonly gradient: boolean;
  /** The arguments in the order of the leaves; the parameters are the last of them if they are handed in. */
  readonly inputs: readonly ExportedInput[];
  /** The numbers of the parameters, if they are constants. */
  readonly constants: readonly number[];
  readonly identifiers: Identifiers;
}

const optionNames = ["args", "names", "name", "gradient", "parameters"];

/**
 * Records what is to be exported. `where` is the function that was called, for errors.
 *
 * @throws TypeError for options that do not fit; what `compile` throws for a function that cannot be recorded.
 */
export function graphOf(
  where: string,
  f: Exportable,
  options: ExportOptions,
  more: readonly string[] = [],
): ExportGraph {
  if (typeof f !== "function") {
    throw new TypeError(`${where}: expected a function of Values or an expression, got ${String(f)}.`);
  }
  checkOptions(where, options, [...optionNames, ...more]);
  const { gradient = false, parameters = "constants" } = options;
  if (parameters !== "constants" && parameters !== "arguments") {
    throw new TypeError(`${where}: parameters is "constants" or "arguments"; got ${String(parameters)}.`);
  }
  const identifiers = new Identifiers();
  const name = identifiers.take(options.name ?? "f");
  for (const own of ["_gradient", "Gradient", "_parameters", "Parameters"]) identifiers.take(name + own);
  const { call, args, names } = callOf(where, f, options);
  const traced = trace(call, args, where);
  if (gradient && (traced.shape === null || traced.shape.length > 0)) {
    throw new TypeError(
      `${where}: a gradient needs a function that returns one Value; this one returns ${traced.outputs.length}.`,
    );
  }
  const inputs = args.flatMap((arg, i) => inputsOf(layoutOf(arg, where), names[i] as string));
  const own = inputs.map((input) => ({ ...input, name: identifiers.take(input.name) }));
  const isConstant = parameters === "constants";
  const { length } = traced.outside;
  if (!isConstant && length > 0) own.push({ name: identifiers.take("parameters"), size: length });
  const constants = isConstant ? traced.outside.map(({ data }) => data) : [];
  return { traced, name, gradient, inputs: own, constants, identifiers };
}

interface Call {
  readonly call: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
  readonly names: readonly string[];
}

function callOf(where: string, f: Exportable, { args, names }: ExportOptions): Call {
  if (isExpression(f)) {
    if (args !== undefined || names !== undefined) {
      throw new TypeError(`${where}: an expression has its own names; leave args and names out.`);
    }
    const call = (...values: Scalar[]) =>
      f(Object.fromEntries(f.names.map((name, i) => [name, values[i] as Scalar])));
    return { call: call as Call["call"], args: f.names.map(() => 0), names: f.names };
  }
  const given = args ?? [];
  if (!Array.isArray(given)) {
    throw new TypeError(`${where}: args is a list of numbers and lists of numbers, such as [[0, 0], 1].`);
  }
  if (f.length > given.length) {
    throw new TypeError(
      `${where}: the function takes ${f.length} argument${f.length === 1 ? "" : "s"}; give numbers of their shapes, as args: [[0, 0], 1].`,
    );
  }
  const usual = given.length === 1 ? ["x"] : given.map((_, i) => `x${i + 1}`);
  if (names !== undefined && names.length !== given.length) {
    throw new TypeError(`${where}: ${given.length} arguments need as many names, got ${names.length}.`);
  }
  return { call: f, args: given, names: names ?? usual };
}

const isExpression = (f: Exportable): f is Expression => "program" in f && "names" in f;

/** The lists and numbers that an argument is: the fields of an object are arguments of their own. */
function inputsOf(layout: Layout, name: string): ExportedInput[] {
  if (layout.kind === "number") return [{ name, size: null }];
  if (layout.kind === "record") {
    return layout.parts.flatMap((part, i) => inputsOf(part, `${name}_${layout.keys[i]}`));
  }
  return [{ name, size: sizeOf(layout) }];
}

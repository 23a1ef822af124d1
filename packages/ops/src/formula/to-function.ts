import type { BinaryOperator, Comparison, Formula } from "./ast.js";

type Evaluate = (env: readonly number[]) => number;

/** The functions that a formula may call, by name. */
export type Functions = Readonly<Record<string, (...args: number[]) => number>>;

/**
 * A formula as a function of numbers, in the order of `names`: closures over the tree, no generated code,
 * so it works under a strict Content-Security-Policy. Same bits as `toJs`.
 *
 * @throws Error for a name or a function that is not given.
 */
export function toFunction(
  formula: Formula,
  names: readonly string[],
  functions: Functions,
): (...values: number[]) => number {
  const evaluate = closure(formula, names, functions);
  return (...values) => evaluate(values);
}

function closure(formula: Formula, names: readonly string[], functions: Functions): Evaluate {
  const of = (part: Formula) => closure(part, names, functions);
  switch (formula.kind) {
    case "number": {
      const { value } = formula;
      return () => value;
    }
    case "name": {
      const index = placeOf(formula.name, names);
      return (env) => env[index] as number;
    }
    case "negate": {
      const inner = of(formula.of);
      return (env) => -inner(env);
    }
    case "binary":
      return arithmetic[formula.operator](of(formula.left), of(formula.right));
    case "choose": {
      const holds = compare[formula.comparison];
      const [left, right, then, otherwise] = [
        of(formula.left),
        of(formula.right),
        of(formula.then),
        of(formula.otherwise),
      ];
      return (env) => (holds(left(env), right(env)) ? then(env) : otherwise(env));
    }
    case "call": {
      const call = functionOf(formula.name, functions);
      const args = formula.args.map(of);
      const [first, second] = args;
      if (args.length === 1 && first) return (env) => call(first(env));
      if (args.length === 2 && first && second) return (env) => call(first(env), second(env));
      return (env) => call(...args.map((arg) => arg(env)));
    }
  }
}

/** Where a name stands among those that are given. */
export function placeOf(name: string, names: readonly string[]): number {
  const index = names.indexOf(name);
  if (index >= 0) return index;
  throw new Error(`The formula reads "${name}"; it is given only ${names.join(", ")}.`);
}

/** The function of that name among those that are given. */
export function functionOf(name: string, functions: Functions): (...args: number[]) => number {
  const call = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (call !== undefined) return call;
  throw new Error(`The formula calls "${name}", which is not given.`);
}

const arithmetic: Record<BinaryOperator, (left: Evaluate, right: Evaluate) => Evaluate> = {
  "+": (left, right) => (env) => left(env) + right(env),
  "-": (left, right) => (env) => left(env) - right(env),
  "*": (left, right) => (env) => left(env) * right(env),
  "/": (left, right) => (env) => left(env) / right(env),
};

/** What a comparison means, in every target: IEEE 754, so NaN is unequal to everything. */
export const compare: Record<Comparison, (left: number, right: number) => boolean> = {
  "<": (left, right) => left < right,
  ">": (left, right) => left > right,
  "<=": (left, right) => left <= right,
  ">=": (left, right) => left >= right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
};

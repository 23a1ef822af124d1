import type { Formula } from "./formula/ast.js";
import { opOf } from "./op.js";

const opOfOperator = { "+": "add", "-": "sub", "*": "mul", "/": "div" } as const;

/**
 * The derivative of a formula with respect to a name, as a formula: for showing, and for derivatives of
 * derivatives. The rules are the partials of the op table; terms that are 0 and factors that are 1 are left out.
 * A choice is differentiated branch by branch.
 *
 * @example
 * toText(differentiate(parseFormula("a * tanh(a)"), "a")) // => "tanh(a) + a * (1 - tanh(a) * tanh(a))"
 */
export function differentiate(formula: Formula, name: string): Formula {
  switch (formula.kind) {
    case "number":
      return number(0, formula);
    case "name":
      return number(formula.name === name ? 1 : 0, formula);
    case "negate":
      return negate(differentiate(formula.of, name));
    case "binary":
      return chainRule(opOfOperator[formula.operator], [formula.left, formula.right], formula, name);
    case "call":
      return chainRule(formula.name, formula.args, formula, name);
    case "choose": {
      const then = differentiate(formula.then, name);
      const otherwise = differentiate(formula.otherwise, name);
      return isNumber(then, 0) && isNumber(otherwise, 0) ? then : { ...formula, then, otherwise };
    }
  }
}

/** The sum over arguments of local derivative * derivative of the argument. */
function chainRule(op: string, args: readonly Formula[], whole: Formula, name: string): Formula {
  const { args: names, params, partialFormulas } = opOf(op);
  const meaning = new Map<string, Formula>(
    Object.entries(params).map(([param, x]) => [param, number(x, whole)]),
  );
  args.forEach((arg, i) => {
    meaning.set([...names, ...Object.keys(params)][i] as string, arg);
  });
  meaning.set("y", whole);
  let sum = number(0, whole);
  names.forEach((_, i) => {
    const inner = differentiate(args[i] as Formula, name);
    if (!isNumber(inner, 0))
      sum = plus(sum, times(substitute(partialFormulas[i] as Formula, meaning), inner));
  });
  return sum;
}

/** The formula with formulas in place of names, simplified where a number came in. */
function substitute(formula: Formula, meaning: ReadonlyMap<string, Formula>): Formula {
  const of = (part: Formula): Formula => substitute(part, meaning);
  switch (formula.kind) {
    case "number":
      return formula;
    case "name":
      return meaning.get(formula.name) ?? formula;
    case "negate":
      return negate(of(formula.of));
    case "binary": {
      const [left, right] = [of(formula.left), of(formula.right)];
      if (formula.operator === "*") return times(left, right);
      if (formula.operator === "-" && left.kind === "number" && right.kind === "number") {
        return number(left.value - right.value, formula);
      }
      return { ...formula, left, right };
    }
    case "call": {
      const args = formula.args.map(of);
      if (formula.name === "pow" && isNumber(args[1], 1)) return args[0] as Formula;
      return { ...formula, args };
    }
    case "choose": {
      const [left, right] = [of(formula.left), of(formula.right)];
      // b == 0 ? 0 : b * pow(a, b - 1) with a number for b needs no choice.
      if (formula.comparison === "==" && left.kind === "number" && right.kind === "number") {
        return of(left.value === right.value ? formula.then : formula.otherwise);
      }
      const [then, otherwise] = [of(formula.then), of(formula.otherwise)];
      return { ...formula, left, right, then, otherwise };
    }
  }
}

const number = (value: number, { span }: Formula): Formula => ({ kind: "number", value, span });

const isNumber = (formula: Formula | undefined, value: number): boolean =>
  formula?.kind === "number" && formula.value === value;

function negate(of: Formula): Formula {
  if (of.kind === "negate") return of.of;
  return isNumber(of, 0) ? of : { kind: "negate", of, span: of.span };
}

function plus(left: Formula, right: Formula): Formula {
  if (isNumber(left, 0)) return right;
  if (right.kind === "negate")
    return { kind: "binary", operator: "-", left, right: right.of, span: left.span };
  return { kind: "binary", operator: "+", left, right, span: left.span };
}

function times(left: Formula, right: Formula): Formula {
  if (isNumber(left, 1)) return right;
  if (isNumber(right, 1)) return left;
  if (isNumber(left, 0)) return left;
  if (isNumber(left, -1)) return negate(right);
  if (left.kind === "negate") return negate(times(left.of, right));
  if (right.kind === "negate") return negate(times(left, right.of));
  return { kind: "binary", operator: "*", left, right, span: left.span };
}

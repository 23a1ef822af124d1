import type { BinaryOperator, Formula } from "../formula/ast.js";

const arithmetic: Readonly<Record<BinaryOperator, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

/**
 * The formula with the named constants put in and arithmetic between numbers done: the same bits, since a machine
 * rounds today as it will later. Compilers of WebAssembly do not do it for lanes.
 */
export function fold(formula: Formula, constants: ReadonlyMap<string, number> = new Map()): Formula {
  const { span } = formula;
  const number = (value: number): Formula => ({ kind: "number", value, span });
  switch (formula.kind) {
    case "number":
      return formula;
    case "name": {
      const value = constants.get(formula.name);
      return value === undefined ? formula : number(value);
    }
    case "negate": {
      const of = fold(formula.of, constants);
      return of.kind === "number" ? number(-of.value) : { ...formula, of };
    }
    case "binary": {
      const [left, right] = [fold(formula.left, constants), fold(formula.right, constants)];
      if (left.kind !== "number" || right.kind !== "number") return { ...formula, left, right };
      return number(arithmetic[formula.operator](left.value, right.value));
    }
    case "choose": {
      const [left, right] = [fold(formula.left, constants), fold(formula.right, constants)];
      const [then, otherwise] = [fold(formula.then, constants), fold(formula.otherwise, constants)];
      return { ...formula, left, right, then, otherwise };
    }
    case "call":
      return { ...formula, args: formula.args.map((arg) => fold(arg, constants)) };
  }
}

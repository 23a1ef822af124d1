import { compare, type Formula, FormulaError, type OpName, opOf } from "@outgrad/ops";
import { lift } from "./lift.js";
import { type Scalar, Value } from "./value.js";

/** What a formula's names stand for, and who wants to know which node came from which part of it. */
export interface Surroundings {
  /** The formula's text, for the caret under a mistake. */
  readonly text: string;
  read(name: string): Scalar;
  computed?(result: Value, part: Formula): void;
}

/** A formula over Values: every operator and call is an op of the table. Plain numbers stay plain numbers. */
export function evaluate(formula: Formula, around: Surroundings): Scalar {
  const operate = (op: OpName, parts: readonly Formula[]): Scalar => {
    const operands = parts.map((part) => evaluate(part, around));
    const wrong = operands.findIndex(
      (operand, i) => i >= opOf(op).args.length && typeof operand !== "number",
    );
    if (wrong >= 0) throw parameterError(op, wrong, around.text, parts[wrong] as Formula);
    const result = apply(op, operands);
    if (result instanceof Value) around.computed?.(result, formula);
    return result;
  };
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "name":
      return around.read(formula.name);
    case "negate":
      return operate("neg", [formula.of]);
    case "binary":
      return operate(opOfOperator[formula.operator], [formula.left, formula.right]);
    case "choose": {
      const left = numberOf(evaluate(formula.left, around));
      const right = numberOf(evaluate(formula.right, around));
      return evaluate(compare[formula.comparison](left, right) ? formula.then : formula.otherwise, around);
    }
    case "call":
      return operate(formula.name as OpName, formula.args);
  }
}

/** An op of arguments, then parameters. Of plain numbers alone the result is a plain number. */
export function apply(name: OpName, operands: readonly Scalar[]): Scalar {
  const op = opOf(name);
  const params = Object.values(op.params).map((usual, i) => operands[op.args.length + i] ?? usual);
  const [first, ...rest] = [...operands.slice(0, op.args.length), ...params] as [Scalar, ...Scalar[]];
  if (typeof first === "number" && rest.every((operand) => typeof operand === "number")) {
    return op.value(first, ...(rest as number[]));
  }
  const self = lift(first, name);
  return (self[name] as (...rest: Scalar[]) => Value).call(self, ...rest);
}

function parameterError(name: OpName, index: number, text: string, part: Formula): FormulaError {
  const { args, params } = opOf(name);
  const param = Object.keys(params)[index - args.length];
  return new FormulaError(`${name}: ${param} is a plain number; no gradient reaches it.`, text, part.span);
}

const opOfOperator = { "+": "add", "-": "sub", "*": "mul", "/": "div" } as const;

const numberOf = (scalar: Scalar): number => (scalar instanceof Value ? scalar.data : scalar);

import { type BinaryOperator, type Comparison, type Formula, intrinsicArity } from "@outgrad/ops";

/** A formula with one mistake in it, and the part of the right formula where it was made. */
export interface Mutant {
  readonly formula: Formula;
  readonly site: Formula;
}

const operators: readonly BinaryOperator[] = ["+", "-", "*", "/"];
const comparisons: readonly Comparison[] = ["<", ">", "<=", ">=", "==", "!="];

/**
 * Every small mistake that can be made in a formula: signs, digits (the sixth and the ninth), numbers, names,
 * operators, lost operands, functions, branches and comparisons, in every part that the result is made of.
 */
export function* mutantsOf(formula: Formula, names: readonly string[]): Generator<Mutant> {
  for (const wrong of mistakes(formula, names)) yield { formula: wrong, site: formula };
  for (const [part, rebuild] of partsWithin(formula)) {
    for (const { formula: inner, site } of mutantsOf(part, names)) yield { formula: rebuild(inner), site };
  }
}

function* mistakes(formula: Formula, names: readonly string[]): Generator<Formula> {
  const { span } = formula;
  const number = (value: number): Formula => ({ kind: "number", value, span });
  if (!(formula.kind === "number" && formula.value === 0)) {
    yield { kind: "negate", of: formula, span };
    for (const digit of [1e-6, 1e-9]) {
      yield { kind: "binary", operator: "*", left: formula, right: number(1 + digit), span };
    }
  }
  switch (formula.kind) {
    case "number":
      yield number(formula.value + 1);
      if (formula.value !== 0) yield number(0);
      break;
    case "name":
      for (const name of names) if (name !== formula.name) yield { ...formula, name };
      break;
    case "negate":
      yield formula.of;
      break;
    case "binary":
      for (const operator of operators) if (operator !== formula.operator) yield { ...formula, operator };
      yield formula.left;
      yield formula.right;
      break;
    case "choose":
      for (const comparison of comparisons) {
        if (comparison !== formula.comparison) yield { ...formula, comparison };
      }
      yield formula.then;
      yield formula.otherwise;
      // biome-ignore lint/suspicious/noThenProperty: a formula's branch, never awaited.
      yield { ...formula, then: formula.otherwise, otherwise: formula.then };
      break;
    case "call":
      for (const [name, [arity]] of Object.entries(intrinsicArity)) {
        if (name !== formula.name && arity === formula.args.length) yield { ...formula, name };
      }
      if (formula.args.length === 2) yield { ...formula, args: formula.args.toReversed() };
      yield* formula.args;
      break;
  }
}

/** The parts that a formula's value is made of (not what a choice compares), each with what replaces it. */
function partsWithin(formula: Formula): [Formula, (part: Formula) => Formula][] {
  switch (formula.kind) {
    case "number":
    case "name":
      return [];
    case "negate":
      return [[formula.of, (of) => ({ ...formula, of })]];
    case "binary":
      return [
        [formula.left, (left) => ({ ...formula, left })],
        [formula.right, (right) => ({ ...formula, right })],
      ];
    case "choose":
      return [
        [formula.then, (then) => ({ ...formula, then })],
        [formula.otherwise, (otherwise) => ({ ...formula, otherwise })],
      ];
    case "call":
      return formula.args.map((arg, i) => [
        arg,
        (part) => ({ ...formula, args: formula.args.map((other, k) => (k === i ? part : other)) }),
      ]);
  }
}

import {
  type Complex,
  compare,
  complexStep,
  evaluateComplex,
  type Formula,
  type Op,
  partsOf,
  toText,
} from "@outgrad/ops";

/** What complex steps are taken of: an op, or a formula with the names that it reads as args. */
export type Steppable = Pick<Op, "formula" | "args" | "params" | "kinks">;

/** Two sides of a comparison that differ by less, relative to the larger, may be equal before rounding. */
const tie = 2 ** -50;

/**
 * The derivative by complex step, or, in words, why there is none: on a kink one of the two formulas that meet there
 * would be taken for both, and at a singularity the step itself shows instead of the slope.
 */
export function analyticSlope(op: Steppable, values: readonly number[], index: number): number | string {
  const names = [...op.args, ...Object.keys(op.params)];
  const name = names[index] as string;
  const infinite = op.args.findIndex((_, i) => !Number.isFinite(values[i]));
  if (infinite >= 0) return `${op.args[infinite]} is not finite`;
  const env = Object.fromEntries(names.map((n, i): [string, Complex] => [n, [values[i] as number, 0]]));
  const [y, imaginary] = evaluateComplex(op.formula, env);
  if (imaginary !== 0) return "the value is not a real number";
  if (!Number.isFinite(y)) return `the value is ${y}`;
  const kink = kinkOf(op.formula, env, name) ?? op.kinks.find((k) => moves(k, env, name) && isZero(k, env));
  if (kink) return `${toText(kink)} is 0, a kink`;

  const slope = complexStep(op, values, index);
  const h = 1e-100 * (Math.min(Math.abs(values[index] as number), 1) || 1);
  const [, part] = evaluateComplex(op.formula, { ...env, [name]: [values[index] as number, h] });
  // Where f is analytic another step gives the same slope; parts below 1e-290 have lost their digits.
  const differs = Math.abs(part / h - slope) > 1e-9 * Math.abs(slope);
  return differs && Math.abs(part) > 1e-290 ? "the function is not analytic here" : slope;
}

type Env = Readonly<Record<string, Complex>>;

/** A difference that decides which formula holds, and is 0. Looks only at the branches that the values take. */
function kinkOf(formula: Formula, env: Env, name: string): Formula | undefined {
  const inside = (parts: readonly Formula[]): Formula | undefined => {
    for (const part of parts) {
      const found = kinkOf(part, env, name);
      if (found) return found;
    }
  };
  switch (formula.kind) {
    case "number":
    case "name":
      return undefined;
    case "negate":
      return inside([formula.of]);
    case "binary":
      return inside([formula.left, formula.right]);
    case "call": {
      const [argument] = formula.args;
      const isTie = formula.name === "abs" && argument && moves(argument, env, name) && isZero(argument, env);
      return isTie ? argument : inside(formula.args);
    }
    case "choose": {
      const { left, right, span } = formula;
      const isSign = right.kind === "number" && right.value === 0;
      const difference: Formula = isSign ? left : { kind: "binary", operator: "-", left, right, span };
      if (moves(difference, env, name) && isZero(difference, env)) return difference;
      return inside([left, right, branch(formula, env)]);
    }
  }
}

/** Whether the formula's value depends on the name, by the branches that the values take. */
function moves(formula: Formula, env: Env, name: string): boolean {
  if (formula.kind === "name") return formula.name === name;
  const parts = formula.kind === "choose" ? [branch(formula, env)] : partsOf(formula);
  return parts.some((part) => moves(part, env, name));
}

function branch(formula: Formula & { readonly kind: "choose" }, env: Env): Formula {
  const holds = compare[formula.comparison](real(formula.left, env), real(formula.right, env));
  return holds ? formula.then : formula.otherwise;
}

function isZero(formula: Formula, env: Env): boolean {
  if (formula.kind !== "binary" || formula.operator !== "-") return real(formula, env) === 0;
  const [left, right] = [real(formula.left, env), real(formula.right, env)];
  const size = Math.max(Math.abs(left), Math.abs(right));
  return left === right || (size < Number.POSITIVE_INFINITY && Math.abs(left - right) <= tie * size);
}

const real = (formula: Formula, env: Env): number => evaluateComplex(formula, env)[0];

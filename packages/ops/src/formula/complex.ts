import type { Formula } from "./ast.js";
import { complexFunctions } from "./complex-functions.js";
import { type Complex, divide, multiply } from "./complex-number.js";
import { compare } from "./to-function.js";

const functions: Readonly<Record<string, (z: Complex, w: Complex) => Complex>> = complexFunctions;

/**
 * The value of a formula on complex numbers: the analytic continuation of what it computes on reals, with principal
 * branches, as C99 has them. A choice compares real parts, and abs(z) is z or -z by the sign of its real part: on
 * either side of a kink that is the function's own formula, so Im f(x + ih) / h is its derivative there. An imaginary
 * part as small as 1e-200 keeps its digits, whatever the real part does.
 *
 * @throws Error for a name that `env` lacks, or a function that has no complex version.
 */
export function evaluateComplex(formula: Formula, env: Readonly<Record<string, Complex>>): Complex {
  const of = (part: Formula) => evaluateComplex(part, env);
  switch (formula.kind) {
    case "number":
      return [formula.value, 0];
    case "name": {
      const value = Object.hasOwn(env, formula.name) ? env[formula.name] : undefined;
      if (value) return value;
      throw new Error(
        `The formula reads "${formula.name}"; it is given only ${Object.keys(env).join(", ")}.`,
      );
    }
    case "negate": {
      const [re, im] = of(formula.of);
      return [-re, 0 - im];
    }
    case "binary": {
      const [a, b] = [of(formula.left), of(formula.right)];
      if (formula.operator === "+") return [a[0] + b[0], a[1] + b[1]];
      if (formula.operator === "-") return [a[0] - b[0], a[1] - b[1]];
      return formula.operator === "*" ? multiply(a, b) : divide(a, b);
    }
    case "choose": {
      const holds = compare[formula.comparison](of(formula.left)[0], of(formula.right)[0]);
      return of(holds ? formula.then : formula.otherwise);
    }
    case "call": {
      const { name } = formula;
      const call = Object.hasOwn(functions, name) ? functions[name] : undefined;
      if (call) return call(...(formula.args.map(of) as [Complex, Complex]));
      throw new Error(`The formula calls "${name}", which has no complex version.`);
    }
  }
}

export type { Complex };

import type { Formula } from "../formula/ast.js";
import { parseFormula } from "../formula/parse.js";

/** Functions by more common ones, without differences of nearly equal numbers where x is small. */
const programs: Readonly<Record<string, readonly [args: readonly string[], text: string]>> = {
  expm1: [["x"], "x > 1 ? exp(x) - 1 : tanh(0.5 * x) * (exp(x) + 1)"],
  log1p: [["x"], "x > 0.5 ? log(1 + x) : 2 * atanh(x / (2 + x))"],
  exp2: [["x"], "pow(2, x)"],
  log2: [["x"], "log(x) * 1.4426950408889634"],
  log10: [["x"], "log(x) * 0.4342944819032518"],
  cbrt: [["x"], "x < 0 ? -pow(-x, 0.3333333333333333) : pow(x, 0.3333333333333333)"],
  erfc: [["x"], "1 - erf(x)"],
  ndtr: [["x"], "0.5 * (1 + erf(0.7071067811865476 * x))"],
  normpdf: [["x"], "0.3989422804014327 * exp(-0.5 * x * x)"],
  // The quotient of two infinities is that of their signs; what is 0 has a sign too, which its reciprocal shows.
  atan2: [
    ["a", "b"],
    "b > 0 ? atan(a == b ? 1 : -a == b ? -1 : a / b) : " +
      "b < 0 ? atan(a == b ? 1 : -a == b ? -1 : a / b) + " +
      "(a < 0 ? -3.141592653589793 : 1 / a < 0 ? -3.141592653589793 : 3.141592653589793) : " +
      "b != b ? b : a > 0 ? 1.5707963267948966 : a < 0 ? -1.5707963267948966 : a != a ? a : " +
      "1 / b < 0 ? (1 / a < 0 ? -3.141592653589793 : 3.141592653589793) : a",
  ],
};

/**
 * The arguments of a function and a formula for it of functions that nearly every machine has, for one that lacks it; undefined
 * where there is none. Near enough in float32, and not the bits of this package's own function.
 */
export function composedFunction(
  name: string,
): readonly [args: readonly string[], formula: Formula] | undefined {
  const found = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (found === undefined) return undefined;
  const [names, text] = found;
  return [names, parseFormula(text)];
}

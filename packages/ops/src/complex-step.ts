import { type Complex, evaluateComplex } from "./formula/complex.js";
import type { Op } from "./op.js";

/** What complexStep reads of an op. */
type Steppable = Pick<Op, "formula" | "args" | "params">;

/** An imaginary part below this has lost digits to the end of the doubles' range. */
const faint = 1e-290;

/**
 * The derivative of an op's value by the argument or parameter with that index (arguments first, then parameters) at
 * `values`, by the complex step Im f(x + ih) / h. Nothing is subtracted, so no digits cancel: with h = 1e-200, and less
 * beside a tiny x, h^2 is nothing, and the error is a few rounding errors. Where a derivative is so small that times h
 * it would vanish, longer steps are taken, up to 1e-20 |x|. NaN where the value itself is not a real number.
 *
 * @throws Error for an index that is neither an argument nor a parameter.
 */
export function complexStep(op: Steppable, values: readonly number[], index: number): number {
  const names = [...op.args, ...Object.keys(op.params)];
  const x = values[index];
  if (x === undefined || index >= names.length) {
    throw new Error(`complexStep: there is no value ${index}; the op takes ${names.join(", ")}.`);
  }
  const evaluate = (h: number) => {
    const env = names.map((name, i): [string, Complex] => [name, [values[i] as number, i === index ? h : 0]]);
    return evaluateComplex(op.formula, Object.fromEntries(env));
  };
  const [value, turned] = evaluate(0);
  if (Number.isNaN(value) || turned !== 0) return NaN;
  const size = Math.abs(x) || 1;
  let h = Math.max(Number.MIN_VALUE, Math.min(1e-200, 1e-20 * size));
  let [, part] = evaluate(h);
  while (Math.abs(part) < faint && h < 1e-20 * size) {
    h *= 1e10;
    part = evaluate(h)[1];
  }
  return part / h;
}

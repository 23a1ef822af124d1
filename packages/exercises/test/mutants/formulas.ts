import { type Mistake, mistake } from "./mistake.ts";
import { primitives, type Syntax } from "./syntax.ts";

/** Wrong formulas of x, y, k and the result r, with what each is called. */
type Wrong = readonly [formula: string, codes: string, name?: string];

/** What people write for the value of an op. */
const values: Readonly<Record<string, readonly Wrong[]>> = {
  add: [
    ["x - y", "wrong-op"],
    ["x * y", "wrong-op"],
    ["y - x", "wrong-op"],
    ["x + x", "forward-wrong"],
    ["y + y", "forward-wrong"],
    ["-(x + y)", "forward-wrong"],
    ["abs(x) + abs(y)", "forward-wrong"],
    ["x + y * 2", "forward-wrong"],
    ["round(x + y)", "forward-wrong"],
  ],
  mul: [
    ["x + y", "wrong-op"],
    ["x / y", "wrong-op"],
    ["x ** y", "wrong-op"],
    ["x * x", "forward-wrong"],
    ["y * y", "forward-wrong"],
    ["-x * y", "forward-wrong"],
    ["x * abs(y)", "forward-wrong"],
    ["2 * x * y", "forward-wrong"],
  ],
  pow: [
    ["k ** x", "swapped", "base and exponent swapped"],
    ["x * k", "wrong-op"],
    ["x ** (k - 1)", "forward-wrong"],
    ["x ** 2", "forward-wrong"],
    ["x ** abs(k)", "forward-wrong"],
    ["x ** -k", "forward-wrong"],
    ["x ** round(k)", "forward-wrong"],
    ["k * x ** (k - 1)", "forward-wrong"],
    ["exp(k * x)", "forward-wrong"],
  ],
  exp: [
    ["2.71828 ** x", "forward-wrong", "2.71828 for e"],
    ["2.718 ** x", "forward-wrong"],
    ["2.7 ** x", "forward-wrong"],
    ["2 ** x", "forward-wrong"],
    ["10 ** x", "forward-wrong"],
    ["x ** 2.718281828459045", "forward-wrong swapped"],
    ["exp(-x)", "forward-wrong"],
    ["exp(x) - 1", "forward-wrong"],
    ["1 / exp(x)", "forward-wrong wrong-op"],
    ["x", "forward-wrong"],
    ["exp(2 * x)", "forward-wrong"],
    ["exp(exp(x))", "forward-wrong"],
    ["exp(1) * x", "forward-wrong"],
    ["1 + x + x ** 2 / 2", "forward-wrong"],
    ["log(x)", "wrong-op forward-wrong"],
  ],
  log: [
    ["log(x) / log(10)", "forward-wrong", "log to the base of 10"],
    ["log(x) / log(2)", "forward-wrong", "log to the base of 2"],
    ["1 / x", "forward-wrong"],
    ["-log(x)", "forward-wrong wrong-op"],
    ["log(1 + x)", "forward-wrong"],
    ["exp(x)", "wrong-op forward-wrong"],
    ["x - 1", "forward-wrong"],
    ["log(x * x)", "forward-wrong"],
    ["log(x) + 1e-3", "forward-wrong"],
  ],
  tanh: [
    ["(exp(2 * x) + 1) / (exp(2 * x) - 1)", "forward-wrong wrong-op", "numerator and denominator swapped"],
    ["(exp(x) - 1) / (exp(x) + 1)", "forward-wrong"],
    ["(exp(2 * x) - 1) / exp(2 * x) + 1", "forward-wrong"],
    ["exp(2 * x) - 1 / exp(2 * x) + 1", "forward-wrong"],
    ["(exp(-2 * x) - 1) / (exp(-2 * x) + 1)", "forward-wrong wrong-op"],
    ["(exp(x) + exp(-x)) / (exp(x) - exp(-x))", "forward-wrong wrong-op"],
    ["(exp(x) - exp(-x)) / 2", "forward-wrong"],
    ["1 / (1 + exp(-x))", "forward-wrong"],
    ["1 / (1 + exp(-2 * x))", "forward-wrong"],
    ["(exp(2 * x) - 1) / (exp(x) + 1)", "forward-wrong"],
    ["x / (1 + abs(x))", "forward-wrong"],
    ["(2.71828 ** (2 * x) - 1) / (2.71828 ** (2 * x) + 1)", "forward-wrong"],
    ["2 / (1 + exp(-2 * x))", "forward-wrong"],
    ["x", "forward-wrong"],
    ["exp(x)", "wrong-op forward-wrong"],
  ],
};

/** What people write for a slope; of two operands the first list is the first line's. */
const slopes: Readonly<Record<string, readonly (readonly Wrong[])[]>> = {
  add: [
    [
      ["x", "grad-uses-in grad-wrong"],
      ["y", "grad-wrong"],
      ["r", "grad-uses-out"],
      ["2.0", "grad-wrong"],
      ["-1.0", "grad-sign"],
      ["0.0", "one-side-only"],
      ["0.5", "grad-wrong"],
    ],
    [
      ["y", "grad-uses-in grad-wrong"],
      ["x", "grad-wrong"],
      ["-1.0", "grad-sign"],
      ["2.0", "grad-wrong"],
    ],
  ],
  mul: [
    [
      ["x", "grad-uses-in grad-wrong swapped-grads"],
      ["r", "grad-uses-out"],
      ["-y", "grad-sign"],
      ["2 * y", "grad-wrong"],
      ["1.0", "grad-wrong"],
      ["(x + y)", "grad-wrong"],
      ["(1 / y)", "grad-wrong"],
      ["x * y", "grad-uses-out grad-wrong"],
    ],
    [
      ["y", "grad-uses-in grad-wrong swapped-grads"],
      ["r", "grad-uses-out"],
      ["-x", "grad-sign"],
      ["2 * x", "grad-wrong"],
      ["1.0", "grad-wrong"],
      ["x * x", "grad-wrong"],
    ],
  ],
  pow: [
    [
      ["x ** (k - 1)", "pow-no-k", "forgets the factor k"],
      ["k * x ** k", "pow-exponent", "exponent k"],
      ["k * x ** (k + 1)", "pow-exponent"],
      ["k * x ** (k - 2)", "pow-exponent"],
      ["(k - 1) * x ** (k - 1)", "grad-wrong pow-no-k"],
      ["(k - 1) * x ** k", "grad-wrong"],
      ["k * x * (k - 1)", "grad-wrong"],
      ["k * x", "grad-wrong pow-exponent"],
      ["x ** k", "grad-uses-out pow-no-k pow-exponent"],
      ["r", "grad-uses-out"],
      ["k * r", "pow-exponent"],
      ["x ** k * log(abs(x))", "grad-wrong"],
      ["(k * x) ** (k - 1)", "grad-wrong"],
      ["(k * x ** k - 1)", "grad-wrong pow-exponent"],
      ["2 * x", "grad-wrong pow-no-k"],
      ["k * abs(x) ** (k - 1)", "grad-wrong grad-sign"],
      ["-k * x ** (k - 1)", "grad-sign"],
      ["k / x ** (k - 1)", "grad-wrong"],
      ["k", "grad-wrong pow-exponent"],
      ["x ** (k - 1) / k", "grad-wrong pow-no-k"],
      ["(k + x ** (k - 1))", "grad-wrong pow-no-k"],
    ],
  ],
  exp: [
    [
      ["x", "grad-uses-in", "the input for the result"],
      ["1.0", "grad-wrong"],
      ["x * r", "grad-wrong"],
      ["exp(r)", "grad-wrong"],
      ["r ** 2", "grad-wrong"],
      ["-r", "grad-sign"],
      ["x * exp(x - 1)", "grad-wrong"],
      ["(1 / r)", "grad-wrong"],
      ["(1 / x)", "grad-wrong"],
      ["log(abs(x))", "grad-wrong"],
      ["(r - 1)", "grad-wrong"],
      ["2 * r", "grad-wrong"],
      ["r * (1 - r)", "grad-wrong"],
    ],
  ],
  log: [
    [
      ["r", "grad-uses-out", "the result for the slope"],
      ["x", "grad-uses-in"],
      ["(-1 / x)", "grad-sign"],
      ["(1 / x ** 2)", "grad-wrong"],
      ["(1 / r)", "grad-wrong"],
      ["exp(x)", "grad-wrong"],
      ["(1 / (x * log(10)))", "grad-wrong"],
      ["log(x)", "grad-uses-out"],
      ["(1 / (1 + x))", "grad-wrong"],
      ["(-1 / x ** 2)", "grad-wrong"],
      ["1.0", "grad-wrong"],
      ["(2 / x)", "grad-wrong"],
    ],
  ],
  tanh: [
    [
      ["(1 - x ** 2)", "grad-wrong grad-uses-in", "1 - x^2"],
      ["(1 + r ** 2)", "grad-wrong", "1 + t^2"],
      ["(1 - r)", "grad-wrong"],
      ["r ** 2", "grad-wrong"],
      ["(r ** 2 - 1)", "grad-sign"],
      ["(1 - 2 * r)", "grad-wrong"],
      ["(1 - 2 * r ** 2)", "grad-wrong"],
      ["r * (1 - r)", "grad-wrong"],
      ["(1 - r) ** 2", "grad-wrong"],
      ["(1 - r ** 3)", "grad-wrong"],
      ["r", "grad-uses-out"],
      ["x", "grad-uses-in"],
      ["1.0", "grad-wrong"],
      ["2 * (1 - r ** 2)", "grad-wrong"],
      ["1 - r ** 2", "grad-wrong no-chain", "no parentheses around 1 - t^2"],
      ["(1 / (1 - r ** 2))", "grad-wrong"],
      ["(1 / (1 + x ** 2))", "grad-wrong"],
    ],
  ],
};

/** The mistakes in the formulas: of the value, and of each slope. */
export function formulas(syntax: Syntax): Mistake[] {
  const { end } = syntax;
  return primitives(syntax).flatMap(({ op, data, slopes: right }) => [
    ...(values[op] ?? []).map(([formula, codes, name]) =>
      mistake(op, name ?? `value is ${formula}`, codes, [
        op,
        `(${syntax.formula(data)},`,
        `(${syntax.formula(formula)},`,
      ]),
    ),
    ...right.flatMap((slope, i) =>
      (slopes[op]?.[i] ?? []).map(([formula, codes, name]) => {
        const line = (local: string) =>
          `${i === 0 ? syntax.self : syntax.other}.grad += ${syntax.formula(local)} * out.grad${end}`;
        const at = right.length === 1 ? "" : i === 0 ? " in the first line" : " in the second line";
        return mistake(op, `${name ?? `slope is ${formula}`}${at}`, codes, [op, line(slope), line(formula)]);
      }),
    ),
  ]);
}

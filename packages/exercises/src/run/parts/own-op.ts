import { expression, type Value, value } from "@outgrad/engine";
import { judge, type Suspect } from "../causes.js";
import { decimal } from "../probe.js";
import type { Part } from "../trial.js";

const formula = expression("(5*x**3 - 3*x) / 2");

const wrongValues: readonly (readonly [code: string, formula: string])[] = [
  ["half-forgotten", "5*x**3 - 3*x"],
  ["half-one-term", "5*x**3 - 3*x/2"],
  ["term-sign", "(5*x**3 + 3*x) / 2"],
  ["term-forgotten", "5*x**3 / 2"],
  ["wrong-exponent", "(5*x**2 - 3*x) / 2"],
  ["slope-as-value", "(15*x**2 - 3) / 2"],
];

/** Wrong slopes, at the input x and with the result y. */
const wrongSlopes: readonly (readonly [code: string, formula: string])[] = [
  ["grad-sign", "(3 - 15*x**2) / 2"],
  ["half-forgotten", "15*x**2 - 3"],
  ["half-one-term", "15*x**2 - 3/2"],
  ["term-sign", "(15*x**2 + 3) / 2"],
  ["term-forgotten", "15*x**2 / 2"],
  ["factor-forgotten", "(5*x**2 - 3) / 2"],
  ["wrong-exponent", "(15*x**3 - 3) / 2"],
  ["wrong-exponent", "(15*x - 3) / 2"],
  ["grad-uses-out", "(15*y**2 - 3) / 2"],
  ["value-as-slope", "y"],
];

/** The value, the gradient of the input and of what the input was made of, and the input's number afterwards. */
type Answer = [value: number, grad: number, onwards: number, after: number];

/** P₃ as one operation of the learner's class, used twice, so that gradients have to be added. */
export const ownOp: Part = {
  topic: "legendre",
  within: "Value",
  run(trial) {
    const x = decimal(trial.random, 1.1, 1.9);
    const upstream = [decimal(trial.random, 1.2, 1.9), decimal(trial.random, 2.1, 2.9)] as const;
    const example = { call: "a.legendre()", at: { a: x } };
    const input: Value = value(x);
    const out = formula({ x: input });
    out.backward();
    const [seen, grad, onwards, after] = trial.ask<Answer>("legendre", [x, upstream], example, [0, 0, 0, 0]);
    if (after !== x) trial.fail("mutates-input", { example, seen: after, wanted: x });
    judge(trial, {
      seen,
      wanted: out.data,
      suspects: wrongValues.map(([code, text]): Suspect => [code, expression(text)({ x }).data]),
      example,
      otherwise: "wrong-result",
    });
    const total = upstream[0] + upstream[1];
    const slope = input.grad;
    const [first, second] = upstream;
    const call =
      trial.language === "python"
        ? `a.legendre() * ${first} + a.legendre() * ${second}`
        : `a.legendre().mul(${first}).add(a.legendre().mul(${second}))`;
    judge(trial, {
      seen: grad,
      wanted: slope * total,
      suspects: [
        ["graph-cut", 0],
        ["no-chain", 2 * slope],
        ["overwrites-grad", slope * first],
        ["overwrites-grad", slope * second],
        ["no-chain", slope],
        ...wrongSlopes.map(
          ([code, text]): Suspect => [code, total * expression(text)({ x, y: out.data }).data],
        ),
      ],
      example: { call, at: { a: x } },
      otherwise: "grad-wrong",
      more: { rule: "(15 * a ** 2 - 3) / 2" },
    });
    if (onwards === 0) trial.fail("lost-child", { example, seen: onwards, wanted: grad });
  },
};

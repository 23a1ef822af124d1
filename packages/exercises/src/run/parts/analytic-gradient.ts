import { expression, type Value, value } from "@outgrad/engine";

import { judge, type Suspect } from "../causes.js";
import { near } from "../numbers.js";
import { decimal } from "../probe.js";
import type { Part } from "../trial.js";

const formula = expression("-a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5");

type Mistake = readonly [code: string, formula: string, details?: Readonly<Record<string, string>>];

/** Wrong derivatives as they are often found, in the order in which they are looked for. */
const mistakes: Readonly<Record<"a" | "b" | "c", readonly Mistake[]>> = {
  a: [
    ["slope-sign", "3*a**2 + 0.5*a**-0.5"],
    ["term-sign", "3*a**2 - 0.5*a**-0.5", { term: "-a³" }],
    ["term-sign", "-3*a**2 + 0.5*a**-0.5", { term: "-√a" }],
    ["factor-forgotten", "-a**2 - 0.5*a**-0.5", { term: "-a³", k: "3" }],
    ["factor-forgotten", "-3*a**2 - a**-0.5", { term: "-√a", k: "½" }],
    ["wrong-exponent", "-3*a**3 - 0.5*a**-0.5", { term: "-a³", exponent: "2" }],
    ["wrong-exponent", "-3*a - 0.5*a**-0.5", { term: "-a³", exponent: "2" }],
    ["wrong-exponent", "-3*a**2 - 0.5*a**0.5", { term: "-√a", exponent: "-½" }],
    ["wrong-exponent", "-3*a**2 - 0.5*a**-1.5", { term: "-√a", exponent: "-½" }],
    ["term-forgotten", "-3*a**2", { term: "-√a" }],
    ["term-forgotten", "-0.5*a**-0.5", { term: "-a³" }],
    ["root-bracket", "-3*a**2 - 1/2*a**0.5"],
  ],
  b: [
    ["slope-sign", "-3*cos(3*b) - 2.5*b**1.5"],
    ["inner-derivative", "cos(3*b) + 2.5*b**1.5"],
    ["inner-argument", "3*cos(b) + 2.5*b**1.5"],
    ["inner-argument", "cos(b) + 2.5*b**1.5"],
    ["sin-to-cos", "3*sin(3*b) + 2.5*b**1.5"],
    ["sin-to-cos", "sin(3*b) + 2.5*b**1.5"],
    ["term-sign", "-3*cos(3*b) + 2.5*b**1.5", { term: "sin(3b)" }],
    ["term-sign", "3*cos(3*b) - 2.5*b**1.5", { term: "b^2.5" }],
    ["factor-forgotten", "3*cos(3*b) + b**1.5", { term: "b^2.5", k: "2.5" }],
    ["wrong-exponent", "3*cos(3*b) + 2.5*b**2.5", { term: "b^2.5", exponent: "1.5" }],
    ["wrong-exponent", "3*cos(3*b) + 2.5*b**0.5", { term: "b^2.5", exponent: "1.5" }],
    ["term-forgotten", "3*cos(3*b)", { term: "b^2.5" }],
    ["term-forgotten", "2.5*b**1.5", { term: "sin(3b)" }],
  ],
  c: [
    ["slope-sign", "-1/c**2"],
    ["wrong-exponent", "1/c", { term: "-1/c", exponent: "-2" }],
    ["wrong-exponent", "-1/c", { term: "-1/c", exponent: "-2" }],
    ["wrong-exponent", "1/c**3", { term: "-1/c", exponent: "-2" }],
    ["wrong-exponent", "c**2", { term: "-1/c", exponent: "-2" }],
    ["reciprocal-log", "log(c)"],
    ["reciprocal-log", "-log(c)"],
  ],
};

const letters = ["a", "b", "c"] as const;

/** The gradient of f(a, b, c) by formulas. Each component is compared with the engine's, and with those of mistakes. */
export const analyticGradient: Part = {
  topic: "gradient",
  run(trial) {
    const at = {
      a: decimal(trial.random, 1.2, 3),
      b: decimal(trial.random, 1.2, 3),
      c: decimal(trial.random, 1.2, 4),
    };
    const leaves = { a: value(at.a), b: value(at.b), c: value(at.c) };
    const result = formula(leaves);
    result.backward();
    const wanted = letters.map((letter) => (leaves[letter] as Value).grad);
    const example = { call: `${trial.name}(a, b, c)`, at };
    const seen = trial.call(Object.values(at), wanted, example);
    if (near(seen, wanted)) return;
    if (near([...seen].sort(), [...wanted].sort())) trial.fail("order-of-components", { example });
    if (
      near(
        seen,
        seen.map(() => result.data),
      )
    )
      trial.fail("not-a-gradient", { example });
    for (const [i, letter] of letters.entries()) {
      judge(trial, {
        seen: seen[i] as number,
        wanted: wanted[i] as number,
        suspects: mistakes[letter].map(([code, text, details]): Suspect => {
          return [code, expression(text)({ [letter]: at[letter] }).data, details ?? {}];
        }),
        example,
        otherwise: "slope-wrong",
        of: letter,
      });
    }
  },
};

import { type Formula, namesIn, parseProgram, partsOf, toText } from "@outgrad/ops";
import { expect, test } from "vitest";
import * as rules from "../src/generated/rules.js";
import type { Rule } from "../src/index.js";
import { numberParts } from "../src/optim/number-parts.js";

test("numberParts(lines, names) computes what numbers alone give in doubles, and leaves the rest", () => {
  const lines = parseProgram("g = -a * x\nm = b * m + (1 - b) * g * max(2 * a, sqrt(b)) / -(a * b + 1)");
  const { lines: rest, complete } = numberParts(lines, ["a", "b"]);
  expect(rest.map(({ name, formula }) => `${name} = ${toText(formula)}`)).toEqual([
    "g = part0 * x",
    "m = b * m + part1 * g * max(part2, sqrt(b)) / part3",
  ]);
  expect(complete({ a: 3, b: 0.9 })).toEqual({
    a: 3,
    b: 0.9,
    part0: -3,
    part1: 1 - 0.9,
    part2: 6,
    part3: -(3 * 0.9 + 1),
  });
});

test.each(Object.entries(rules as Record<string, Rule>))(
  "%s has no arithmetic of numbers alone left for a GPU's singles",
  (_, rule) => {
    const program = parseProgram(rule.program);
    const arrays = ["p", "grad", ...rule.memory, ...program.map(({ name }) => name)];
    const numbers = program.flatMap(({ formula }) =>
      [...namesIn(formula)].filter((name) => !arrays.includes(name)),
    );
    const { lines } = numberParts(program, [...new Set(numbers)]);
    const check = (formula: Formula): void => {
      if (partsOf(formula).length === 0) return;
      expect(
        [...namesIn(formula)].filter((name) => arrays.includes(name)),
        toText(formula),
      ).not.toEqual([]);
      partsOf(formula).forEach(check);
    };
    for (const { formula } of lines) check(formula);
  },
);

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { random } from "@outgrad/engine/random";
import * as formulas from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { expect, test } from "vitest";
import { printRules } from "../scripts/print-rules.mjs";
import * as rules from "../src/generated/rules.js";
import type { Rule } from "../src/index.js";
import * as programs from "../src/optim/programs.js";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

test("src/generated/rules.ts is what the programs give; else run pnpm generate", () => {
  const file = fromHere("../src/generated/rules.ts");
  const biome = fromHere("../../../node_modules/.bin/biome");
  const formatted = execFileSync(biome, ["format", `--stdin-file-path=${file}`], {
    input: printRules(programs, formulas),
    encoding: "utf8",
  });
  expect(readFileSync(file, "utf8")).toBe(formatted);
});

test("a program that calls what loops do not know is refused", () => {
  expect(() => printRules({ bad: "p = erf(p)" }, formulas)).toThrow("bad calls erf, and loops know only abs");
});

test.each(Object.entries(rules as Record<string, Rule>))(
  "the loop of %s gives the bits of its program, interpreted line by line",
  (_, rule) => {
    const lines = formulas.parseProgram(rule.program);
    const stream = random(3);
    const functions = { ...intrinsics };
    const reads = lines.flatMap(({ formula }) => [...formulas.namesIn(formula)]);
    const names = [...new Set(["p", "grad", ...rule.memory, ...reads])];
    const arrays = names.map(() => Float64Array.from({ length: 20 }, () => stream.uniform(0.1, 2)));
    const numbers = Object.fromEntries(names.map((name) => [name, stream.uniform(0.1, 0.9)]));
    const changed = ["p", ...rule.memory];
    const expected = Array.from({ length: 20 }, (_, i) => {
      const env: Record<string, number> = { ...numbers };
      for (const name of ["p", "grad", ...rule.memory])
        env[name] = arrays[names.indexOf(name)]?.[i] as number;
      for (const { name, formula } of lines) {
        const known = Object.keys(env);
        env[name] = formulas.toFunction(formula, known, functions)(...Object.values(env));
      }
      return changed.map((name) => env[name]);
    });
    const given = Object.fromEntries(names.map((name, k) => [name, arrays[k] as Float64Array]));
    rule.loop(3, 17, given, numbers);
    expected.slice(3, 17).forEach((row, i) => {
      expect(changed.map((name) => given[name]?.[i + 3])).toEqual(row);
    });
  },
);

import { compile, expression, type Value } from "@outgrad/engine";
import { type ExportOptions, toC } from "@outgrad/engine/export";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mustEqual } from "../compile/agreement.js";
import { leavesOf, recipes, run } from "../compile/programs.js";
import { type Engine, engines } from "../engines.js";
import { type netNames, netOf } from "../nets.js";
import { everyOp, replayed, rowsOfEveryOp, sizeOfEveryOp, sumOfEveryOp } from "./awkward.ts";
import { languages, runIn } from "./run.ts";

/** Fails unless the program gives these numbers, bit for bit. */
function mustGive(name: string, found: number[][] | null, wanted: readonly (readonly number[])[]): void {
  if (found === null) return;
  expect(found.length).toBe(wanted.length);
  found.forEach((row, i) => {
    mustEqual(`${name}, row ${i}`, row, wanted[i] as number[]);
  });
}

/** How much is run. */
interface Extent {
  readonly texts: readonly string[];
  readonly nets: readonly (typeof netNames)[number][];
  /** How many random programs, in JavaScript and in the other languages. */
  readonly programs: readonly [inJavaScript: number, elsewhere: number];
}

/** The tests that every language computes the bits of replay. */
export const sameBits = ({ texts, nets, programs }: Extent): void =>
  describe.each(languages)("$name has the bits of replay", (language) => {
    const { name } = language;
    const rows = rowsOfEveryOp(30);
    const args = [new Array<number>(sizeOfEveryOp).fill(1)];

    it("in the value of every op, at awkward numbers and in its domain", () => {
      const compiled = compile(everyOp, { target: "replay" });
      const wanted = rows.map((row) => compiled.value(row as never) as unknown as number[]);
      mustGive(name, runIn(language, everyOp, { args }, rows), wanted);
    });

    it("in the partials of every op, at awkward numbers and in its domain", () => {
      const found = runIn(language, sumOfEveryOp, { args, gradient: true }, rows);
      mustGive(name, found, replayed(sumOfEveryOp, rows));
    });

    it.each(texts)("in %s and its gradient", (text) => {
      const f = expression(text);
      const numbers = [
        [2, -3, 10, -2, 0.7],
        [0.5, 0.25, -4, 1e-3, 1],
        [0, -0, 0, -0, 0],
      ];
      const given = numbers.map((row) => row.slice(0, f.names.length));
      const compiled = compile(
        (x: Value[]) => f(Object.fromEntries(f.names.map((n, i) => [n, x[i] as Value]))),
        {
          target: "replay",
        },
      );
      const wanted = given
        .map((row) => compiled.valueAndGradient(row))
        .map(([value, own]) => [value, ...own]);
      mustGive(name, runIn(language, f, { gradient: true }, given), wanted as number[][]);
    });

    it.each(nets)("in the loss of a net and its gradient for the weights: %s", (net) => {
      const { weights, loss } = netOf(net, engines[0] as Engine) as unknown as {
        weights: Value[];
        loss: () => Value;
      };
      const options: ExportOptions = { gradient: true, parameters: "arguments" };
      // In the order of their first use, which the text has.
      const parameters = toC(loss, options).parameters;
      const compiled = compile(loss, { target: "replay" });
      const wanted = [compiled.step(), ...parameters.map((weight) => weight.grad)];
      expect(weights.length).toBe(parameters.length);
      const found = runIn(language, loss, options, [parameters.map(({ data }) => data)]);
      mustGive(name, found, [wanted]);
    });

    it("in random programs and their gradients", () => {
      const numRuns = programs[name === "toTypeScript" ? 0 : 1];
      fc.assert(
        fc.property(recipes, (recipe) => {
          const leaves = leavesOf(recipe);
          const f = () => run(recipe, leaves);
          const options: ExportOptions = { gradient: true, parameters: "arguments" };
          const { parameters } = toC(f, options);
          const compiled = compile(f, { target: "replay" });
          const wanted = [compiled.step(), ...parameters.map((leaf) => leaf.grad)];
          mustGive(name, runIn(language, f, options, [parameters.map(({ data }) => data)]), [wanted]);
        }),
        { numRuns },
      );
    });
  });

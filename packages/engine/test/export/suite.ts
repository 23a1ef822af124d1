import { compile, expression, type Value } from "@outgrad/engine";
import { toC } from "@outgrad/engine/export";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mustEqual } from "../compile/agreement.js";
import { leavesOf, recipes, run } from "../compile/programs.js";
import { type Engine, engines } from "../engines.js";
import { type netNames, netOf } from "../nets.js";
import { everyOp, replayed, rowsOfEveryOp, sizeOfEveryOp, sumOfEveryOp } from "./awkward.ts";
import { type Language, languages, type Made, runIn } from "./run.ts";

/** Fails unless the program gave these numbers, bit for bit. */
function mustGive(name: string, made: Made | null, wanted: readonly (readonly number[])[]): void {
  if (made === null) return;
  expect(made.found.length).toBe(wanted.length);
  made.found.forEach((row, i) => {
    mustEqual(`${name}, row ${i}`, row, wanted[i] as number[]);
  });
}

/** Fails unless the value and the gradient for the Values from outside are those of step(). */
function mustTrain(language: Language, loss: () => Value): void {
  const made = runIn(language, loss, { gradient: true, parameters: "arguments" }, "parameters");
  const value = compile(loss, { target: "replay" }).step();
  mustGive(language.name, made, [[value, ...(made?.parameters ?? []).map(({ grad }) => grad)]]);
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
      const made = runIn(language, sumOfEveryOp, { args, gradient: true }, rows);
      mustGive(name, made, replayed(sumOfEveryOp, rows));
    });

    it.each(texts)("in %s and its gradient", (text) => {
      const f = expression(text);
      const given = [
        [2, -3, 10, -2, 0.7],
        [0.5, 0.25, -4, 1e-3, 1],
        [0, -0, 0, -0, 0],
      ].map((row) => row.slice(0, f.names.length));
      const ofList = (x: Value[]) => f(Object.fromEntries(f.names.map((n, i) => [n, x[i] as Value])));
      mustGive(name, runIn(language, f, { gradient: true }, given), replayed(ofList, given));
    });

    it.each(nets)("in the loss of a net and its gradient for the weights: %s", (net) => {
      const made = netOf(net, engines[0] as Engine);
      const { weights, loss } = made as unknown as { weights: Value[]; loss: () => Value };
      mustTrain(language, loss);
      expect(toC(loss).parameters.length).toBe(weights.length);
    });

    it("in random programs and their gradients", () => {
      const numRuns = programs[name === "toTypeScript" ? 0 : 1];
      const property = fc.property(recipes, (recipe) => {
        const leaves = leavesOf(recipe);
        mustTrain(language, () => run(recipe, leaves));
      });
      fc.assert(property, { numRuns, endOnFailure: true });
    });
  });

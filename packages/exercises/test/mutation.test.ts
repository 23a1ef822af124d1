import { describe, expect, it } from "vitest";
import { behaviourIn } from "./mutants/behaviour/behaviour.ts";
import { correctClasses } from "./mutants/correct.ts";
import { expectGood } from "./mutants/expectations.ts";
import { hashOf, mutants } from "./mutants/generate.ts";
import { graderOf } from "./mutants/graders.ts";
import { judge, wrongClasses } from "./mutants/score.ts";
import { sketched } from "./mutants/sketched.ts";
import { tableOf } from "./mutants/table.ts";

/** One in so many wrong classes is tried here; all of them in the long tests. */
const oneIn = 20;

it("the mistakes of the sketch are all among ours, and none of them is held back", () => {
  const all = (["typescript", "python"] as const).flatMap((language) => mutants(language));
  const found = all.filter(({ name }) => sketched.has(name));
  expect(new Set(found.map(({ name }) => name))).toEqual(sketched);
  expect(found.filter(({ heldBack }) => heldBack)).toEqual([]);
});

describe.each(["typescript", "python"] as const)("%s", (language) => {
  it("has more than 150 distinct wrong classes, about half of them held back", () => {
    const all = mutants(language);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(150);
    const heldBack = all.filter((mutant) => mutant.heldBack).length;
    expect(heldBack / all.length).toBeGreaterThan(0.4);
    expect(heldBack / all.length).toBeLessThan(0.55);
  });

  it("has more than 20 right classes, which do what a Value must", async () => {
    const behaviourOf = await behaviourIn(language);
    const correct = correctClasses(language);
    expect(correct.length).toBeGreaterThan(20);
    expect(
      correct
        .map(({ name, text }) => ({ name, ...behaviourOf(text) }))
        .filter(({ wrong }) => wrong.length > 0),
    ).toEqual([]);
  });

  it("a sample of wrong classes is flagged and its causes are named; no right class is blamed", async () => {
    const wrong = await wrongClasses(language, ({ text }) => hashOf(`sample of ${text}`) % oneIn === 0);
    const judgement = judge(language, wrong, await graderOf(language));
    expect(wrong.length).toBeGreaterThan(25);
    expect(judgement.falseAlarms).toEqual([]);
    expectGood(judgement.all, tableOf(judgement));
  });
});

import { describe, expect, it } from "vitest";
import { ladderOf, sentenceOf, titleOf } from "../../src/catalogue/index.js";
import { check } from "../../src/run/check.js";
import type { Machine } from "../../src/subject/machine.js";
import { typescript } from "../../src/subject/machine-typescript.js";
import { loadPython } from "../../src/subject/python.js";
import type { Exercise } from "../../src/track/exercise.js";
import { exerciseOf, solutionOf } from "../../src/track/track.js";
import { classifiers } from "./classifiers.js";
import { derivatives } from "./derivatives.js";
import type { Mistakes } from "./mistake.js";
import { networks } from "./networks.js";
import { tables } from "./tables.js";
import { training } from "./training.js";
import { values } from "./values.js";

const mistakes: Mistakes = { ...derivatives, ...values, ...networks, ...training, ...tables, ...classifiers };

function casesOf(machine: Machine) {
  return Object.entries(mistakes).flatMap(([id, list]) => {
    const exercise = exerciseOf(id) as Exercise;
    const solution = solutionOf(exercise, machine.language);
    return list.flatMap(({ code, [machine.language]: change }) =>
      change
        ? [
            {
              id,
              code,
              to: change[1],
              exercise,
              solution,
              wrong: solution.replaceAll(change[0], () => change[1]),
            },
          ]
        : [],
    );
  });
}

const machines = [typescript, await loadPython()];

/** Every mistake of the lists, in both languages, with so many seeds. */
export function findsMistakes(seeds: number): void {
  describe.each(machines)("mistakes in $language", (machine) => {
    it.each(casesOf(machine))("$id: `$to` is named $code", ({ code, exercise, solution, wrong }) => {
      expect(wrong).not.toBe(solution);
      for (let seed = 1; seed <= seeds; seed++) {
        const { findings } = check(exercise, wrong, machine, { seed });
        const causes = findings.filter(({ causedBy }) => !causedBy);
        expect(causes.map((finding) => finding.code)).toEqual([code]);
        const [finding] = causes;
        if (!finding) throw new Error("nothing was found");
        expect(titleOf(finding), "the catalogue has it").toBeDefined();
        expect(ladderOf(finding, machine.language)).toHaveLength(3);
        expect(sentenceOf(finding, machine.language)).not.toMatch(/undefined(?!`)|null|outgrad:|\[object/);
      }
    });
  });
}

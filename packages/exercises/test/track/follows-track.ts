import { describe, expect, it } from "vitest";
import { check } from "../../src/run/check.js";
import type { Machine } from "../../src/subject/machine.js";
import { typescript } from "../../src/subject/machine-typescript.js";
import { loadPython } from "../../src/subject/python.js";
import { exercises, solutionOf, startOf, topicsOf } from "../../src/track/track.js";

const machines: readonly Machine[] = [typescript, await loadPython()];

/** Every solution and every start of the track, in both languages; the solutions with so many seeds. */
export function followsTrack(seeds: number): void {
  describe.each(machines.map((machine) => [machine.language, machine] as const))(
    "the track in %s",
    (language, machine) => {
      it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
        "the solution of %s passes, and everything that was to do is right",
        (_, exercise) => {
          const text = solutionOf(exercise, language);
          for (let seed = 0; seed < seeds; seed++) {
            const report = check(exercise, text, machine, { seed });
            expect(report.findings).toEqual([]);
            expect(report.passed).toBe(true);
            expect(report.right).toEqual(expect.arrayContaining([...topicsOf(exercise, language)]));
          }
        },
      );

      it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
        "the start of %s says what is to do, and nothing else is wrong",
        (_, exercise) => {
          const report = check(exercise, startOf(exercise, language), machine, { seed: 1 });
          expect(report.passed).toBe(false);
          expect(report.findings.map(({ code, op }) => `${code} ${op}`)).toEqual(
            topicsOf(exercise, language).map((topic) => `to-do ${topic}`),
          );
        },
      );
    },
  );
}

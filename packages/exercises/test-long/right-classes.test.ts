import { expect, it } from "vitest";
import { correctClasses } from "../test/mutants/correct.ts";
import { graderOf } from "../test/mutants/graders.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

it.each(["typescript", "python"] as const)(
  "no right class in %s is blamed, whatever the random numbers",
  async (language) => {
    for (const seed of seeds) {
      const grade = await graderOf(language, seed);
      const blamed = correctClasses(language)
        .map(({ name, text }) => ({ name, ...grade(text, language) }))
        .filter(({ passed, findings }) => !passed || findings.length > 0);
      expect(blamed, `with seed ${seed}`).toEqual([]);
    }
  },
);

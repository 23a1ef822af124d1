import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile, inputsOf, Refused, textOf } from "../../../tools/fuzz/text.ts";
import {
  entryOf,
  exercises,
  exportProgress,
  importProgress,
  mayOpenSolution,
  noProgress,
  type Progress,
  withHint,
  withLanguage,
  withPassed,
  withText,
} from "../src/track/index.js";

const [first, second] = exercises as [(typeof exercises)[0], (typeof exercises)[0]];
const mine = withText(withHint(noProgress, first, "typescript"), first, "typescript", "mine");
const theirs: Progress = withLanguage(
  withPassed(
    withText(withText(noProgress, first, "typescript", "theirs"), second, "python", "y = 2"),
    first,
    "typescript",
  ),
  "python",
);

/** Progress joined with other progress; exported and read again it is the same. */
function read(input: Uint8Array): unknown {
  const found = importProgress(textOf(input), mine);
  if ("problem" in found) throw new Refused(found.problem);
  const again = importProgress(exportProgress(found.progress), noProgress);
  if (!("progress" in again)) throw new Error(`What was exported is refused: ${again.problem}`);
  const [here, there] = [allOf(found.progress), allOf(again.progress)].map((all) => JSON.stringify(all));
  if (here !== there) throw new Error(`${here} became ${there}.`);
  return here;
}

const allOf = (progress: Progress) =>
  exercises.map((exercise) =>
    (["typescript", "python"] as const).map((language) => [
      Object.entries(entryOf(progress, exercise, language)).sort(),
      mayOpenSolution(progress, exercise, language),
    ]),
  );

export const target: Target = {
  share: 150_000,
  corpus: inputsOf([
    exportProgress(noProgress),
    exportProgress(mine),
    exportProgress(theirs),
    JSON.stringify(theirs),
  ]),
  words: [
    ...hostile,
    '"version"',
    '"language"',
    '"exercises"',
    '"earlier":["a"]',
    '"hints"',
    '"text"',
    "[[[[[[[[",
    '"typescript"',
    '"python"',
    "true",
    "false",
    "{}",
    ...exercises.slice(0, 4).map(({ id }) => `"${id}"`),
  ],
  read,
  refuses: (error) => error instanceof Refused && /^[^\n]{1,200}\.$/.test(error.message),
  room: 300_000,
};

/**
 * The track: its exercises with their texts and hints, and what a learner has done of them. Nothing here runs or reads
 * code, so a page may load it without the grader.
 * @packageDocumentation
 */
export type { Language, Topic } from "../finding.js";
export {
  type Entry,
  entryOf,
  exportProgress,
  importProgress,
  mayOpenSolution,
  noProgress,
  type Progress,
  previousText,
  withHint,
  withLanguage,
  withPassed,
  withSolution,
  withText,
} from "../run/progress.js";
export type { Chapter, Exercise, Hint } from "./exercise.js";
export { nameIn } from "./in-language.js";
export { exerciseOf, exercises, hintsOf, solutionOf, startOf, textOf, topicsOf } from "./track.js";

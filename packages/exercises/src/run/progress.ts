import type { Language } from "../finding.js";
import type { Exercise } from "../track/exercise.js";
import { exerciseOf, exercises, solutionOf } from "../track/track.js";

/** How far someone is with one exercise in one language. */
export interface Entry {
  /** What they wrote last. */
  readonly text?: string;
  readonly passed: boolean;
  /** How many hints they have opened. */
  readonly hints: number;
  /** Whether they have opened the solution. */
  readonly solution: boolean;
  /** Texts of theirs that an import has replaced, the latest first. */
  readonly earlier?: readonly string[];
}

/** How far someone is with the track; plain JSON, the same in the lab and in the terminal. */
export interface Progress {
  readonly version: 1;
  /** The language that they write in now. */
  readonly language: Language;
  /** By the ids of exercises. */
  readonly exercises: Readonly<Record<string, Readonly<Partial<Record<Language, Entry>>>>>;
}

/** The progress of somebody who has not begun. */
export const noProgress: Progress = { version: 1, language: "typescript", exercises: {} };

const nothing: Entry = { passed: false, hints: 0, solution: false };
const mostHints = 3;
const mostEarlier = 5;

/** What is known of an exercise in a language; nothing passed or opened where it has not been begun. */
export const entryOf = (progress: Progress, exercise: Exercise, language: Language): Entry =>
  progress.exercises[exercise.id]?.[language] ?? nothing;

function withEntry(progress: Progress, { id }: Exercise, language: Language, entry: Entry): Progress {
  const both = { ...progress.exercises[id], [language]: entry };
  return { ...progress, exercises: { ...progress.exercises, [id]: both } };
}

const changed =
  (change: (entry: Entry) => Entry) =>
  (progress: Progress, exercise: Exercise, language: Language): Progress =>
    withEntry(progress, exercise, language, change(entryOf(progress, exercise, language)));

/** With what they have written last. */
export const withText = (
  progress: Progress,
  exercise: Exercise,
  language: Language,
  text: string,
): Progress => changed((entry) => ({ ...entry, text }))(progress, exercise, language);

/** With an exercise passed: that stays, whatever is written later. */
export const withPassed = changed((entry) => ({ ...entry, passed: true }));

/** With one more hint open, up to the three there are. */
export const withHint = changed((entry) => ({ ...entry, hints: Math.min(entry.hints + 1, mostHints) }));

/** With the solution open. */
export const withSolution = changed((entry) => ({ ...entry, solution: true }));

/** With another language to write in. */
export const withLanguage = (progress: Progress, language: Language): Progress => ({ ...progress, language });

/** Whether the solution may be seen: once the exercise has been passed, or all hints are open. */
export function mayOpenSolution(progress: Progress, exercise: Exercise, language: Language): boolean {
  const { passed, hints } = entryOf(progress, exercise, language);
  return passed || hints >= mostHints;
}

/**
 * The text that an exercise goes on from, for `startOf` and `solutionOf`: their own of the exercise before, if that has
 * passed, else the solution in a text that goes on from what passed last. Undefined where it goes on from nothing.
 */
export function previousText(progress: Progress, exercise: Exercise, language: Language): string | undefined {
  const before = exerciseOf(exercise.buildsOn ?? "");
  if (before === undefined) return undefined;
  const { passed, text } = entryOf(progress, before, language);
  return passed && text !== undefined
    ? text
    : solutionOf(before, language, previousText(progress, before, language));
}

/** As a file to keep or to carry elsewhere. */
export const exportProgress = (progress: Progress): string => `${JSON.stringify(progress, null, 2)}\n`;

/**
 * Progress from an exported file, together with what is here: passed stays passed, hints stay open, and the file's
 * texts take the place of other ones here, which are kept as earlier. A file that is none of ours is a problem, in a
 * sentence, and so is one with anything else than progress in it.
 */
export function importProgress(
  json: string,
  mine: Progress,
): { readonly progress: Progress } | { readonly problem: string } {
  const read = parsed(json);
  if (read === undefined) return { problem: "This is no progress of these exercises." };
  const { version, language, exercises: theirs } = read;
  if (version !== 1)
    return { problem: `This progress is of version ${version}, and this program reads version 1.` };
  if (!isLanguage(language) || !isRecord(theirs))
    return { problem: "This progress is damaged: its language or its exercises are missing." };
  let progress = withLanguage(mine, language);
  for (const exercise of exercises) {
    const both = theirs[exercise.id];
    for (const one of languages) {
      const entry = isRecord(both) ? both[one] : undefined;
      if (entry === undefined) continue;
      if (!isEntry(entry)) return { problem: `This progress is damaged at the exercise "${exercise.id}".` };
      progress = withEntry(progress, exercise, one, joined(entryOf(mine, exercise, one), entry));
    }
  }
  return { progress };
}

function joined(mine: Entry, theirs: Entry): Entry {
  const text = theirs.text ?? mine.text;
  const replaced = mine.text !== undefined && mine.text !== text ? [mine.text] : [];
  const earlier = [...new Set([...replaced, ...(mine.earlier ?? []), ...(theirs.earlier ?? [])])].slice(
    0,
    mostEarlier,
  );
  return {
    ...(text !== undefined && { text }),
    passed: mine.passed || theirs.passed,
    hints: Math.max(mine.hints, theirs.hints),
    solution: mine.solution || theirs.solution,
    ...(earlier.length > 0 && { earlier }),
  };
}

const languages: readonly Language[] = ["typescript", "python"];
const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";

const isEntry = (value: unknown): value is Entry =>
  isRecord(value) &&
  typeof value.passed === "boolean" &&
  typeof value.solution === "boolean" &&
  Number.isInteger(value.hints) &&
  (value.hints as number) >= 0 &&
  (value.hints as number) <= mostHints &&
  (value.text === undefined || isText(value.text)) &&
  (value.earlier === undefined || (Array.isArray(value.earlier) && value.earlier.every(isText)));

function parsed(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

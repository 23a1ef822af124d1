import type { Language } from "@outgrad/exercises/track";
import type { Checked, Failure, Grader } from "@outgrad/sandbox";

let opened: Promise<Grader> | undefined;

function grader(): Promise<Grader> {
  opened ??= import("@outgrad/sandbox").then(({ openGrader }) => openGrader());
  return opened;
}

/** The numbers that everything is tried with are this visit's own: the same from run to run, and nobody's to learn by heart. */
const seed = Math.floor(performance.timeOrigin) % 1_000_000;

/** So long a text may run: whoever has written an endless loop is told so within two seconds. */
const seconds = 1.8;

export async function check(
  exercise: string,
  language: Language,
  text: string,
  signal: AbortSignal,
): Promise<Checked | Failure> {
  return (await grader()).check(exercise, language, text, { seed, seconds, signal });
}

/** Loads what checking needs, before it is asked for. */
export async function warm(language: Language): Promise<void> {
  (await grader()).warm(language);
}

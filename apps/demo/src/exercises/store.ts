import {
  type Exercise,
  entryOf,
  exercises,
  type Language,
  mayOpenSolution,
  type Progress,
  previousText,
  startOf,
  withHint,
  withLanguage,
  withPassed,
  withSolution,
  withText,
} from "@outgrad/exercises/track";
import type { Checked, Failure } from "@outgrad/sandbox";
import { batch, computed, effect, signal } from "@preact/signals";
import { keepInAddress, onAddress } from "../state/location.ts";
import { announce } from "../ui/live-region.tsx";
import { check, warm } from "./client.ts";
import { readPlace, writePlace } from "./config.ts";
import { storedProgress, storeProgress } from "./saved.ts";
import { outcomeInWords } from "./words.ts";

export const progress = signal<Progress>(storedProgress());
export const language = computed(() => progress.value.language);
export const exercise = signal<Exercise>(exercises[0] as Exercise);

/** What is known of the exercise in front, in the language in front. */
export const entry = computed(() => entryOf(progress.value, exercise.value, language.value));
/** What the exercise begins with: the learner's own text of the one before goes on. */
const start = computed(() =>
  startOf(exercise.value, language.value, previousText(progress.value, exercise.value, language.value)),
);
export const text = computed(() => entry.value.text ?? start.value);
export const solutionIsOpen = computed(() => mayOpenSolution(progress.value, exercise.value, language.value));

/** What came of the last run of the exercise in front. */
export const outcome = signal<Checked | Failure | null>(null);
export const running = signal(false);
/** The text that a reset has taken away. */
export const beforeReset = signal<string | null>(null);
/** Whether this browser remembers what is written. */
export const isKept = signal(true);

let stop: AbortController | undefined;

/** Brings an exercise to the front, in a language. */
export function open(next: Exercise, inLanguage: Language = language.peek()): void {
  stop?.abort();
  stop = undefined;
  batch(() => {
    exercise.value = next;
    progress.value = withLanguage(progress.peek(), inLanguage);
    outcome.value = null;
    running.value = false;
    beforeReset.value = null;
  });
  keepInAddress("exercises", writePlace({ exercise: next, language: inLanguage }));
  warm(inLanguage);
}

type Change<Rest extends readonly unknown[]> = (
  progress: Progress,
  exercise: Exercise,
  language: Language,
  ...rest: Rest
) => Progress;

function change<Rest extends readonly unknown[]>(by: Change<Rest>, ...rest: Rest): void {
  progress.value = by(progress.peek(), exercise.peek(), language.peek(), ...rest);
}

/** What a person types. */
export function write(next: string): void {
  beforeReset.value = null;
  change(withText, next);
}

/** Runs the grader on the text; one that is going on is stopped. */
export async function run(): Promise<void> {
  stop?.abort();
  const mine = new AbortController();
  stop = mine;
  running.value = true;
  const written = text.peek();
  const found = await check(exercise.peek().id, language.peek(), written, mine.signal);
  if (stop !== mine) return;
  batch(() => {
    running.value = false;
    outcome.value = found;
    change(withText, written);
    if (found.ok && found.report.passed) change(withPassed);
  });
  announce(outcomeInWords(found, language.peek()));
}

/** Ends a run that is going on. */
export function cancel(): void {
  stop?.abort();
}

export const openHint = (): void => change(withHint);
export const openSolution = (): void => change(withSolution);

/** Begins the exercise anew. What was written can be taken back. */
export function reset(): void {
  const written = text.peek();
  change(withText, start.peek());
  if (written !== start.peek()) beforeReset.value = written;
  outcome.value = null;
  announce("The exercise begins anew. Undo takes that back.");
}

export function undoReset(): void {
  const written = beforeReset.peek();
  if (written === null) return;
  write(written);
  announce("Your text is back.");
}

onAddress("exercises", (query) => {
  const { language: said = language.peek(), exercise: asked } = readPlace(query);
  open(asked ?? firstLeft(said), said);
});

/** Where someone goes on who does not say where: at the first exercise that they have not passed. */
function firstLeft(inLanguage: Language): Exercise {
  const left = exercises.find((each) => !entryOf(progress.peek(), each, inLanguage).passed);
  return left ?? (exercises[0] as Exercise);
}

/** So long after the last change it is remembered, in ms; at once when the page is left. */
const pause = 400;
let storing: ReturnType<typeof setTimeout> | undefined;

function storeNow(): void {
  clearTimeout(storing);
  isKept.value = storeProgress(progress.peek());
}

effect(() => {
  // Read here, so that every change is heard.
  progress.value;
  clearTimeout(storing);
  storing = setTimeout(storeNow, pause);
});
window.addEventListener("pagehide", storeNow);

import { batch, computed, signal } from "@preact/signals";
import { wrap } from "comlink";
import { oneOf } from "../../state/fields.ts";
import { bugs, type Config } from "../config.ts";
import { Duel } from "../fork/duel.ts";
import { client, keepAddress, keepPart } from "../store.ts";
import type { gradientErrors } from "./gradient-errors.ts";
import { configOf, type Lesson, type Outcome } from "./lesson.ts";
import { lessons } from "./lessons.ts";

/** The lesson that is open; null while none is. */
export const lesson = signal<Lesson | null>(null);

/** The answer that was chosen, by its index. */
export const answer = signal<number | null>(null);

/** The correct run and the one with the mistake. */
export const duel = new Duel();

/** What the two runs are trained with beside the lesson's settings: those of its card. */
export const isCard = signal(false);

/** How far the gradients of both runs are from nudging, for each of the first updates. */
export const errors = signal<{ readonly right: readonly number[]; readonly wrong: readonly number[] } | null>(
  null,
);

export const seed = signal(1);

/** What came of the runs, when both have ended. */
export const outcome = computed<Outcome | null>(() => {
  const [right, wrong] = [duel.a.history.value.at(-1), duel.b.history.value.at(-1)];
  const epochs = duel.a.running.value?.epochs ?? 0;
  if (!duel.isOpen.value || right?.epoch !== epochs || wrong?.epoch !== epochs) return null;
  return { right, wrong };
});

/** Opens a lesson by its bug, or closes it. */
export function openLesson(bug: string): void {
  show(bug);
  keepAddress();
}

function show(bug: string): void {
  if (bug === (lesson.peek()?.bug ?? "none")) return;
  duel.stop();
  batch(() => {
    lesson.value = lessons.find((each) => each.bug === bug) ?? null;
    answer.value = errors.value = null;
    isCard.value = false;
    seed.value = 1;
  });
}

/** Trains both runs of the open lesson from a seed, with its own settings or with those of its card. */
export function runLesson(card: boolean, from: number): void {
  const open = lesson.peek();
  if (open === null) return;
  client.pause();
  const right = { ...configOf(open, from), ...(card && open.card?.settings) };
  const wrong = { ...right, bug: open.bug };
  batch(() => {
    isCard.value = card;
    seed.value = from;
    errors.value = null;
    duel.start(right, wrong, null);
  });
  compareGradients(right, wrong);
}

const updates = 3;
let comparing: Worker | null = null;

/** Nudges the weights of both runs in a worker, which the next comparison ends. */
async function compareGradients(right: Config, wrong: Config): Promise<void> {
  comparing?.terminate();
  const worker = new Worker(new URL("./errors-worker.ts", import.meta.url), {
    type: "module",
    name: "nudging",
  });
  comparing = worker;
  const errorsOf = wrap<typeof gradientErrors>(worker);
  const found = { right: await errorsOf(right, updates), wrong: await errorsOf(wrong, updates) };
  worker.terminate();
  if (comparing === worker) errors.value = found;
}

const field = oneOf(bugs, "none");
keepPart({
  read: (query) => show(field.read(query.get("lesson") ?? "none") ?? "none"),
  write: () => new URLSearchParams(lesson.peek() ? { lesson: lesson.peek()?.bug ?? "" } : {}),
});

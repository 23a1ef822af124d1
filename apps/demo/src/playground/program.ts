import type { Failure, Log, Sandbox, Shown } from "@outgrad/sandbox";
import type { Graph } from "@outgrad/viz";
import { batch, computed, signal } from "@preact/signals";
import { breath } from "../lab/breath.ts";
import type { Leaves } from "./circuit.ts";
import { withLeaves } from "./with-leaves.ts";

/** What stands in the editor. */
export const code = signal("");
/** The numbers that sliders gave to named leaves since the code was edited. */
export const overrides = signal<Leaves>(new Map());
/** Whether the sandbox is at work. */
export const running = signal(false);
/** What the newest run left behind beside its graph. */
export const logs = signal<readonly Log[]>([]);
export const shown = signal<readonly Shown[]>([]);
/** Why the newest run gave no graph. */
export const failure = signal<Pick<Failure, "sentence" | "line" | "column"> | null>(null);
/** The same as the editor marks it. */
export const mistakes = computed(() => (failure.value ? [failure.value] : []));
/** The graph of the newest run that gave one; it stays while a person types. */
const ran = signal<Graph | null>(null);

/** The graph with the sliders' numbers, those in leaves too that the packages make by themselves. */
export const programGraph = computed(() => ran.value && withLeaves(ran.value, overrides.value));

const seconds = 2;
/** So long a person may pause between two keys without the program being run. */
const pauseMs = 350;

let sandbox: Promise<Sandbox> | undefined;
let stop: AbortController | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
let isWanted = false;

/** Takes new code; it runs when the person pauses. Its own numbers count again. */
export function setCode(next: string): void {
  if (next === code.peek()) return;
  batch(() => {
    code.value = next;
    overrides.value = new Map();
  });
  clearTimeout(waiting);
  waiting = setTimeout(runNow, pauseMs);
}

/** Takes an example and runs it at once. */
export function runProgram({ code: next }: { readonly code: string }): void {
  setCode(next);
  runNow();
}

/** Gives named leaves numbers and runs the program with them, or right after the run that is going on. */
export function override(leaves: Leaves): void {
  overrides.value = new Map([...overrides.peek(), ...leaves]);
  if (running.peek()) isWanted = true;
  else runNow();
}

/** Runs the program; a run that is going on is stopped. */
export async function runNow(): Promise<void> {
  clearTimeout(waiting);
  stop?.abort();
  const mine = new AbortController();
  stop = mine;
  isWanted = false;
  running.value = true;
  const outcome = await ask(mine.signal);
  // Reading a large graph, and showing it, are two tasks: each is short.
  await breath();
  if (stop !== mine) return;
  batch(() => {
    running.value = false;
    logs.value = outcome.logs;
    shown.value = outcome.ok ? outcome.shown : [];
    if (!outcome.ok) failure.value = outcome;
    else if (outcome.graph) [ran.value, failure.value] = [outcome.graph, null];
    else failure.value = { sentence: outcome.note ?? noGraph };
  });
  if (isWanted) runNow();
}

/** Stops the run that is going on. */
export function cancel(): void {
  stop?.abort();
}

async function ask(signal: AbortSignal) {
  try {
    sandbox ??= import("@outgrad/sandbox").then(({ openSandbox }) => openSandbox());
    const leaves = Object.fromEntries(overrides.peek());
    return await (await sandbox).run(code.peek(), { leaves, seconds, signal });
  } catch (error) {
    sandbox = undefined;
    return {
      ok: false,
      sentence: `The sandbox did not answer: ${(error as Error).message}`,
      logs: [],
    } as const;
  }
}

const noGraph =
  "The program gives no graph: end it with `export default y`, or call y.backward() on the Value to look at.";

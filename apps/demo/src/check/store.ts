import { batch, computed, signal } from "@preact/signals";
import { keepInAddress, onAddress } from "../state/location.ts";
import { look } from "./client.ts";
import { type Config, readConfig, writeConfig } from "./config.ts";
import type { Look } from "./inside/report.ts";
import { opCode } from "./op-code.ts";
import { forgetSearch } from "./searching.ts";

/** What the screen is set to. */
export const config = signal<Config>(readConfig(new URLSearchParams()));
/** The code that is checked: of the op, or what was typed. */
export const subject = computed(() => {
  const { kind, op, code } = config.value;
  return kind === "op" ? opCode(op) : code;
});

/** The newest report. */
export const report = signal<Look | null>(null);
/** Why the code on the screen has none. */
export const failure = signal<{
  readonly sentence: string;
  readonly line?: number;
  readonly column?: number;
} | null>(null);
export const running = signal(false);

/** So long a person may pause between two keys without the check being made. */
const pauseMs = 350;
let waiting: ReturnType<typeof setTimeout> | undefined;
let stop: AbortController | undefined;

/** Changes settings that the table or the search look at. */
export function set(next: Partial<Config>): void {
  config.value = { ...config.peek(), ...next };
  keepInAddress("check", writeConfig(config.peek()));
}

/** Changes what is checked, or where: checks it when the person pauses. */
export function check(next: Partial<Config>): void {
  const before = subject.peek();
  set(next);
  if (subject.peek() !== before) forgetSearch();
  clearTimeout(waiting);
  waiting = setTimeout(checkNow, pauseMs);
}

/** Takes another function: its point is chosen anew. */
export function take(next: Partial<Config>): void {
  check({ ...next, x: null, of: 0 });
  checkNow();
}

/** Checks at once; a check that is going on is stopped. */
export async function checkNow(): Promise<void> {
  clearTimeout(waiting);
  stop?.abort();
  const mine = new AbortController();
  stop = mine;
  running.value = true;
  const { x, of } = config.peek();
  const answer = await look(subject.peek(), x, of, mine.signal);
  if (stop !== mine) return;
  batch(() => {
    running.value = false;
    failure.value = answer.ok ? null : answer;
    if (answer.ok) report.value = answer.value;
  });
}

onAddress("check", (query) => {
  config.value = readConfig(query);
  forgetSearch();
  checkNow();
});

import { batch, signal } from "@preact/signals";
import { announce } from "../../ui/live-region.tsx";
import type { Config } from "../config.ts";
import type { RunMeasurement } from "../phase.ts";
import { client, config, keepAddress, keepPart } from "../store.ts";
import { type Choice, choices, type Forked, forked, type Moment } from "./changes.ts";
import { Duel } from "./duel.ts";
import { difference } from "./words.ts";

export const duel = new Duel();

/** What B shall do otherwise, as far as it has been chosen. */
export const wish = signal<{ readonly setting: Forked; readonly key: string; readonly moment: Moment }>({
  setting: "lr",
  key: "",
  moment: "start",
});

/** The two runs that were started, and what was measured before they parted. */
export const forks = signal<{
  readonly a: Config;
  readonly b: Config;
  readonly before: readonly RunMeasurement[];
} | null>(null);

/** The choice that the wish stands for; where it names none, the one in the middle of the list. */
export function chosen(): Choice | undefined {
  const { setting, key, moment } = wish.value;
  const all = choices(setting, config.value, moment);
  return all.find((choice) => choice.key === key) ?? all[Math.floor(all.length / 2)];
}

/** Changes the wish; a setting that cannot change any more gives way to the first one that can. */
export function wishFor(next: Partial<typeof wish.value>): void {
  const { setting, ...rest } = { ...wish.peek(), ...next };
  const possible = forked(rest.moment);
  wish.value = { ...rest, setting: possible.includes(setting) ? setting : (possible[0] as Forked) };
  keepAddress();
}

/** Starts both runs, from the moment where the run in front stands or from the start. */
export async function fork(): Promise<void> {
  const choice = chosen();
  if (choice === undefined) return;
  const a = config.peek();
  const b = { ...a, ...choice.settings };
  const isNow = wish.peek().moment === "now";
  await client.pause();
  const from = isNow ? await client.snapshot() : null;
  if (isNow && from === null) return;
  const before = isNow ? client.history.peek().filter(({ epoch }) => epoch < epochOf(from?.step ?? 0)) : [];
  batch(() => {
    forks.value = { a, b, before };
    duel.start(a, b, from);
  });
  announce(`Both train. ${difference(a, b)}`);
}

const epochOf = (step: number): number => step / (client.opened.peek()?.stepsPerEpoch ?? 1);

/** Goes on with one of the two where it stands, as the run in front; the other one ends. */
export async function keep(side: "a" | "b"): Promise<void> {
  const kept = forks.peek()?.[side];
  if (kept === undefined) return;
  duel.pause();
  const snapshot = await duel[side].snapshot();
  close();
  if (snapshot === null) return;
  config.value = kept;
  keepAddress();
  client.open(kept, false, snapshot);
  announce(`${side.toUpperCase()} goes on in the lab, at update ${snapshot.step}.`);
}

/** Ends both runs. */
export function close(): void {
  duel.stop();
  forks.value = null;
}

const moments: readonly Moment[] = ["now", "start"];

keepPart({
  read(query) {
    const [setting, key = ""] = (query.get("fork") ?? "").split(":");
    const found = forked("start").find((name) => name === setting);
    // The moment of another visit is not here any more: a link forks from the start.
    if (found) wish.value = { setting: found, key, moment: moments[1] as Moment };
  },
  write() {
    const { setting, key } = wish.peek();
    const isInitial = setting === "lr" && key === "";
    return new URLSearchParams(isInitial ? {} : { fork: key === "" ? setting : `${setting}:${key}` });
  },
});

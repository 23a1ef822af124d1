import { batch, signal } from "@preact/signals";
import { announce } from "../ui/live-region.tsx";
import { seek } from "./client.ts";
import type { Found, SearchRound } from "./inside/report.ts";
import { worse } from "./inside/worse.ts";
import { foundInWords } from "./words.ts";

/** How many rounds a search has. */
export const rounds = 12;

/** What a search has found so far. */
export interface Search {
  readonly round: number;
  readonly tried: number;
  readonly worst: Found | null;
  readonly kinks: readonly Found[];
}

export const search = signal<Search | null>(null);
export const searching = signal(false);
export const searchFailure = signal("");

let stop: AbortController | undefined;

/** Looks for the input at which the gradient is worst, round after round. */
export async function searchWorst(code: string, names: readonly string[], seed: number): Promise<void> {
  forgetSearch();
  const mine = new AbortController();
  stop = mine;
  batch(() => {
    searching.value = true;
    search.value = { round: 0, tried: 0, worst: null, kinks: [] };
  });
  for (let round = 0; round < rounds && stop === mine; round++) {
    const answer = await seek(code, seed, round, mine.signal);
    if (stop !== mine) return;
    if (!answer.ok) {
      searchFailure.value = answer.sentence;
      break;
    }
    search.value = joined(search.peek() as Search, answer.value);
  }
  searching.value = false;
  const worst = search.peek()?.worst;
  if (worst) announce(foundInWords(worst, names));
}

/** Ends the search; what it has found stays. */
export function cancelSearch(): void {
  stop?.abort();
  stop = undefined;
  searching.value = false;
}

/** Ends the search and puts away what it has found: it was about another function. */
export function forgetSearch(): void {
  cancelSearch();
  search.value = null;
  searchFailure.value = "";
}

/** What is known after another round. @internal */
export function joined(before: Search, { tried, worst, kinks }: SearchRound): Search {
  return {
    round: before.round + 1,
    tried: before.tried + tried,
    worst: worse(before.worst, worst),
    kinks: distinct([...before.kinks, ...kinks]).slice(0, 4),
  };
}

/** Kinks at different places; of several things said of one place the first. */
function distinct(kinks: readonly Found[]): Found[] {
  const places = new Map<string, Found>();
  for (const kink of kinks) {
    const place = kink.x.map((each) => each.toFixed(3)).join();
    if (!places.has(place)) places.set(place, kink);
  }
  return [...places.values()];
}

import { signal } from "@preact/signals";
import type { Screen } from "../screens.ts";
import { type Address, readHash, writeHash } from "./address.ts";

const start = readHash(window.location.hash);

/** The screen in front. */
export const screen = signal<Screen>(start.screen);

type Reader = (query: URLSearchParams) => void;
const readers = new Map<Screen, Reader>();
const queries = new Map<Screen, URLSearchParams>([[start.screen, start.query]]);
let writing: ReturnType<typeof setTimeout> | undefined;

/** Gives a screen the state in the address, now and whenever a person changes the address. */
export function onAddress(name: Screen, read: Reader): void {
  readers.set(name, read);
  const query = queries.get(name);
  if (query) read(query);
}

/** Keeps the address equal to a screen's state. Writes at most a few times a second, as browsers demand. */
export function keepInAddress(name: Screen, query: URLSearchParams): void {
  queries.set(name, query);
  if (name !== screen.peek()) return;
  clearTimeout(writing);
  writing = setTimeout(writeNow, 200);
}

/** The whole address of what is on the screen now, ready to be copied. */
export function currentLink(): string {
  writeNow();
  return window.location.href;
}

/** The link to a screen, with the state it was left in. */
export function linkTo(name: Screen): string {
  return writeHash({ screen: name, query: queries.get(name) ?? new URLSearchParams() });
}

function writeNow(): void {
  clearTimeout(writing);
  const hash = linkTo(screen.peek());
  if (hash !== window.location.hash) window.history.replaceState(null, "", hash);
}

function follow({ screen: name, query }: Address): void {
  queries.set(name, query);
  screen.value = name;
  readers.get(name)?.(query);
}

window.addEventListener("hashchange", () => follow(readHash(window.location.hash)));

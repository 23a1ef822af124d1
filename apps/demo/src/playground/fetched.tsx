import { signal } from "@preact/signals";
import type { ComponentType, VNode } from "preact";

/** What stands in the place of a component whose code is not there yet, or could not be fetched: then it says so. */
type Place = (failure: string | undefined) => VNode | null;

const failure = "This part of the page could not be fetched. Reload the page to try again.";

/** A component whose code comes later, asked for once, when it is first shown; `place` stands in its place until then. */
export function fetched(load: () => Promise<ComponentType>, place: Place = note): ComponentType {
  const loaded = signal<ComponentType | null>(null);
  const isLost = signal(false);
  const ask = async () => {
    try {
      loaded.value = await load();
    } catch {
      isLost.value = true;
    }
  };
  let isAsked = false;
  return function Fetched() {
    if (!isAsked) ask();
    isAsked = true;
    const Component = loaded.value;
    return Component ? <Component /> : place(isLost.value ? failure : undefined);
  };
}

const note: Place = (text) => (text === undefined ? null : <p class="note">{text}</p>);

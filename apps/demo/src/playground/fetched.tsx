import { signal } from "@preact/signals";
import type { ComponentType, VNode } from "preact";

/** A component whose code comes later; `place` stands in its place until then. */
export function fetched(load: () => Promise<ComponentType>, place: VNode | null = null): ComponentType {
  const loaded = signal<ComponentType | null>(null);
  let isAsked = false;
  return function Fetched() {
    if (!isAsked) load().then((component) => (loaded.value = component));
    isAsked = true;
    const Component = loaded.value;
    return Component ? <Component /> : place;
  };
}

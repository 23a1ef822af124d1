/// <reference lib="dom" />
import "@outgrad/viz/elements";
import type { OgGraph, OgStepper, OgTape } from "@outgrad/viz/elements";

/** Everything inside, shadow roots included. */
export function deep<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  const found = [...root.querySelectorAll<E>(selector)];
  for (const each of root.querySelectorAll("*")) {
    if (each.shadowRoot) found.push(...deep<E>(each.shadowRoot, selector));
  }
  return found;
}

/** Waits until all elements of the page show what they were told. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    const elements = deep<OgGraph | OgTape | OgStepper>(document, "*").filter((each) => "updated" in each);
    await Promise.all(elements.map((each) => each.updated));
  }
}

/** Puts an element with its properties into an empty page. */
export async function show<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<Record<keyof HTMLElementTagNameMap[K], unknown>>,
): Promise<HTMLElementTagNameMap[K] & { shadowRoot: ShadowRoot }> {
  const element = Object.assign(document.createElement(name), properties);
  document.body.replaceChildren(element);
  await settled();
  return element as HTMLElementTagNameMap[K] & { shadowRoot: ShadowRoot };
}

/** What the focus is on, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

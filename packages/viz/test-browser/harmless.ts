/// <reference lib="dom" />
import { expect } from "vitest";
import { hostileLabels, tameLike } from "../test/hostile-labels.js";

/** Puts something with the label into the page, inside the element given. */
export type Render = (label: string, into: HTMLElement) => void | Promise<void>;

/** Where the scripts of hostile labels say that they ran, and where their requests go. */
const ran: string[] = [];
Object.assign(globalThis, { hostile: () => ran.push("a script of a label") });
const host = "hostile.invalid";

/** Every element with the names of its attributes and what style sheets it has, shadow trees included. */
export function shapeOf(root: ParentNode): string[] {
  return [...root.children].flatMap((element) => {
    const attributes = element.getAttributeNames().sort();
    const own = [element.namespaceURI?.split("/").at(-1), element.localName, ...attributes].join(" ");
    const style = element.localName === "style" ? [element.textContent ?? ""] : [];
    const shadow = element.shadowRoot === null ? [] : ["shadow", ...shapeOf(element.shadowRoot)];
    return [own, ...style, ...shadow, ...shapeOf(element)];
  });
}

/** What left the page, or ran in it, since the page was loaded. */
export async function harmDone(): Promise<string[]> {
  // What a label starts needs a task or two to be seen.
  await new Promise((done) => setTimeout(done, 30));
  const requests = performance.getEntriesByType("resource").map(({ name }) => name);
  return [...ran, ...requests.filter((name) => name.includes(host))];
}

/** Forgets the harm that was done on purpose. */
export function forgetHarm(): void {
  ran.length = 0;
  performance.clearResourceTimings();
}

/**
 * Renders every hostile label, and one that is not: the page must get the same elements with the same attributes, no
 * script of a label may run, no request of a label may leave.
 */
export async function expectHarmless(render: Render): Promise<void> {
  for (const [name, label] of Object.entries(hostileLabels)) {
    const tame = await shapeWith(render, tameLike(label));
    expect(tame.length).toBeGreaterThan(0);
    expect(await shapeWith(render, label), name).toEqual(tame);
  }
  expect(await harmDone()).toEqual([]);
}

async function shapeWith(render: Render, label: string): Promise<string[]> {
  const into = document.body.appendChild(document.createElement("div"));
  await render(label, into);
  const shape = shapeOf(into);
  into.remove();
  return shape;
}

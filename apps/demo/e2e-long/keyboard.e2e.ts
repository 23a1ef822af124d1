import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { phone, Site } from "../e2e/site.ts";
import { type Screen, screens } from "../src/screens.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

/** What a keyboard has to reach, and what it has reached so far, kept in the page. */
interface Tour {
  readonly keys: Set<string>;
  key(element: Element): string;
  focused(): Element | null;
  wanted(): string[];
}
declare global {
  interface Window {
    tour: Tour;
  }
}

async function beginTour(page: Page): Promise<void> {
  await page.evaluate(() => {
    const numbers = new WeakMap<Element, number>();
    let last = 0;
    const key = (element: Element) => {
      if (!numbers.has(element)) numbers.set(element, ++last);
      const { type, name } = element as HTMLInputElement;
      // A group of radio buttons is one stop.
      if (type === "radio") return `radio ${name}`;
      const text = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return `${numbers.get(element)} ${element.localName} ${text.trim().slice(0, 60)}`;
    };
    const focused = () => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    };
    const wanted = () => {
      const roots: ParentNode[] = [document];
      for (const root of roots)
        for (const each of root.querySelectorAll("*")) if (each.shadowRoot) roots.push(each.shadowRoot);
      const controls = "a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable]";
      return roots
        .flatMap((root) => [...root.querySelectorAll<HTMLElement>(controls)])
        .filter(
          (each) =>
            each.tabIndex >= 0 &&
            !each.matches(":disabled") &&
            each.checkVisibility({ visibilityProperty: true }),
        )
        .map(key);
    };
    window.tour = { keys: new Set(), key, focused, wanted };
  });
}

/** Where Tab leads next: what is wrong with it, and undefined at the end of the page. */
const stop = (page: Page): Promise<string[] | undefined> =>
  page.evaluate(() => {
    const { tour } = window;
    const at = tour.focused();
    if (!at || at === document.body || at === document.documentElement) return undefined;
    const key = tour.key(at);
    if (tour.keys.has(key)) return undefined;
    tour.keys.add(key);
    const wrong: string[] = [];
    const shown = [at, at.nextElementSibling, at.closest("label"), at.closest(".cm-editor")];
    if (at instanceof SVGElement) shown.push(at.querySelector("rect"));
    const isMarked = shown.some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, strokeWidth } = getComputedStyle(each);
      const hasOutline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      return hasOutline || (each instanceof SVGElement && Number.parseFloat(strokeWidth) >= 3);
    });
    if (!isMarked) wrong.push(`no mark of focus: ${key}`);
    const { left, right, top, bottom } = at.getBoundingClientRect();
    if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth)
      wrong.push(`out of sight: ${key}`);
    return wrong;
  });

const sizes = [
  ["a desktop", {}],
  ["a tablet", { viewport: { width: 820, height: 1180 } }],
  ["a phone", { viewport: phone.viewport as { width: number; height: number } }],
] as const;

describe.each(Object.keys(screens) as Screen[])("the screen %s by keyboard alone", (name) => {
  it.each(sizes)(
    "on %s: Tab reaches every control, in sight and marked, and leaves the page",
    async (_, size) => {
      const page = await site.visit(`#${name}`, size);
      await page.waitForSelector("main .panel");
      await page.waitForTimeout(1500);
      await beginTour(page);
      const wrong: string[] = [];
      for (let press = 0; press < 400; press++) {
        await page.keyboard.press("Tab");
        const found = await stop(page);
        if (found === undefined) break;
        wrong.push(...found);
      }
      expect(wrong).toEqual([]);
      const missed = await page.evaluate(() => {
        const { keys, wanted } = window.tour;
        return { reached: keys.size, missed: wanted().filter((key) => !keys.has(key)) };
      });
      expect(missed.missed).toEqual([]);
      expect(missed.reached).toBeGreaterThan(10);
    },
  );
});

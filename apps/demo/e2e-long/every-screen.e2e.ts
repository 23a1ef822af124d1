import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { faults } from "../e2e/axe.ts";
import { overflows, phone, Site } from "../e2e/site.ts";
import { type Screen, screens } from "../src/screens.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

/** Controls lower or narrower than a thumb needs; words within a sentence are free of that. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots: ParentNode[] = [document];
    for (const root of roots)
      for (const each of root.querySelectorAll("*")) if (each.shadowRoot) roots.push(each.shadowRoot);
    const controls = roots.flatMap((root) => [
      ...root.querySelectorAll<HTMLElement>("button, select, input, summary, nav a, textarea"),
    ]);
    return controls.flatMap((control) => {
      if (control.matches(".term, .skip-link") || !control.checkVisibility({ opacityProperty: true }))
        return [];
      const target = control.closest("label:not(.setting)") ?? control;
      const { width, height } = target.getBoundingClientRect();
      return height >= 43.5 && width >= 43.5
        ? []
        : [`${control.outerHTML.slice(0, 120)}: ${width} x ${height}`];
    });
  });

/** Texts that are painted smaller than 12 px, scaled pictures included. */
const tiny = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots: ParentNode[] = [document.body];
    for (const root of roots)
      for (const each of root.querySelectorAll("*")) if (each.shadowRoot) roots.push(each.shadowRoot);
    return roots.flatMap((root) =>
      [...root.querySelectorAll<HTMLElement | SVGElement>("*")].flatMap((each) => {
        const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
        if (!own || !each.checkVisibility() || each.closest("style, script, .sr-only, title")) return [];
        const svg = each instanceof SVGElement ? each.ownerSVGElement : null;
        const scale = svg?.viewBox.baseVal.width
          ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
          : 1;
        const size = scale * Number.parseFloat(getComputedStyle(each).fontSize);
        return size > 11.9 ? [] : [`${each.textContent?.trim().slice(0, 40)}: ${size} px`];
      }),
    );
  });

const names = Object.keys(screens) as Screen[];
const heads = { light: "in light", dark: "in dark" } as const;

describe.each(names)("the screen %s", (name) => {
  it.each(Object.entries(heads))("%s: axe finds nothing serious", async (theme) => {
    const page = await site.visit(`#${name}`, { colorScheme: theme as keyof typeof heads });
    await settled(page);
    expect(await faults(page)).toEqual([]);
  });

  it.each([
    ["a phone", phone],
    ["a tablet", { viewport: { width: 820, height: 1180 }, hasTouch: true }],
    ["a desktop", {}],
  ])(
    "on %s: nothing wider than the screen, no text under 12 px, no target under 44 px",
    async (_, options) => {
      const page = await site.visit(`#${name}`, options);
      await settled(page);
      expect(await overflows(page)).toBe(false);
      expect(await tiny(page)).toEqual([]);
      expect(await small(page)).toEqual([]);
    },
  );
});

/** Once the screen has come, and what it draws. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector("main .panel");
  await page.waitForTimeout(700);
}

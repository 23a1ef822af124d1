import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

/** Presses Tab until an element that matches has the focus; fails after more stops than a screen has. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}.`);
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

describe("with the keyboard alone", () => {
  it("the train lab: choose a data set, play, pause", async () => {
    const page = await site.visit("#train");
    await page.waitForSelector(".train");
    await tabTo(page, ".lab-transport .primary");
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      () => document.querySelector(".lab-transport .primary")?.textContent === "Pause",
    );
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      () => document.querySelector(".lab-transport .primary")?.textContent === "Play",
    );
    await tabTo(page, "select.select");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.hash.includes("data=circles"));
  });

  it("the train lab: choose what computes, and a neuron to look at", async () => {
    const page = await site.visit("#train");
    await page.waitForSelector(".neuron");
    await tabTo(page, ".paths select");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.hash.includes("path=wasm"));
    await tabTo(page, ".neuron input");
    expect(await focused(page)).toMatch(/^loss: output /);
    await page.keyboard.press("ArrowLeft");
    await page.waitForSelector("h3:text('Every value of neuron l2.n0')");
    expect(await focused(page)).toMatch(/^l2\.n0: output .*, gradient /);
    await tabTo(page, ".inside og-stepper");
  });

  it("? lists the keys, Escape puts the list away", async () => {
    const page = await site.visit();
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    expect(await page.textContent("dialog[open]")).toContain("one step on");
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  it("a term explains itself on focus", async () => {
    const page = await site.visit();
    await tabTo(page, ".term");
    expect(await page.textContent("[role=tooltip]")).toMatch(/\.$/);
    await page.keyboard.press("Escape");
    expect(await page.locator("[role=tooltip]").count()).toBe(0);
  });
});

describe("on a phone of 360 px", () => {
  it.each(["", "#play?e=bad%20text%20%2B%20%2B", "#train", "#digits", "#digits?net=conv&noise=0.2&right=-4"])(
    '"%s" is no wider than the screen',
    async (hash) => {
      const page = await site.visit(hash, phone);
      await page.waitForSelector(".playground, .train, .digits-screen");
      await page.waitForTimeout(300);
      expect(await overflows(page)).toBe(false);
    },
  );
});

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it("has text of at least 4.5:1 and edges of at least 3:1", async () => {
    const page = await site.visit("", { colorScheme: theme });
    const ratio = (front: string, back: string) => contrast(page, front, back);
    for (const front of ["text", "muted", "data", "grad", "slope", "bad", "good"]) {
      for (const back of ["surface", "bg", "sunken"])
        expect(await ratio(front, back)).toBeGreaterThanOrEqual(4.5);
    }
    const onSoft = [
      ["data", "data-soft"],
      ["grad", "grad-soft"],
      ["bad", "bad-soft"],
      ["text", "grad-soft"],
      ["text", "bad-soft"],
      ["muted", "data-soft"],
      ["muted", "grad-soft"],
      ["grad", "data-soft"],
      ["data", "grad-soft"],
      ["on-accent", "data"],
    ] as const;
    for (const [front, back] of onSoft) expect(await ratio(front, back)).toBeGreaterThanOrEqual(4.5);
    for (const back of ["surface", "bg", "sunken", "data-soft"])
      expect(await ratio("edge", back)).toBeGreaterThanOrEqual(3);
  });
});

/** The contrast of two of the page's colours, as WCAG 2.2 defines it. */
function contrast(page: Page, front: string, back: string): Promise<number> {
  return page.evaluate(
    (names) => {
      const [one = 0, two = 0] = names.map((name) => {
        const probe = document.createElement("i");
        probe.style.color = `var(--${name})`;
        document.body.append(probe);
        const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
        probe.remove();
        const [r = 0, g = 0, b = 0] = parts.slice(0, 3).map((part) => {
          const share = Number(part) / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      });
      return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    },
    [front, back],
  );
}

it("the theme that is chosen stays after a reload", async () => {
  const page = await site.visit("", { colorScheme: "light" });
  await page.selectOption(".theme select", "dark");
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.reload();
  await page.waitForSelector(".playground");
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  expect(dark).toBe("rgb(13, 19, 28)");
});

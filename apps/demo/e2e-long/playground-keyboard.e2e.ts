import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, rows, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const open = async (hash = "", options = {}) => {
  const page = await site.visit(hash, options);
  await page.waitForSelector(".og-card");
  return page;
};

/** What has the focus, inside elements too: whether it matches, and what it is called. */
const focus = (page: Page, selector = "*") =>
  page.evaluate((wanted) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return {
      matches: at?.matches(wanted) ?? false,
      name: at?.getAttribute("aria-label") ?? at?.textContent ?? "",
    };
  }, selector);

/** Presses Tab until an element that matches has the focus; fails after more stops than the screen has. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 70; stop++) {
    await page.keyboard.press("Tab");
    if ((await focus(page, selector)).matches) return;
  }
  throw new Error(`Tab does not reach ${selector}.`);
}
const place = (page: Page) => page.textContent(".og-place");

const sizes = [
  ["at 1400 px", {}],
  ["at 820 px", { viewport: { width: 820, height: 1180 } }],
  ["on a phone of 360 px", phone],
] as const;

describe.each(sizes)("%s, with the keyboard alone", (_, options) => {
  it("a person types, walks the graph along its edges, and hears the steps", async () => {
    const page = await open("", options);
    await tabTo(page, "textarea");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("y = x * w");
    await page.waitForSelector('.og-card[aria-label^="y, x * w"]');
    await tabTo(page, ".og-card");
    expect((await focus(page)).name).toMatch(/^y, x \* w, value 1, gradient 1/);
    const [back, beside, on] = await page.evaluate(() =>
      innerWidth < 560 ? ["ArrowUp", "ArrowRight", "ArrowDown"] : ["ArrowLeft", "ArrowDown", "ArrowRight"],
    );
    for (const [key, name] of [
      [back, /^x, leaf/],
      [beside, /^w, leaf/],
      [on, /^y, /],
    ] as const) {
      await page.keyboard.press(key as string);
      expect((await focus(page)).name).toMatch(name);
    }
    expect(await page.textContent(".editor-back .active")).toBe("x * w");
    await page.keyboard.press("[");
    expect(await place(page)).toBe("backward 1 / 2");
    expect((await focus(page)).name).toMatch(/^y, /);
    await page.keyboard.press("]");
    expect(await page.textContent(".og-sentence[role=status]")).toMatch(/^y = x \* w passes its gradient 1/);
  });

  it("a person changes a leaf, the order, and the number of passes", async () => {
    const page = await open("#play?e=y%3Dx*x", options);
    await tabTo(page, 'input[aria-label="x"]');
    await page.keyboard.press("Shift+ArrowRight");
    const { name } = await focus(page);
    expect(name).toBe("x");
    await tabTo(page, 'input[value="topological"]');
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("order=recursive"));
    await tabTo(page, "input[type=checkbox]");
    await page.keyboard.press("Space");
    await page.waitForFunction(() => location.hash.includes("predict=yes"));
    await tabTo(page, "button");
    await page.keyboard.press("Enter");
    expect(await page.textContent("[data-passes]")).toContain("ran 2 times");
  });
});

it("a program is chosen, run and stepped through with the keyboard alone", async () => {
  const page = await open();
  await tabTo(page, 'input[value="expression"]');
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector("[data-logs]");
  await tabTo(page, ".cm-content");
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("// mine\n");
  await page.keyboard.press("Control+Enter");
  await tabTo(page, ".og-card");
  await page.keyboard.press("[");
  expect(await place(page)).toBe("backward 3 / 4");
});

it("keys of the story work wherever the focus is, but not while a person types", async () => {
  const page = await open();
  await page.keyboard.press("[");
  expect(await place(page)).toBe("backward 3 / 4");
  await page.keyboard.press("]");
  await page.keyboard.press("p");
  await page.waitForSelector(".og-place:text('forward 2 / 7')");
  await page.keyboard.press("p");
  expect(await page.textContent(".og-play")).toBe("Play");
  await page.keyboard.press("[");
  await page.click("textarea");
  await page.keyboard.press("[");
  expect(await place(page)).toMatch(/^forward/);
});

it("the rows of the tape are walked by arrows, and light up their cards", async () => {
  const page = await open();
  await tabTo(page, "tr[data-id]");
  await page.keyboard.press("End");
  expect(await page.getAttribute(".og-card.pointed", "aria-label")).toMatch(/^L, d \* f/);
});

describe("on a phone of 360 px", () => {
  it("the tape comes before the graph, and both fit", async () => {
    const page = await open("", phone);
    expect((await rows(page, ".tape og-tape")).at(-1)).toEqual(["L", "d * f", "−8", "1"]);
    const [tape, graph] = await Promise.all(
      [".tape", ".story"].map(async (part) => (await page.locator(part).boundingBox())?.y ?? 0),
    );
    expect(tape).toBeLessThan(graph as number);
    expect(await overflows(page)).toBe(false);
  });

  it("the controls of the story are always in reach, and large enough for a thumb", async () => {
    const page = await open("", phone);
    for (const scroll of [0, 600, 100_000]) {
      await page.evaluate((to) => window.scrollTo(0, to), scroll);
      for (const button of await page.locator(".og-transport button:visible").all()) {
        const { y = 1000, width = 0, height = 0 } = (await button.boundingBox()) ?? {};
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
        expect(y + height).toBeLessThanOrEqual(740);
      }
    }
    await page.tap('[aria-label="Back"]');
    expect(await place(page)).toBe("backward 3 / 4");
  });

  it("every example fits", async () => {
    const page = await open("", phone);
    const ids = await page.$$eval(".examples option", (all) =>
      all.map((each) => (each as HTMLOptionElement).value),
    );
    for (const id of ids) {
      await page.selectOption(".examples", id);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
  });
});

it("the accessibility tree names cards, rows, steps and sliders", async () => {
  const page = await open();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const tree = nodes.map(({ role, name }) => `${role?.value} ${name?.value}`);
  expect(tree).toEqual(
    expect.arrayContaining([
      "textbox Expression",
      "slider a",
      "graphics-symbol e, a * b, value −6, gradient −2",
      "rowheader e",
      "button Back",
      "slider Step",
      "radio Naive recursion",
    ]),
  );
});

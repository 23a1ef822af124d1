import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rows, Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(() => expect(site.problems).toEqual([]));

const editor = "textarea.editor-text";
const type = (page: Page, text: string) => page.fill(editor, text);
const place = (page: Page) => page.textContent("[data-story]");
/** Name, value and gradient of each row of the tape. */
const tape = async (page: Page) =>
  (await rows(page, ".tape")).map(([name, , value, grad]) => `${name} ${value} ${grad}`);
const seedAtEnd = ["a 2 6", "b −3 −4", "c 10 −2", "f −2 4", "e −6 −2", "d 4 −2", "L −8 1"];

describe("a fresh playground", () => {
  it("shows the seed graph with the gradients 6, -4, -2, 4 on cards and in the tape", async () => {
    const page = await site.visit();
    expect(await tape(page)).toEqual(seedAtEnd);
    expect(await place(page)).toBe("backward 4 / 4");
    const cards = await page.$$eval(".og-card", (all) => all.map((card) => card.getAttribute("aria-label")));
    expect(cards).toHaveLength(7);
    expect(cards).toContain("a, leaf, value 2, gradient 6");
    expect(cards).toContain("e, a * b, value −6, gradient −2");
  });

  it("tells the last step as a sentence, in symbols and in numbers", async () => {
    const page = await site.visit();
    expect(await page.textContent("[data-sentence]")).toBe(
      "e = a * b passes its gradient −2 to its inputs, each times the local slope: a gets (−2) * (−3) = 6; b gets (−2) * 2 = −4.",
    );
    expect(await page.locator(".formula math").count()).toBe(6);
  });
});

describe("typing", () => {
  it("an expression gives its graph and numbers", async () => {
    const page = await site.visit();
    await type(page, "y = tanh(w*x)");
    expect(await tape(page)).toEqual(["w 1 0.41997", "x 1 0.41997", "v3 1 0.41997", "y 0.76159 1"]);
    expect(await page.locator(".leaf").count()).toBe(2);
  });

  it("a mistake is underlined and told with a caret; the last good graph stays", async () => {
    const page = await site.visit();
    await type(page, "e = a * * b");
    expect(await page.textContent("[data-mistake] p")).toBe('Expected a number, a name or "(", found "*".');
    expect(await page.textContent("[data-mistake] pre")).toBe("  e = a * * b\n          ^");
    expect(await page.textContent(".editor-back .error")).toBe("*");
    expect(await page.getAttribute(editor, "aria-invalid")).toBe("true");
    expect(await tape(page)).toEqual(seedAtEnd);
  });

  it("every example is drawn, with a row for every card", async () => {
    const page = await site.visit();
    const ids = await page.$$eval(".expression option", (all) =>
      all.map((each) => (each as HTMLOptionElement).value),
    );
    expect(ids).toHaveLength(10);
    for (const id of ids) {
      await page.selectOption(".expression select", id);
      const cards = await page.locator(".og-card").count();
      expect(cards).toBeGreaterThan(1);
      expect(await page.locator(".tape tbody tr").count()).toBe(cards);
    }
  });

  it("marks the trail of a NaN", async () => {
    const page = await site.visit();
    await page.selectOption(".expression select", "nan");
    expect(await page.locator(".tape tr.not-finite").count()).toBe(3);
    expect(await page.textContent(".result strong")).toBe("NaN");
  });
});

describe("the story", () => {
  it("goes forward value by value and backward op by op, to the gradients 6, -4, -2, 4", async () => {
    const page = await site.visit();
    await page.click('[aria-label="First step"]');
    expect(await place(page)).toBe("forward 0 / 7");
    expect(await tape(page)).toEqual(["a  ", "b  ", "c  ", "f  ", "e  ", "d  ", "L  "]);
    for (let step = 0; step < 7; step++) await page.click('[aria-label="On"]');
    expect(await place(page)).toBe("forward 7 / 7");
    expect((await tape(page)).at(-1)).toBe("L −8 ");
    await page.click('[aria-label="On"]');
    await page.click('[aria-label="On"]');
    expect(await place(page)).toBe("backward 2 / 4");
    expect(await tape(page)).toEqual(["a 2 ", "b −3 ", "c 10 ", "f −2 4", "e −6 ", "d 4 −2", "L −8 1"]);
    await page.click('[aria-label="On"]');
    await page.click('[aria-label="On"]');
    expect(await tape(page)).toEqual(seedAtEnd);
  });

  it("plays from the start to the end by itself", async () => {
    const page = await site.visit("#play?e=y%3Dx*x");
    await page.click(".transport .play");
    await page.waitForFunction(() => document.querySelector("[data-story]")?.textContent === "forward 1 / 2");
    await page.waitForFunction(
      () => document.querySelector("[data-story]")?.textContent === "backward 2 / 2",
    );
  });

  it("shows += where a node is used twice", async () => {
    const page = await site.visit();
    await page.selectOption(".expression select", "reuse");
    expect(await page.locator(".formula.accumulates").count()).toBeGreaterThan(0);
    expect(await page.textContent(".formula.accumulates math")).toContain("+=");
    expect((await tape(page))[0]).toBe("x 3 7");
  });

  it("backward() again adds up in the leaves; zeroGrad() clears", async () => {
    const page = await site.visit();
    await page.click("button:text('backward() again')");
    expect(await tape(page)).toEqual([
      "a 2 12",
      "b −3 −8",
      "c 10 −4",
      "f −2 8",
      "e −6 −2",
      "d 4 −2",
      "L −8 1",
    ]);
    expect(await page.textContent("[data-passes]")).toContain("ran 2 times");
    await page.click("button:text('zeroGrad()')");
    expect((await tape(page)).every((row) => row.endsWith(" "))).toBe(true);
    expect(await page.textContent(".passes")).toContain("All gradients are 0.");
  });
});

describe("nudging", () => {
  it("a leaf's slider and field change everything that depends on it", async () => {
    const page = await site.visit();
    await page.focus('input[type=range][aria-label="a"]');
    await page.keyboard.press("ArrowRight");
    expect((await tape(page))[6]).toBe("L −7.4 1");
    await page.keyboard.press("Shift+ArrowRight");
    expect((await tape(page))[0]).toBe("a 3.1 6");
    await page.fill('input[aria-label="Value of f"]', "5");
    expect((await tape(page))[6]).toBe("L 3.5 1");
  });

  it("the check agrees with the gradients, until h is lost in rounding", async () => {
    const page = await site.visit();
    const check = async () =>
      (await rows(page, ".nudge")).map(([leaf, , grad, error]) => [leaf, grad, error] as const);
    expect((await check()).map(([leaf, grad]) => `${leaf} ${grad}`)).toEqual(["a 6", "b −4", "c −2", "f 4"]);
    expect((await check()).every(([, , error]) => error?.startsWith("✓"))).toBe(true);
    await page.locator(".nudge input[type=range]").fill("16");
    expect((await check()).map(([, , error]) => error)).toEqual(["1", "1", "1", "1"]);
  });

  it("uphill once takes L from -8 to -7.286496", async () => {
    const page = await site.visit();
    await page.click("text=Uphill");
    expect(await page.textContent(".result strong")).toBe("−7.286496");
  });
});

describe("one node, three views", () => {
  it("the card under the pointer lights up its text and its row", async () => {
    const page = await site.visit();
    await page.hover('.og-card[data-place="4"]');
    expect(await page.textContent(".editor-back .active")).toBe("a * b");
    expect(await page.textContent(".tape tr.pointed")).toContain("a * b");
  });

  it("so does the row, and so does the text", async () => {
    const page = await site.visit();
    await page.hover(".tape tbody tr:nth-child(6)");
    expect(await page.getAttribute(".og-card.pointed", "aria-label")).toMatch(/^d, e \+ c/);
    await page.hover(editor, { position: { x: 13 + 4.5 * 9, y: 11 + 12 } });
    expect(await page.getAttribute(".og-card.pointed", "aria-label")).toMatch(/^a, leaf/);
  });
});

it("opens as a program that can be copied", async () => {
  const page = await site.visit();
  await page.click("text=Open as code");
  expect(await page.textContent("[data-code]")).toContain("const L = d.mul(f);");
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
});

import { type Exercise, exerciseOf, solutionOf } from "@outgrad/exercises/track";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { faults } from "./axe.ts";
import { overflows, phone, Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const solution = solutionOf(exerciseOf("add-mul") as Exercise, "typescript");
const broken = solution.replace(/(\w+)\.data \* out\.grad/, "$1.data");
const brokenLine = broken.split("\n").findIndex((line, i) => line !== solution.split("\n")[i]) + 1;

const editor = ".code .cm-content";
const written = (page: Page) =>
  page.$$eval(".code .cm-line", (lines) => lines.map(({ textContent }) => textContent).join("\n"));

async function check(page: Page, text: string): Promise<void> {
  await page.waitForSelector("[data-editor=ready]");
  await page.focus(editor);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
  await page.click(".code button.primary");
  await page.waitForSelector("[data-verdict]");
}

const hash = "#exercises?id=add-mul&lang=ts";

describe("a wrong text", () => {
  it.each([
    ["in light, on a desktop", {}],
    ["in dark, on a phone", { ...phone, colorScheme: "dark" as const }],
  ])(
    "%s: its cause, its line, its page and its first wrong edge; axe finds nothing serious",
    async (_, options) => {
      const page = await site.visit(hash, options);
      await check(page, broken);
      expect(await page.textContent("[data-verdict]")).toBe("One thing is wrong.");
      expect(await page.textContent(".right")).toContain("add");
      expect(await page.textContent("[data-code=no-chain]")).toContain(`Line ${brokenLine}`);
      expect(await page.getAttribute("[data-code=no-chain] a", "href")).toMatch(/^\.\/docs\/confusions\//);
      for (const words of ["A hint about this", "More", "More"]) await page.click(`text="${words}"`);
      expect(await page.locator("[data-code=no-chain] .findings li").count()).toBe(3);
      expect(await page.getAttribute("[data-difference]", "data-difference")).toBe("slope");
      await page.waitForSelector("og-graph .og-edge.og-marked");
      expect(await page.locator("og-graph .og-edge.og-marked").count()).toBe(1);
      expect(await page.locator(".cm-lint-marker-error").count()).toBe(1);
      expect(await overflows(page)).toBe(false);
      expect(await faults(page)).toEqual([]);
      await page.click(`text=Line ${brokenLine}`);
      await page.waitForFunction((selector) => document.activeElement?.matches(selector), editor);
      expect(await page.textContent(".cm-lineNumbers .cm-activeLineGutter")).toBe(String(brokenLine));
      // Tab leads out of the editor.
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Check");
    },
  );

  it("that never ends is stopped, and says so; the next one works", async () => {
    const page = await site.visit(hash);
    await check(page, "for (;;);");
    expect(await page.getAttribute(".causes li", "data-code")).toBe("endless-loop");
    await check(page, solution);
    await page.waitForSelector("[data-verdict=passed]");
    expect(await page.textContent("[data-difference=none]")).toMatch(/is the right one\.$/);
  });
});

it("hints come one by one, the solution after the third; all of it is remembered", async () => {
  const page = await site.visit(hash);
  await page.waitForSelector("[data-editor=ready]");
  const solve = 'button:has-text("A solution")';
  expect(await page.getAttribute(solve, "aria-disabled")).toBe("true");
  for (const kind of ["question", "rule", "line"]) {
    await page.keyboard.press("Alt+h");
    await page.waitForSelector(`[data-hint=${kind}]`);
  }
  await page.click(solve);
  expect(await page.textContent("[data-solution]")).toBe(solution);
  await page.keyboard.press("Escape");
  await page.focus(editor);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("const mine = 1;");
  await page.click("text=Start over");
  expect(await written(page)).toContain('"to do: add"');
  await page.click("text=Undo: my text back");
  expect(await written(page)).toBe("const mine = 1;");
  await page.click("text=Python");
  await page.waitForFunction(() => location.hash.includes("lang=py"));
  expect(await page.textContent(".task .prose")).toContain("__add__");
  expect(await page.locator("[data-hint]").count()).toBe(0);
  await page.reload();
  await page.click("text=TypeScript");
  await page.waitForSelector("[data-hint=line]");
  await page.waitForSelector("[data-editor=ready]");
  expect(await written(page)).toBe("const mine = 1;");
});

it("progress goes into a file and comes out of it in another browser; what is none is refused in a sentence", async () => {
  const page = await site.visit(hash);
  await check(page, solution);
  await page.waitForSelector("[data-verdict=passed]");
  await page.click("text=Export or import");
  const coming = page.waitForEvent("download");
  await page.click("text=Export to");
  const file = await (await coming).path();
  const other = await site.visit(hash);
  expect(await other.textContent("[data-passed]")).toBe("0");
  await other.click("text=Export or import");
  await other.setInputFiles("input[type=file]", {
    name: "x.json",
    mimeType: "application/json",
    buffer: Buffer.from("[]"),
  });
  expect(await other.textContent("[role=alert]")).toBe("This is no progress of these exercises.");
  await other.setInputFiles("input[type=file]", file);
  await other.waitForSelector("[data-passed='1']", { state: "attached" });
  expect(await other.getAttribute('.track a[href*="id=add-mul"]', "aria-label")).toMatch(/, passed$/);
});

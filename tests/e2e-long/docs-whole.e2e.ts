import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, faultsOf, fits, phone, readable, reference, written } from "../e2e/pages.ts";
import { Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

describe.each([...written, ...reference])("/%s", (path) => {
  it("prints in Chromium what it says, fits on a desk in the light, and axe finds no fault in all of it", async () => {
    const problems = await site.visit(path, desktop, async (page) => {
      for (const block of await blocksOf(page)) await runs(block);
      await fits(page);
      expect(await faultsOf(page)).toEqual([]);
    });
    expect(problems).toEqual([]);
  });

  it("loads nothing from elsewhere, has no error and fits on a phone, in the dark; axe finds no fault", async () => {
    const problems = await site.visit(path, { ...phone, colorScheme: "dark" }, async (page) => {
      await fits(page);
      expect(await faultsOf(page)).toEqual([]);
    });
    expect(problems).toEqual([]);
  });

  it("can be read without JavaScript", async () => {
    await site.visit(path, { ...phone, javaScriptEnabled: false }, readable);
  });
});

/** The blocks of a page that can run, when they can. */
async function blocksOf(page: Page): Promise<Locator[]> {
  const blocks = page.locator("og-code");
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("main details"))
      (details as HTMLDetailsElement).open = true;
  });
  if ((await blocks.count()) > 0) await blocks.first().getByRole("button", { name: "Run" }).waitFor();
  return blocks.all();
}

/** Runs a block: it ends well, or badly where it says so, and prints what the page says. */
async function runs(block: Locator): Promise<void> {
  const code = (await block.locator("div.language-ts code").textContent()) ?? "";
  const said = (await block.locator("div.language-text pre").allInnerTexts()).join("");
  await block.getByRole("button", { name: "Run" }).click();
  await block.getByText(/^(Done|Stopped|It did not)/).waitFor({ timeout: 60_000 });
  const failures = await block.locator(".og-failure").allInnerTexts();
  if (!code.includes("// throws ")) expect(failures).toEqual([]);
  const hasClaims = /console\.log\(.*\/\/ /.test(code);
  const printed = (await block.locator(".og-printed").allInnerTexts()).join("");
  if (said !== "" && !hasClaims) expect(printed.trim()).toBe(said.trim());
}

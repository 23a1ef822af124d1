import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { filesUnder, root } from "../src/files.ts";

const folder = join(root, "docs");
/** Every page of the docs that somebody wrote. */
export const written = filesUnder(folder, /\.md$/)
  .map((path) => path.slice(folder.length + 1))
  .filter((path) => !/^(api|\.vitepress)\//.test(path))
  .map((path) => `docs/${path.replace(/(index)?\.md$/, "")}`);
/** Some of those that are made from the sources. */
export const reference = ["docs/api/", "docs/api/@outgrad/engine/index/classes/Value"];

export const desktop = { viewport: { width: 1400, height: 900 } };
export const phone = { viewport: { width: 360, height: 740 } };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The faults that axe finds on a page, each with the places. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

/** The page is not wider than the screen. */
export const fits = async (page: Page) => {
  await page.waitForSelector("h1");
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(excess, "pixels of horizontal overflow").toBeLessThanOrEqual(0);
};

/** Words, code, output and pictures are there without a script, and nothing that would need one. */
export const readable = async (page: Page) => {
  expect((await page.innerText("h1")).length).toBeGreaterThan(3);
  const hidden = await page
    .locator("main :is(div[class*=language-] pre, figure, .steps)")
    .evaluateAll(
      (parts) =>
        parts.filter((part) => !part.closest("details") && part.getClientRects().length === 0).length,
    );
  expect(hidden).toBe(0);
  expect(await page.getByRole("button", { name: "Run" }).count()).toBe(0);
};

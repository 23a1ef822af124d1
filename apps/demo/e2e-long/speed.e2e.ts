import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, rows, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const primary = ".lab-transport .primary";
const patience = { timeout: 180_000 };
const headline = (page: Page) => page.waitForSelector("[data-headline]", patience);

it("races five paths and says in ratios, words and a table what came out", async () => {
  const page = await site.visit("#speed?program=readme");
  expect(await page.textContent('[data-ratio="wasm"]')).toBe("…");
  await page.click(primary);
  await page.waitForSelector(".measured progress");
  expect(await page.textContent(primary)).toBe("Cancel");
  await headline(page);
  expect(await page.textContent("[data-headline]")).toMatch(
    /^In the time of one eager step \w+ does .* here, and micro takes .* times as long as eager; .*\.$/,
  );
  expect(await page.textContent("[role=status]")).toBe(await page.textContent("[data-headline]"));
  const table = await rows(page, ".race-table");
  expect(table.map(([name]) => name)).toEqual(["Micro", "Eager", "Replay", "Vector", "WebAssembly"]);
  expect(table[1]?.slice(1, 3)).toEqual(["1 ×", "1 × – 1 ×"]);
  for (const [, ratio, spread, same] of table.filter((_, i) => i !== 1)) {
    expect(ratio).toMatch(/^[\d.\u202f]+(e.\d+)? ×$/);
    expect(spread).toContain(" – ");
    expect(same).toMatch(/^(the same bits|within .*e−1\d)$/);
  }
});

describe("with the keyboard alone", () => {
  it("chooses a program and a size, races, cancels, and races again with P", async () => {
    const page = await site.visit("#speed");
    await page.focus("select.select >> nth=-1");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.hash.includes("program=fit"));
    await page.focus(".settings input[type=range]");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("size=100"));
    await page.focus(primary);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".measured progress");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".measured :text('Cancelled.')");
    await page.keyboard.press("p");
    await page.waitForSelector(".measured progress");
    await page.keyboard.press("p");
    await page.waitForSelector(".measured :text('Cancelled.')");
  });
});

it("on a phone: opens as a program of what is chosen, and nothing is wider than the screen", async () => {
  const page = await site.visit("#speed?program=arm&size=30", phone);
  expect(await overflows(page)).toBe(false);
  await page.click("button:text('Open as code')");
  expect(await page.textContent("[data-code]")).toContain("An arm of 30 joints");
});

it.each([
  "#speed?program=<img src=x onerror=hacked=1>&size=-1",
  "#gpu?kernel=__proto__&prefer=<svg/onload=hacked=1>",
])("%s breaks nothing", async (hash) => {
  const page = await site.visit(hash);
  await page.waitForSelector(primary);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
});

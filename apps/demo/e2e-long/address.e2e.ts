import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rows, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

describe("the address", () => {
  it("brings the playground back as it was", async () => {
    const page = await site.visit();
    await page.fill("textarea", "y = x*x + w\nz = tanh(y)");
    await page.fill('input[aria-label="Value of x"]', "-0.75");
    await page.click("text=backward() again");
    await page.click('[aria-label="Back"]');
    await page.locator(".nudge input[type=range]").fill("9");
    await page.waitForFunction(() => location.hash.includes("h=-9"));
    const again = await site.visit(new URL(page.url()).hash);
    await again.waitForSelector(".og-card");
    expect(await rows(again, "og-tape")).toEqual(await rows(page, "og-tape"));
    expect(await again.inputValue("textarea")).toBe("y = x*x + w\nz = tanh(y)");
    expect(await again.textContent(".og-place")).toBe(await page.textContent(".og-place"));
    expect(await rows(again, ".nudge")).toEqual(await rows(page, ".nudge"));
  });

  it("brings the train lab back as it was", async () => {
    const page = await site.visit("#train");
    await page.locator(".settings select").first().selectOption("xor");
    await page.click('[aria-label="Fewer units in hidden layer 2"]');
    await page.waitForFunction(() => location.hash.includes("layers="));
    const hash = new URL(page.url()).hash;
    expect(hash).toBe("#train?data=xor&layers=16-12");
    const again = await site.visit(hash);
    expect(await again.textContent(".shape")).toBe("2 – 16 – 12 – 1");
  });

  it("keeps each screen's state while another is in front", async () => {
    const page = await site.visit();
    await page.fill("textarea", "q = r * r");
    await page.click("text=Train lab");
    await page.waitForSelector(".train");
    await page.click("text=Playground");
    expect(await page.inputValue("textarea")).toBe("q = r * r");
    await page.goBack();
    await page.waitForSelector(".train");
  });
});

const scripts = [
  "<img src=x onerror=hacked=1>",
  "<svg/onload=hacked=1>",
  "</textarea><script>hacked=1</script>",
  "y = constructor.constructor('hacked=1')()",
  "javascript:hacked=1",
  "__proto__ = a * b; toString = __proto__ * 2",
  "x".repeat(3999),
  `${"(".repeat(1500)}x`,
  "\u202ey = x\u0000*x",
];
const hashes = [
  ...scripts.map((text) => `#play?e=${encodeURIComponent(text)}`),
  ...scripts.map((text) => `#play?e=y%3Dx*x&at=${encodeURIComponent(text)}&step=${encodeURIComponent(text)}`),
  ...scripts.map((text) => `#${encodeURIComponent(text)}`),
  "#play?e=y%3Dx**x**x**x&at=x:1e308&step=1e9&passes=-1&h=5",
  "#play?%E0%A4%A=%&&&==&e",
  "#train?data=%3Cscript%3E&layers=999-1e9&lr=1e999&seed=NaN&n=-5&loss=constructor",
];

const isHarmless = async (page: Page) => {
  await page.waitForSelector(".playground, .train");
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(await page.locator("main img, main script, main [onload], main [onerror]").count()).toBe(0);
};

describe("a hostile address", () => {
  it.each(hashes.filter((_, i) => i % 4 === 0))("%s runs nothing and breaks nothing", async (hash) => {
    const page = await site.visit(hash);
    await isHarmless(page);
  });

  it("runs nothing and breaks nothing when it comes later, and the page goes on", async () => {
    const page = await site.visit();
    for (const hash of hashes) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await isHarmless(page);
    }
    await page.evaluate(() => {
      location.hash = "#play?e=y%3Dx*x&at=x:3";
    });
    await page.waitForFunction(() => document.querySelector(".result strong")?.textContent === "9");
  });
});

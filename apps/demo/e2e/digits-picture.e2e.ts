import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { changes, patience, seven, stroke, train, visit } from "./digits.ts";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

describe("the picture", () => {
  it("is drawn with the mouse, and read", async () => {
    const page = await visit(site, "#digits");
    await train(page);
    await page.click("button:text('Clear')");
    await page.waitForFunction(() => document.querySelector(".pad-ink")?.getAttribute("d") === "");
    await stroke(page, seven);
    await page.waitForFunction(
      () => document.querySelector("[data-said]")?.textContent === "7",
      undefined,
      patience,
    );
    expect(await page.textContent(".drawing .panel-head")).toContain("A drawing");
    await page.click("button:text('Undo')");
    await page.waitForFunction(() => document.querySelector(".pad-ink")?.getAttribute("d") === "");
  });

  it("is erased where the eraser goes", async () => {
    const page = await visit(site, "#digits");
    const length = () =>
      page.evaluate(() => document.querySelector(".pad-ink")?.getAttribute("d")?.length ?? 0);
    await page.click("button:text('Clear')");
    await stroke(page, [
      [0.2, 0.5],
      [0.8, 0.5],
    ]);
    const line = await length();
    expect(line).toBeGreaterThan(0);
    await page.click("label:text('Eraser')");
    await stroke(page, [
      [0.1, 0.5],
      [0.9, 0.5],
    ]);
    expect(await length()).toBeLessThan(line);
  });

  it("is moved and made noisy", async () => {
    const page = await visit(site, "#digits");
    const seen = () => page.innerHTML(".as-seen svg");
    const before = await seen();
    await page.locator(".changes input").nth(0).fill("6");
    const moved = await seen();
    expect(moved).not.toBe(before);
    await page.locator(".changes input").nth(2).fill("0.2");
    expect(await seen()).not.toBe(moved);
    expect(await page.textContent(".changes")).toContain("20.0 % of the cells");
  });

  it("is chosen among the most wrong ones", async () => {
    const page = await visit(site, "#digits?epochs=2");
    await train(page);
    const button = page.locator(".digit-button").first();
    const [, said, label] = /^(\d), is (\d)/.exec((await button.getAttribute("aria-label")) ?? "") ?? [];
    await button.click();
    await page.waitForFunction(
      (wanted) => document.querySelector("[data-said]")?.textContent === wanted,
      said,
    );
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    expect(await page.textContent(".verdict")).toContain(`but this is a ${label}`);
  });
});

it("what is mixed up is shown by a click on its number, or chosen in a list", async () => {
  const page = await visit(site, "#digits?epochs=2");
  await train(page);
  const cell = page.locator(".matrix .og-cell-grad").first();
  const [label, said] = [await cell.getAttribute("data-label"), await cell.getAttribute("data-as")];
  await cell.click();
  const shown = () =>
    page.$$eval(".digit-button", (all) => all.map((each) => each.getAttribute("aria-label")?.slice(0, 7)));
  expect(new Set(await shown())).toEqual(new Set([`${said}, is ${label}`]));
  expect(await page.inputValue(".worst select")).toBe(`${label}-${said}`);
  await page.selectOption(".worst select", "all");
  expect(await page.locator(".digit-button").count()).toBe(32);
});

describe("what would have to change", () => {
  it("follows the target, and the picture follows the gradient until it is read as that", async () => {
    const page = await visit(site, "#digits");
    await train(page);
    const loss = await page.textContent("[data-loss]");
    await page.click(".digit-choice label:text('5')");
    await changes(page, "[data-loss]", loss);
    expect(await page.getAttribute(".change svg", "aria-label")).toContain("likelier");
    for (let step = 0; step < 12 && (await page.textContent("[data-said]")) !== "5"; step++) {
      const before = await page.textContent("[data-loss]");
      await page.click("button:text('Follow it one step')");
      await changes(page, "[data-loss]", before);
    }
    expect(await page.textContent("[data-said]")).toBe("5");
  });
});

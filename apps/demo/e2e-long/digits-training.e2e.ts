import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { changes, figure, number, patience, primary, says, train, visit } from "../e2e/digits.ts";
import { Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

describe.each([
  ["mlp", "128 units"],
  ["conv", "16 filters"],
])("the %s", (net, inside) => {
  it("passes 97 % on the page with the initial settings, and shows itself", async () => {
    const page = await visit(site, `#digits?net=${net}`);
    expect(await figure(page, "epoch")).toMatch(/^0 \/ /);
    await train(page);
    expect(await number(page, "test-accuracy")).toBeGreaterThan(97);
    const wrong = Number(await page.getAttribute("[data-wrong]", "data-wrong"));
    expect(wrong).toBeLessThan(0.03 * 297);
    expect(await page.locator(".digit-button.wrong").count()).toBe(wrong);
    expect(await page.getAttribute(".confusion svg", "aria-label")).toContain(`${297 - wrong} right`);
    expect(await page.textContent(".inside-net")).toContain(inside);
    expect(await page.getAttribute(".curve svg", "aria-label")).toMatch(/^train fell from 2\./);
  });
});

describe("training", () => {
  it("pauses, goes on where it was, and starts over", async () => {
    const page = await visit(site, "#digits?epochs=100");
    await page.click(primary);
    await says(page, "Pause");
    await page.waitForFunction(
      () => !document.querySelector('[data-figure="epoch"]')?.textContent?.startsWith("0 /"),
      undefined,
      patience,
    );
    await page.click(primary);
    await says(page, "Resume");
    await page.waitForTimeout(400);
    const held = await figure(page, "step");
    await page.waitForTimeout(400);
    expect(await figure(page, "step")).toBe(held);
    await page.click("button:text('Step')");
    const plain = (text: string | null) => Number(text?.replace(/\D/g, ""));
    expect(plain(await changes(page, '[data-figure="step"]', held))).toBe(plain(held) + 1);
    await page.click(primary);
    await says(page, "Pause");
    await page.click("button:text('Reset')");
    await says(page, "Train");
    await page.waitForFunction(() => document.querySelector('[data-figure="step"]')?.textContent === "0");
    expect(await figure(page, "epoch")).toBe("0 / 100");
  });

  it("a changed setting starts another training, with its own number of epochs", async () => {
    const page = await visit(site, "#digits?epochs=1");
    await train(page);
    const first = await figure(page, "test-accuracy");
    await page.click("button:text('Next') >> nth=1");
    await page.waitForFunction(() => location.hash.includes("seed=2"));
    await says(page, "Train");
    await train(page);
    expect(await figure(page, "test-accuracy")).not.toBe(first);
    await page.click("label:text('Conv net')");
    await page.waitForFunction(() => location.hash.includes("net=conv"));
    await page.waitForFunction(
      () => document.querySelector('[data-figure="epoch"]')?.textContent === "0 / 20",
    );
    expect(await page.inputValue("select:near(:text('Optimiser'))")).toBe("adamw");
  });
});

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { patience, primary, says, seven, stroke, train, visit } from "../e2e/digits.ts";
import { overflows, phone, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

describe("the address", () => {
  it("brings a drawing and its training back", async () => {
    const page = await visit(site, "#digits?net=conv&epochs=1");
    await page.click("button:text('Clear')");
    await stroke(page, seven);
    await page.locator(".changes input").nth(1).fill("-2");
    await page.click(".digit-choice label:text('9')");
    await page.waitForFunction(() => /ink=.*target=9/.test(location.hash));
    const again = await visit(site, new URL(page.url()).hash);
    expect(await again.getAttribute(".pad-ink", "d")).toBe(await page.getAttribute(".pad-ink", "d"));
    expect(await again.innerHTML(".as-seen svg")).toBe(await page.innerHTML(".as-seen svg"));
    expect(await again.textContent("[data-loss]")).toBe(await page.textContent("[data-loss]"));
    expect(await again.isChecked(".digit-choice input[value='9']")).toBe(true);
    await train(page);
    await train(again);
    expect(await again.textContent("[data-loss]")).toBe(await page.textContent("[data-loss]"));
  });

  it("keeps the screen's state while another is in front, and its training holds meanwhile", async () => {
    const page = await visit(site, "#digits?test=12&epochs=500");
    await page.click(primary);
    await says(page, "Pause");
    await page.click("nav >> text=Playground");
    await page.waitForSelector(".playground");
    await page.click("nav >> text=Digits");
    await says(page, "Resume");
    expect(await page.textContent(".drawing .panel-head")).toContain("Test picture 13 of 297");
  });

  it.each([
    "#digits?net=<img src=x onerror=hacked=1>&ink=<svg/onload=hacked=1>&test=1e9",
    `#digits?ink=${"A".repeat(300)}&epochs=1e9&lr=NaN&noise=-1`,
    "#digits?target=__proto__&seed=constructor&%E0%A4%A=%&&==",
  ])("%s breaks nothing", async (hash) => {
    const page = await visit(site, hash);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.textContent(".drawing .panel-head")).toContain("Test picture 1 of 297");
  });
});

it("opens as a program of what is on the screen", async () => {
  const page = await visit(site, "#digits?net=conv&seed=5&epochs=7");
  await page.click("button:text('Open as code')");
  const code = (await page.textContent("[data-code]")) ?? "";
  expect(code).toContain("const stream = random(5);");
  expect(code).toContain("new Conv2d(1, 16, 3");
  expect(code).toContain("epochs: 7,");
});

describe("with the keyboard alone", () => {
  /** Presses Tab until an element that matches has the focus; fails after more stops than a screen has. */
  const tabTo = async (page: Page, selector: string) => {
    for (let stop = 0; stop < 90; stop++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    throw new Error(`Tab does not reach ${selector}.`);
  };

  it("trains, draws a 1, erases all, picks a target and a test picture", async () => {
    const page = await visit(site, "#digits?epochs=10");
    await tabTo(page, primary);
    await page.keyboard.press("Enter");
    await says(page, "Again");
    await tabTo(page, ".pad");
    await page.keyboard.press("Delete");
    await page.waitForFunction(() => document.querySelector(".pad-ink")?.getAttribute("d") === "");
    await page.keyboard.press("Space");
    expect(await page.textContent("[role=status]")).toBe("Pen down at column 16, row 5.");
    for (let step = 0; step < 11; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    expect(await page.textContent("[role=status]")).toBe("Pen up.");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(
      () => document.querySelector("[data-said]")?.textContent === "1",
      undefined,
      patience,
    );
    await tabTo(page, '[aria-label="Next test picture"]');
    await page.keyboard.press("Enter");
    expect(await page.textContent(".drawing .panel-head")).toContain("Test picture 2 of 297");
    await tabTo(page, ".changes input");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("right=1"));
    await tabTo(page, ".digit-choice input");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("target=4"));
    await tabTo(page, ".digit-button");
    await page.keyboard.press("Enter");
    expect(await page.getAttribute(".digit-button:focus", "aria-pressed")).toBe("true");
  });

  it("P plays and pauses; Control Z takes back a stroke", async () => {
    const page = await visit(site, "#digits?epochs=500");
    await page.keyboard.press("p");
    await says(page, "Pause");
    await page.keyboard.press("p");
    await says(page, "Resume");
    await page.focus(".pad");
    await page.keyboard.press("Delete");
    const before = await page.getAttribute(".pad-ink", "d");
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowDown");
    expect(await page.getAttribute(".pad-ink", "d")).not.toBe(before);
    await page.keyboard.press("Control+z");
    expect(await page.getAttribute(".pad-ink", "d")).toBe(before);
  });
});

describe("on a phone of 360 px", () => {
  it("is no wider than the screen, trained and drawn on with a finger", async () => {
    const page = await visit(site, "#digits?epochs=2", phone);
    await train(page);
    await page.tap("button:text('Clear')");
    const box = await page.locator(".pad").boundingBox();
    if (box) await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() => document.querySelector(".pad-ink")?.getAttribute("d") !== "");
    expect(await overflows(page)).toBe(false);
    const cut = await page.$$eval(".panel", (panels) =>
      panels.filter((panel) => panel.scrollWidth > panel.clientWidth + 1).map((panel) => panel.className),
    );
    expect(cut).toEqual([]);
  });

  it("has controls that are large enough for a thumb", async () => {
    const page = await visit(site, "#digits", phone);
    const small = await page.$$eval(
      ".digits-screen :is(.button:not(.small), .segmented label, .digit-button, .check, select)",
      (all) =>
        all
          .map((each) => [each.textContent, each.getBoundingClientRect()] as const)
          .filter(([, { width, height }]) => width < 24 || height < 44)
          .map(([text, { width, height }]) => `${text}: ${width} by ${height}`),
    );
    expect(small).toEqual([]);
  });
});

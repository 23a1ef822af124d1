import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, rows, Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const patience = { timeout: 60_000 };
/** Waits until the verdict says this. */
const verdict = (page: Page, said: string) =>
  page.waitForSelector(`[data-verdict]:text-is("${said}")`, patience);
const wrong = "Your gradient is wrong for b.";

describe("a function that a person writes", () => {
  it("by mouse: the mistake of the first example is found, mended, and the point moved", async () => {
    const page = await site.visit("#check");
    await verdict(page, wrong);
    expect((await rows(page, ".check-methods table")).map(([name]) => name?.split(" ")[0])).toEqual(
      expect.arrayContaining([
        "forward",
        "symmetric",
        "five-point",
        "Richardson",
        "Ridders",
        "complex",
        "backward()",
        "by",
      ]),
    );
    await page.waitForSelector("[data-editor=ready]", patience);
    await page.click(".cm-line:has-text('1 - y];')");
    // The line is wrapped: to the end of the row, then to that of the line.
    for (let i = 0; i < 2; i++) await page.keyboard.press("End");
    for (let i = 0; i < "];".length; i++) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type(" * y");
    await verdict(page, "Your gradient is right for x, w and b, at this point.");
    await page.fill("input[aria-label='x, exactly']", "0.25");
    await page.waitForFunction(() => location.hash.includes("x=0.25"));
    await page.click(".check-curve label:has-text('w')");
    await page.waitForFunction(() => location.hash.includes("of=1"));
  });

  it("by keyboard alone: written, checked with Ctrl+Enter, and left with Tab", async () => {
    const page = await site.visit("#check");
    await page.waitForSelector("[data-editor=ready]", patience);
    await page.focus(".cm-content");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(
      'import { type Value } from "@outgrad/engine";\nexport const f = (t: Value) => t.square().sin(',
      { delay: 0 },
    );
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("[data-failure]", patience);
    expect(await page.textContent("[data-failure]")).toMatch(/^Line [23]: The code cannot be read in line/);
    await page.waitForSelector(".cm-lintRange-error, .cm-lint-marker-error");
    await page.keyboard.press("End");
    await page.keyboard.type(");");
    await page.keyboard.press("Control+Enter");
    await verdict(page, "The engine’s gradient is right for t, at this point.");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Check");
  });

  it("that never ends is stopped, and the page lives", async () => {
    const code = encodeURIComponent("export const f = (x: number) => { for (;;); };");
    const page = await site.visit(`#check?code=${code}`);
    await page.waitForSelector("[data-failure]", patience);
    expect(await page.textContent("[data-failure]")).toMatch(
      /^Stopped after 2 seconds: the code was still running\./,
    );
    await page.selectOption(".check-subject select", "right");
    await verdict(page, "Your gradient is right for a and b, at this point.");
  });
});

describe("the worst input", () => {
  it("is found where the gradient is wrong, and gone to", async () => {
    const page = await site.visit("#check");
    await verdict(page, wrong);
    await page.selectOption(".check-subject select", "hidden");
    await verdict(page, "Your gradient is right for x, at this point.");
    await page.focus(".check-worst .primary");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-search] p:has-text('Wrong at x = 2.5')", patience);
    await page.waitForFunction(
      () => document.querySelector("[role=status]")?.textContent?.startsWith("Wrong at"),
      null,
      patience,
    );
    await page.click("[data-search] button:text('Go there')");
    await verdict(page, "Your gradient is wrong for x.");
  });

  it("can be cancelled", async () => {
    const page = await site.visit("#check?kind=op&op=atan2");
    await verdict(page, "The engine’s gradient is right for a and b, at this point.");
    await page.click(".check-worst button:text('Search')");
    await page.click(".check-worst button:text('Cancel')");
    const round = await page.getAttribute(".check-worst progress", "value");
    await page.waitForTimeout(1000);
    expect(await page.getAttribute(".check-worst progress", "value")).toBe(round);
  });
});

describe("the table of ops", () => {
  it("is measured op after op, found in, sorted, and leads to an op", async () => {
    const page = await site.visit("#check");
    await verdict(page, wrong);
    await page.click(".check-table button:text('Measure')");
    await page.waitForSelector("[data-measured]:text-is('64 of 64 ops')", { timeout: 120_000 });
    const verdicts = await page.$$eval(".op-errors .badge", (all) => all.map((each) => each.textContent));
    expect(verdicts.length).toBeGreaterThan(64);
    expect(new Set(verdicts)).toEqual(new Set(["✓ OK"]));
    await page.fill(".check-table input[type=search]", "tan");
    await page.click(".op-errors th button:text('forward')");
    const found = await rows(page, ".op-errors table");
    expect(found.map(([name]) => name)).toEqual(expect.arrayContaining(["∂tan/∂a", "∂tanh/∂a", "∂atan2/∂b"]));
    expect(await page.getAttribute(".op-errors th:has(button:text('forward'))", "aria-sort")).toBe(
      "descending",
    );
    await page.click(".op-errors button:text('∂tanh/∂a')");
    await verdict(page, "The engine’s gradient is right for a, at this point.");
    await page.waitForURL(/kind=op/);
  });
});

describe("on a phone of 360 px", () => {
  it.each(["#check", "#check?kind=op&op=atan2"])("%s is no wider than the screen", async (hash) => {
    const page = await site.visit(hash, phone);
    await page.waitForSelector("[data-verdict]", patience);
    await page.waitForTimeout(300);
    expect(await overflows(page)).toBe(false);
  });
});

it("opens as a program", async () => {
  const page = await site.visit("#check?kind=op&op=hypot");
  await verdict(page, "The engine’s gradient is right for a and b, at this point.");
  await page.click(".check-subject button:text('Open as code')");
  expect(await page.textContent("[data-code]")).toMatch(
    /import \{ hypot, type Value \}[\s\S]*checkGradient\(surface, engine, point/,
  );
});

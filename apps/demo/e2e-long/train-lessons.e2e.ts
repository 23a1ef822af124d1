import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const patience = { timeout: 240_000 };
const panel = (page: Page, title: string) =>
  page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) }).last();
const figure = (page: Page, name: string) => page.textContent(`[data-figure="${name}"]`);
const stands = (page: Page, step: number) =>
  page.waitForFunction(
    (text) => document.querySelector('[data-figure="step"]')?.textContent === text,
    String(step),
    patience,
  );
const ready = (page: Page) =>
  page.waitForFunction(
    () => !/^–?$/.test(document.querySelector('[data-figure="weights"]')?.textContent ?? ""),
    undefined,
    patience,
  );
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
/** Goes on with Tab until a thing that the page names has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

describe("a lesson", () => {
  it("asks first, runs both, and says what happened: by mouse", async () => {
    const page = await site.visit("#train?lesson=forgetZeroGrad");
    const lesson = panel(page, "Break it on purpose");
    const run = lesson.getByRole("button", { name: "Run both", exact: true });
    await run.waitFor(patience);
    expect(await run.isDisabled()).toBe(true);
    await lesson.getByRole("radio").nth(1).check();
    await run.click();
    await lesson.getByText("Your guess was right.").waitFor(patience);
    await lesson.locator("table.lesson-errors").waitFor(patience);
    expect(await lesson.textContent()).toMatch(
      /The gradients with the mistake agree at update 1 and are off by \d{2,3} % at update 2\./,
    );
    await lesson.getByRole("button", { name: "See it: run both at rate 0.05" }).click();
    await lesson.getByText("The mistake ends lower.").waitFor(patience);
    await lesson.getByRole("button", { name: "Open the mistake in the lab" }).click();
    await lesson.getByText("The run in the lab has a mistake: zeroGrad forgotten.").waitFor();
    await page.waitForFunction(() => window.location.hash.includes("bug=forgetZeroGrad"));
    await page.waitForURL(/lesson=forgetZeroGrad/);
  });

  it("works by the keyboard alone, at 360 px", async () => {
    const page = await site.visit("#train", phone);
    await ready(page);
    const lesson = panel(page, "Break it on purpose");
    await lesson.locator("select").focus();
    await page.keyboard.press("w");
    await lesson.getByRole("radio").first().waitFor();
    await tabTo(page, ".lesson-answer input");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, ".experiment .button.primary");
    await page.keyboard.press("Enter");
    await lesson.getByText("How to notice").waitFor(patience);
    expect(await lesson.textContent()).toContain("Wrong sign of the update");
    expect(await overflows(page)).toBe(false);
  });
});

describe("A and B", () => {
  it("train with one changed setting; B can be kept", async () => {
    const page = await site.visit("#train?epochs=10&fork=lr:0.02");
    await ready(page);
    await button(page, "One epoch").click();
    await stands(page, 4);
    const fork = panel(page, "A and B: change one setting");
    await fork.getByRole("radio", { name: "Now" }).check();
    await fork.getByRole("button", { name: "Train both" }).click();
    await fork.getByText(/A has learning rate 0\.1, B 0\.02\. After epoch 10 /).waitFor(patience);
    expect(await fork.locator(".side-picture svg[role=img]").count()).toBe(2);
    await fork.getByRole("button", { name: "Keep B" }).click();
    await stands(page, 40);
    await page.waitForFunction(() => /lr=0\.02/.test(window.location.hash));
  });

  it("start from the address, by the keyboard alone", async () => {
    const page = await site.visit("#train?epochs=3&fork=layers:4");
    await ready(page);
    const fork = panel(page, "A and B: change one setting");
    await fork.getByRole("button", { name: "Train both" }).focus();
    await page.keyboard.press("Enter");
    await fork.getByText(/A has hidden layers 16 – 16, B 4\. After epoch 3 /).waitFor(patience);
    await tabTo(page, ".fork-close");
    await page.keyboard.press("Enter");
    await fork.getByText("A has hidden layers").waitFor({ state: "detached" });
  });
});

it("the past can be looked at again, and training goes on from there: by the keyboard alone", async () => {
  const page = await site.visit("#train?epochs=4");
  await ready(page);
  await page.keyboard.press("p");
  await stands(page, 16);
  const last = await figure(page, "loss");
  const past = panel(page, "The run's past");
  await past.getByText("This is the newest moment.").waitFor();
  await past.getByRole("slider").focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowLeft");
  await stands(page, 10);
  await past.getByText(/^Update 10 of 16, epoch 2\.5: the train loss was /).waitFor(patience);
  await tabTo(page, ".experiment .button.primary");
  await page.keyboard.press("Enter");
  await stands(page, 16);
  expect(await figure(page, "loss")).toBe(last);
});

it("the run can be taken away as files", async () => {
  const page = await site.visit("#train");
  await ready(page);
  await button(page, "Open as code, export").focus();
  await page.keyboard.press("Enter");
  await page.locator("a[download]").nth(4).waitFor();
  const found: string[] = [];
  for (const link of await page.locator("a[download]").all()) {
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const bytes = await readFile(await download.path());
    found.push(download.suggestedFilename());
    expect(bytes.length).toBeGreaterThan(1000);
  }
  expect(found).toEqual([
    "outgrad-moons.ts",
    "outgrad-moons.py",
    "outgrad-moons-predict.ts",
    "outgrad-moons.safetensors",
    "outgrad-moons.onnx",
  ]);
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
});

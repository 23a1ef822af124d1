import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const patience = { timeout: 240_000 };
const figure = (page: Page, name: string) => page.textContent(`[data-figure="${name}"]`);
/** Waits until a figure, read as a number, is at least this. */
const reaches = (page: Page, name: string, least: number) =>
  page.waitForFunction(
    ([id, number]) =>
      Number.parseFloat(document.querySelector(`[data-figure="${id}"]`)?.textContent ?? "") >= Number(number),
    [name, least] as const,
    patience,
  );
const play = async (page: Page) => {
  await page.click(".lab-transport .primary");
};

/** Waits until a figure is the same at two looks. */
const stands = async (page: Page, name: string) => {
  for (let before: string | null = null, now = await figure(page, name); now !== before; ) {
    await page.waitForTimeout(1000);
    [before, now] = [now, await figure(page, name)];
  }
};

describe("two moons with the initial settings", () => {
  it("reach 100 % train accuracy; pause stops", async () => {
    const page = await site.visit("#train");
    await page.waitForFunction(
      () => document.querySelector('[data-figure="weights"]')?.textContent === "337",
    );
    await play(page);
    await reaches(page, "train-accuracy", 100);
    if (await page.locator("text=Pause").count()) await play(page);
    const stopped = await figure(page, "step");
    // A report that was under way may still arrive; after it nothing moves.
    await stands(page, "step");
    expect(Number(stopped?.replace(/\D/g, ""))).toBeGreaterThan(0);
    // Training went on until the pause arrived, so the picture must say what the accuracy of that moment says.
    const right = Math.round(Number.parseFloat((await figure(page, "train-accuracy")) ?? ""));
    const side = page.locator(`.boundary svg[aria-label*="${right} of 100 points are on their side"]`);
    await side.waitFor(patience);
    expect(await page.getAttribute(".curve svg", "aria-label")).toMatch(/^train fell from/);
  });

  it("one update trains one batch, reset goes back to the start", async () => {
    const page = await site.visit("#train");
    await reaches(page, "weights", 337);
    await page.click('[aria-label="One update"]');
    await reaches(page, "step", 1);
    expect(await figure(page, "step")).toBe("1");
    await page.click("button:text('Reset')");
    await page.waitForFunction(() => document.querySelector('[data-figure="step"]')?.textContent === "0");
  });
});

it("a run that leaves the numbers says so; reset is the way out", async () => {
  const page = await site.visit("#train?loss=mse&optimiser=sgd&lr=10");
  await reaches(page, "weights", 337);
  await play(page);
  const alert = page.locator('.console [role="alert"]');
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(
    /Training left the numbers: .* The learning rate 10 is too large/,
  );
  await alert.locator("button").click();
  await alert.waitFor({ state: "detached" });
  await page.click('[aria-label="One update"]');
  await reaches(page, "step", 1);
});

it("slow motion shows single updates while playing", async () => {
  const page = await site.visit("#train");
  await reaches(page, "weights", 337);
  const slow = page.locator(".lab-transport .slow");
  await slow.click();
  expect(await slow.getAttribute("aria-pressed")).toBe("true");
  await play(page);
  await reaches(page, "step", 3);
  await play(page);
  expect(Number(await figure(page, "step"))).toBeLessThan(200);
});

it("changed settings start another run", async () => {
  const page = await site.visit("#train");
  await reaches(page, "weights", 337);
  await page.click('[aria-label="Remove hidden layer 2"]');
  await page.waitForFunction(() => document.querySelector('[data-figure="weights"]')?.textContent === "65");
  expect(await page.textContent(".shape")).toBe("2 – 16 – 1");
});

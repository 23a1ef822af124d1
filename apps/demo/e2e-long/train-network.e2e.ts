import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

/** Waits until the run is ready: its plane is drawn, and the numbers of its sample are in the cards. */
async function ready(page: Page): Promise<void> {
  await page.waitForSelector(".plane svg");
  await page.waitForFunction(() => /\d/.test(document.querySelector(".neuron .data")?.textContent ?? ""));
  await page.waitForFunction(
    () => !document.querySelector(".path-words")?.textContent?.includes("Not recorded yet"),
  );
}
const sentence = (page: Page, start: string) =>
  page.locator(".phase-sentence", { hasText: start }).textContent();
const step = (page: Page) => page.textContent('[data-figure="step"]');
const points = (page: Page) => page.locator(".own-tools .note").textContent();
const inAddress = (page: Page, text: string) =>
  page.waitForFunction((part) => decodeURIComponent(location.hash).includes(part), text);
/** Whether a canvas shows more than one colour. */
const isPainted = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>(wanted);
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((part, i) => part !== pixels[i % 4]);
  }, selector);

describe("by mouse, at 1400 px", () => {
  it("the four sub-steps say what has changed, and go on to the one that is clicked", async () => {
    const page = await site.visit("#train?flow=backward");
    await ready(page);
    await page.click(".phase >> text=Forward");
    expect(await sentence(page, "Forward")).toMatch(
      /^Forward: the mean loss of the batch of 25 samples is \d/,
    );
    await page.click(".phase >> text=Backward");
    expect(await sentence(page, "Backward")).toMatch(/^Backward: 337 gradients are filled; .* length \d/);
    await isPainted(page, ".net-edges");
    await page.click(".phase >> text=Zero");
    expect(await sentence(page, "Zero")).toBe(
      "Zero: all gradients are 0 again, or the next ones would be added to them.",
    );
    expect(await step(page)).toBe("1");
    await page.click('[aria-label="One epoch"]');
    await page.waitForFunction(() => document.querySelector('[data-figure="epoch"]')?.textContent === "1");
    expect(await step(page)).toBe("4");
  });

  it("cards have heat maps; layers grow and get their own activation; a card opens its values", async () => {
    const page = await site.visit("#train?layers=3-2");
    await ready(page);
    expect(await page.locator(".net canvas.heat").count()).toBe(6);
    await isPainted(page, ".net canvas.heat");
    await isPainted(page, ".net-edges");
    await page.click('[aria-label="More units in hidden layer 2"]');
    await page.selectOption('[aria-label="Activation of hidden layer 2"]', "tanh");
    await inAddress(page, "layers=3-3&activations=relu-tanh");
    await ready(page);
    await page.click('.neuron:has([aria-label^="l1.n2"])');
    await page.waitForSelector("h3:text('Every value of neuron l1.n2')");
    await page.waitForSelector(".inside og-stepper");
    await inAddress(page, "at=l1.n2");
    await page.click("text=Add a layer");
    await page.waitForFunction(() => document.querySelector(".shape")?.textContent === "2 – 3 – 3 – 3 – 1");
  });

  it("own points are added and deleted by clicks and pasted; a bad line is named", async () => {
    const page = await site.visit("#train?data=own&layers=2");
    await ready(page);
    expect(await points(page)).toMatch(/^8 of at most 600 points/);
    await page.click(".own-tools >> text=Add class 1");
    await page.click(".crosshair", { position: { x: 40, y: 40 } });
    await page.waitForSelector("text=9 of at most 600 points");
    await inAddress(page, "points=");
    await ready(page);
    await page.click(".own-tools label >> text=Delete");
    await page.click(".crosshair", { position: { x: 42, y: 42 } });
    await page.waitForSelector("text=8 of at most 600 points");
    await page.click("text=Paste CSV");
    await page.fill(".csv", "x,y,label\n1,2,0\n1,two,1");
    await page.click("text=Take these points");
    expect(await page.textContent("dialog [role=alert]")).toBe('Line 3: y is not a number: "two".');
    await page.fill(".csv", "x,y,label\n1,2,0\n-1,0,1");
    await page.click("text=Take these points");
    await page.waitForSelector("text=2 of at most 600 points");
    await inAddress(page, "points=1_2_0*-1_0_1");
    const again = await site.visit(new URL(page.url()).hash);
    await ready(again);
    expect(await points(again)).toMatch(/^2 of at most/);
  });

  it("a click on the plane chooses the sample that the cards show", async () => {
    const page = await site.visit("#train?data=xor");
    await ready(page);
    await page.click(".crosshair", { position: { x: 30, y: 30 } });
    await inAddress(page, "sample=");
    await page.waitForFunction(() => /^x0−/.test(document.querySelector(".neuron.input")?.textContent ?? ""));
  });

  it("every statistic has a chart that says what it shows", async () => {
    const page = await site.visit("#train?schedule=cosine&layers=4");
    await ready(page);
    await page.click('[aria-label="One epoch"]');
    const svg = page.locator(".statistics svg");
    await svg.waitFor();
    for (const chart of ["weights", "gradients", "activations", "rate", "norms"]) {
      const before = await svg.getAttribute("aria-label");
      await page.selectOption(".statistics select", chart);
      await page.waitForFunction(
        (old) => document.querySelector(".statistics svg")?.getAttribute("aria-label") !== old,
        before,
      );
    }
    expect(await page.textContent("[data-units]")).toMatch(/dead/);
  });
});

describe("by keyboard alone, on a phone of 360 px", () => {
  it("keys step, train, and draw points with the cross", async () => {
    const page = await site.visit("#train?data=own&layers=2", phone);
    await ready(page);
    expect(await overflows(page)).toBe(false);
    await page.keyboard.press("s");
    await sentence(page, "Forward");
    await page.keyboard.press("u");
    await page.waitForFunction(() => document.querySelector('[data-figure="step"]')?.textContent === "1");
    await page.keyboard.press("e");
    await page.waitForFunction(() => document.querySelector('[data-figure="epoch"]')?.textContent === "2");
    await page.focus(".crosshair");
    await page.keyboard.press("ArrowRight");
    expect(await page.textContent("[role=status]")).toMatch(
      /^x 0\.\d+, y 0; nearest: sample \d, class \d, 0\.\d+ away$/,
    );
    await page.keyboard.press("1");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=9 of at most 600 points");
    await page.keyboard.press("Delete");
    await page.waitForSelector("text=8 of at most 600 points");
    expect(await overflows(page)).toBe(false);
  });
});

it("the lecture's four samples go in with three numbers, at 820 px", async () => {
  const page = await site.visit("#train?data=lecture", { viewport: { width: 820, height: 900 } });
  await ready(page);
  expect(await page.textContent(".shape")).toBe("3 – 4 – 4 – 1");
  expect(await page.locator(".neuron.input").count()).toBe(3);
  expect(await overflows(page)).toBe(false);
  await page.click(".lab-transport .primary");
  await page.waitForFunction(
    () => document.querySelector('[data-figure="train-accuracy"]')?.textContent === "100 %",
  );
});

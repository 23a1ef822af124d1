import { type Browser, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { launchOptions } from "../../../tools/browser.mjs";
import { phone, rows, Site } from "../e2e/site.ts";

let site: Site;
let withGpu: Browser;
beforeAll(async () => {
  site = await Site.open();
  withGpu = await chromium.launch(launchOptions({ gpu: true }));
});
afterAll(async () => {
  await withGpu?.close();
  await site?.close();
});
afterEach(async () => expect(await site.leave()).toEqual([]));

const primary = ".lab-transport .primary";
const patience = { timeout: 180_000 };

it("where there is no such GPU it says so, and why, and the page goes on", async () => {
  const page = await site.visit("#gpu?prefer=webgpu", phone);
  await page.click(primary);
  await page.waitForSelector("[data-headline]", patience);
  expect(await page.textContent("[data-headline]")).toBe(
    "There is no GPU that this page can use by WebGPU: everything is computed on the CPU.",
  );
  expect(await page.textContent('[data-refused="webgpu"]')).toMatch(/^Not WebGPU: .{20,}/);
  await page.click("button:text('Open as code')");
  expect(await page.textContent("[data-code]")).toContain('createBackend({ prefer: "webgpu" })');
});

it("on a GPU, by keyboard: names it, and gives ratios, the transfer's share and errors, until it is cancelled", async () => {
  const page = await withGpu.newPage({ viewport: { width: 1400, height: 900 } });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${site.url}#gpu?kernel=tanh&prefer=webgpu`);
  await page.waitForSelector(primary, patience);
  await page.focus(primary);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-ratios] tbody tr", patience);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-headline]", patience);
  expect(await page.textContent("[data-machine]")).toMatch(/^Measured on WebGPU: .+ passed its self-test\.$/);
  const [first] = await rows(page, "[data-ratios]");
  expect(first?.[0]).toMatch(/^64/);
  expect(first?.[1]).toMatch(/ × .+ – .+ ×$/);
  expect(first?.[3]).toMatch(/^\d+ % \d+ % – \d+ %$/);
  expect(Number(first?.[4]?.replace("−", "-"))).toBeLessThan(1e-6);
  const histogram = await page.getAttribute(".errors-panel svg", "aria-label");
  expect(histogram).toMatch(/^Errors at \d+ × \d+: GPU, \d+ values/);
  expect(errors).toEqual([]);
  await page.close();
});

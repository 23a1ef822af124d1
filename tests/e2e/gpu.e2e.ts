import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Site } from "./site.ts";

let site: Site;
let withoutGpu: Site;
beforeAll(async () => {
  site = await Site.open({ gpu: true });
  withoutGpu = await Site.open();
});
afterAll(async () => {
  await site?.close();
  await withoutGpu?.close();
});

const phone = { viewport: { width: 360, height: 740 } };
const start = "Compute on your GPU";

/** Presses the button by the keyboard, and gives what the page says in the end. */
async function race(page: Page): Promise<string> {
  await page.locator("button:enabled", { hasText: start }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Cancel" }).waitFor();
  await page.getByRole("button", { name: start }).waitFor({ timeout: 90_000 });
  return page.locator(".gpu-demo [role=status]").innerText();
}

it("/docs/gpu has the browser's GPU prove itself and race the CPU, by the keyboard, on a phone", async () => {
  const problems = await site.visit("docs/gpu", phone, async (page) => {
    const said = await race(page);
    expect(said).toMatch(/^createBackend\(\) has chosen (webgpu on .+|the CPU)\. .+\.\n/);
    expect(said).toMatch(/\nwebgpu on .*swiftshader.* has passed its self-test\.\n/);
    const product =
      /A product of (\d+) × \1 takes it [\d.]+ times the CPU's time, \d+ % of that .* off by (\S+) of its norm\./;
    const [, n, error] = said.match(product) ?? [];
    expect(Number(error)).toBeGreaterThan(0);
    expect(Number(error)).toBeLessThan(1e-6 * Math.sqrt(Number(n)));
    expect(await page.locator(".gpu-demo table").count()).toBe(2);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, "pixels of horizontal overflow").toBeLessThanOrEqual(0);
  });
  expect(problems).toEqual([]);
});

it("/docs/gpu stops when its button is pressed again", async () => {
  const problems = await site.visit("docs/gpu", phone, async (page) => {
    await page.locator("button:enabled", { hasText: start }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Cancelled.").waitFor();
    expect(await page.getByRole("button", { name: start }).isEnabled()).toBe(true);
    expect(await page.locator(".gpu-demo table").count()).toBe(0);
  });
  expect(problems).toEqual([]);
});

it("/docs/gpu goes on without WebGPU, and says what is missing", async () => {
  await withoutGpu.visit("docs/gpu", phone, async (page) => {
    const said = await race(page);
    expect(said).toMatch(/webgl2 on .+ has passed its self-test|There is no GPU that can be used/);
    expect(await page.locator(".gpu-demo").innerText()).toMatch(/Not webgpu: .+\./);
  });
});

it("/docs/gpu can be read without JavaScript, and its button does not pretend", async () => {
  await site.visit("docs/gpu", { ...phone, javaScriptEnabled: false }, async (page) => {
    expect(await page.innerText("h1")).toContain("On the GPU");
    expect(await page.getByText("so it needs JavaScript").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: start }).isDisabled()).toBe(true);
    expect(await page.getByRole("cell", { name: "WebGPU" }).count()).toBeGreaterThan(3);
  });
});

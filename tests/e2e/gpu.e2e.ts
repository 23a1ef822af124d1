import { afterAll, beforeAll, expect, it } from "vitest";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

const phone = { viewport: { width: 360, height: 740 } };

it("/docs/guide/gpu leads to the GPU lab of the demo", async () => {
  const problems = await site.visit("docs/guide/gpu", phone, async (page) => {
    await page.getByRole("link", { name: "GPU lab" }).click();
    await page.waitForURL(/\/#gpu$/);
    await page.getByRole("heading", { level: 1, name: "GPU" }).waitFor({ state: "attached" });
  });
  expect(problems).toEqual([]);
});

it("/docs/guide/gpu can be read without JavaScript", async () => {
  await site.visit("docs/guide/gpu", { ...phone, javaScriptEnabled: false }, async (page) => {
    expect(await page.innerText("h1")).toContain("On the GPU");
    expect(await page.getByRole("cell", { name: "WebGPU" }).count()).toBeGreaterThan(3);
  });
});

import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const patience = { timeout: 240_000 };
const words = async (page: Page, what: "step" | "scores" | "inside") => {
  await page.waitForSelector(".neuron", patience);
  await page.waitForFunction(
    () => !document.querySelector(".path-words")?.textContent?.includes("Not recorded yet"),
    undefined,
    patience,
  );
  return page.textContent(`[data-path="${what}"]`);
};
const press = (page: Page) => page.click(".lab-transport .primary");
/** Waits until every training sample is on its side. */
const learned = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('[data-figure="train-accuracy"]')?.textContent === "100 %",
    undefined,
    patience,
  );

describe("the lab says which path computes what", () => {
  it("by default training and scores by WebAssembly, and looking inside by replay", async () => {
    const page = await site.visit("#train");
    const folded = /^WebAssembly, because its \d+ nodes fold into \d+ steps\.$/;
    expect(await words(page, "step")).toMatch(folded);
    expect(await words(page, "scores")).toMatch(folded);
    expect(await words(page, "inside")).toBe(
      "Replay, whatever trains, so that every value can be seen: 984 of one sample.",
    );
  });

  it.each([
    ["wasm", /^WebAssembly, as asked for: 16.538 nodes in \d+ steps\.$/],
    ["vector", /^Vector, as asked for: 16.538 nodes in \d+ steps\.$/],
    ["replay", /^Replay, as asked for: 16.538 nodes one after another\.$/],
    ["eager", /^Eager, as asked for: a new graph for every update\.$/],
  ])("path %s, chosen on the screen, and learns", async (path, sentence) => {
    const page = await site.visit("#train");
    await words(page, "step");
    await page.selectOption(".paths select", path);
    await page.waitForFunction((wanted) => location.hash.includes(`path=${wanted}`), path);
    await page.waitForFunction(
      (wanted) => document.querySelector('[data-path="step"]')?.textContent?.startsWith(wanted),
      path === "wasm" ? "WebAssembly, as asked" : `${path[0]?.toUpperCase()}${path.slice(1)}, as asked`,
      patience,
    );
    expect(await words(page, "step")).toMatch(sentence);
    await press(page);
    await learned(page);
    await page.waitForSelector(`[data-speed="${path}"]`, patience);
  });

  it("keeps the measured speeds of the paths tried with the same settings", async () => {
    const page = await site.visit("#train?path=eager");
    await press(page);
    await page.waitForSelector('[data-speed="eager"]', patience);
    await page.selectOption(".paths select", "wasm");
    await page.waitForSelector('[data-speed="wasm"]', patience);
    expect(await page.locator("[data-speed]").count()).toBe(2);
    const speed = async (path: string) =>
      Number((await page.textContent(`[data-speed="${path}"]`))?.replace(/\D/g, ""));
    expect(await speed("wasm")).toBeGreaterThan(await speed("eager"));
  });
});

it("where a policy forbids WebAssembly, the vector path takes over, says so, and learns", async () => {
  const page = await site.visit("#train", {}, (page) =>
    page.route("**/worker-*.js", async (route) => {
      const response = await route.fetch();
      const policy = "default-src 'none'; script-src 'self'";
      await route.fulfill({
        response,
        headers: { ...response.headers(), "content-security-policy": policy },
      });
    }),
  );
  expect(await words(page, "step")).toMatch(
    /^Vector, because WebAssembly is not allowed here \(.*\): 16.538 nodes in \d+ steps\.$/,
  );
  await press(page);
  await learned(page);
  // The browser itself tells the console what it has refused.
  site.problems = site.problems.filter((problem) => !/console: .*WebAssembly/.test(problem));
});

describe("looking inside", () => {
  it("the arrow keys go from neuron to neuron, and its values are drawn", async () => {
    const page = await site.visit("#train");
    await words(page, "inside");
    await page.focus('.neuron input[aria-label^="loss:"]');
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector("h3:text('Every value of neuron l0.n0')");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /^l0\.n0: /,
    );
    const labels = await page.$$eval(".inside .og-card .og-label", (all) =>
      all.map((each) => each.textContent),
    );
    expect(labels).toEqual(expect.arrayContaining(["x0", "x1", "l0.n0.w0", "l0.n0.w1", "l0.n0.b", "l0.n0"]));
  });

  it("another sample shows other numbers, and a step too", async () => {
    const page = await site.visit("#train?loss=mse");
    await words(page, "inside");
    const numbers = () => page.$$eval(".neuron", (all) => all.map((each) => each.textContent).join());
    const first = await numbers();
    await page.focus(".inside input[type=range]");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(
      (before) => [...document.querySelectorAll(".neuron")].map((each) => each.textContent).join() !== before,
      first,
    );
    const second = await numbers();
    await page.click('[aria-label="One update"]');
    await page.waitForFunction(
      (before) => [...document.querySelectorAll(".neuron")].map((each) => each.textContent).join() !== before,
      second,
    );
  });
});

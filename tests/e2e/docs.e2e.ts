import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesUnder, root } from "../src/files.ts";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

const folder = join(root, "docs");
const written = filesUnder(folder, /\.md$/)
  .map((path) => path.slice(folder.length + 1))
  .filter((path) => !/^(api|\.vitepress)\//.test(path))
  .map((path) => `docs/${path.replace(/(index)?\.md$/, "")}`);
const reference = ["docs/api/", "docs/api/@outgrad/engine/index/classes/Value"];

const desktop = { viewport: { width: 1400, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };

describe.each([...written, ...reference])("/%s", (path) => {
  it.each([
    ["light", 1400],
    ["dark", 360],
  ] as const)("loads nothing from elsewhere and has no error, %s, %i px", async (colorScheme, width) => {
    const options = { ...(width === 360 ? phone : desktop), colorScheme };
    const problems = await site.visit(path, options, async (page) => {
      await page.waitForSelector("h1");
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess, "pixels of horizontal overflow").toBeLessThanOrEqual(0);
    });
    expect(problems).toEqual([]);
  });
});

describe("the docs", () => {
  it("can be read without JavaScript, pictures and formulas included", async () => {
    await site.visit("docs/learn/backward-by-hand", { ...phone, javaScriptEnabled: false }, async (page) => {
      expect(await page.innerText("h1")).toContain("Backward, by hand");
      expect(await page.locator(".graph:visible svg").getAttribute("aria-label")).toContain("L = d * f = -8");
      expect(await page.locator(".katex-display").count()).toBeGreaterThan(2);
      expect(await page.locator("ol.steps > li").count()).toBe(3);
      await page.getByText("Predict first: what are the gradients").click();
      expect(await page.getByText("Times swaps:").isVisible()).toBe(true);
    });
  });

  it("step through backward with the element that every page can use", async () => {
    const problems = await site.visit("docs/learn/backward-by-hand", phone, async (page) => {
      const steps = page.locator("og-stepper");
      await steps.getByText("backward 4 / 4").waitFor();
      await steps.getByRole("button", { name: "First step" }).click();
      await steps.getByText("forward 0 / 7").waitFor();
      await steps.getByRole("slider").press("End");
      await steps.getByText(/^e = a \* b passes its gradient −2 to its inputs/).waitFor();
    });
    expect(problems).toEqual([]);
  });

  it("keep the smallest print of a graph at 10 px and more, on a phone too", async () => {
    for (const options of [phone, desktop]) {
      await site.visit("docs/learn/backward", options, async (page) => {
        const sizes = await page.locator(".graph:visible svg").evaluateAll((pictures) =>
          pictures.map((svg) => {
            const scale = svg.getBoundingClientRect().width / Number(svg.getAttribute("width"));
            const texts = [...svg.querySelectorAll("text")];
            return Math.min(
              ...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale),
            );
          }),
        );
        expect(sizes.length).toBeGreaterThan(0);
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(10);
      });
    }
  });

  it("lead to the demo, and the demo leads back", async () => {
    const problems = await site.visit("docs/learn/nudge", desktop, async (page) => {
      await page.getByRole("link", { name: "Demo", exact: true }).first().click();
      await page.waitForURL(site.url);
      await page.getByRole("link", { name: "Docs" }).first().click();
      await page.waitForURL(`${site.url}docs/`);
    });
    expect(problems).toEqual([]);
  });

  it("say so when there is no such page", async () => {
    const problems = await site.visit("docs/learn/nothing", desktop, async (page) => {
      await page.getByText("404").waitFor();
    });
    expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
  });

  it("find a word by the local search", async () => {
    const problems = await site.visit("docs/", desktop, async (page) => {
      await page
        .getByRole("button", { name: /search/i })
        .first()
        .click();
      await page.getByRole("searchbox").fill("softmax");
      await page.getByRole("option").first().waitFor();
    });
    expect(problems).toEqual([]);
  });
});

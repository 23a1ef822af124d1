import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, faultsOf, phone } from "./pages.ts";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

describe("the blocks of code", () => {
  it("can be changed, run by Ctrl+Enter, told of a mistake at its line, and put back", async () => {
    const problems = await site.visit("docs/start", phone, async (page) => {
      const block = page.locator("og-code").first();
      await block.getByRole("button", { name: "Edit" }).focus();
      await page.keyboard.press("Enter");
      const editor = block.getByRole("textbox", { name: "Code: Your first gradient" });
      await editor.waitFor();
      await page.keyboard.press("Control+End");
      await page.keyboard.type('\nconsole.log("mine", a.grad > 0);');
      await page.keyboard.press("Control+Enter");
      await block.getByText("Done: 4 lines printed.").waitFor();
      expect(await block.locator(".og-printed").innerText()).toContain("mine false");
      await block.locator("og-graph").waitFor();
      await editor.focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.type("const first: number = oops;\n");
      await page.keyboard.press("Control+Enter");
      await block.getByText("Line 1:").waitFor();
      await block.getByRole("button", { name: "Reset" }).click();
      expect(await editor.count()).toBe(0);
      expect(await block.locator("div.language-ts").isVisible()).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
    });
    expect(problems).toEqual([]);
  });

  it("end when they run for ever, by themselves and by Stop", async () => {
    const problems = await site.visit("docs/start", desktop, async (page) => {
      const block = page.locator("og-code").first();
      await block.getByRole("button", { name: "Edit" }).click();
      await block.getByRole("textbox").waitFor();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("for (;;);");
      await page.keyboard.press("Control+Enter");
      await block.locator(".og-failure").waitFor();
      await block.getByRole("button", { name: "Run" }).click();
      await block.getByRole("button", { name: "Stop" }).click();
      await block.getByText("Stopped.").first().waitFor();
    });
    expect(problems).toEqual([]);
  });
});

describe("the docs", () => {
  it("have pictures and formulas without JavaScript", async () => {
    await site.visit("docs/learn/backward-by-hand", { ...phone, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(".graph:visible svg").first().getAttribute("aria-label")).toContain(
        "L = d * f = -8",
      );
      expect(await page.locator(".katex-display").count()).toBeGreaterThan(2);
      expect(await page.locator("ol.steps > li").count()).toBe(3);
      await page.getByText("Predict first:").first().click();
      expect(await page.locator("details[open]").first().innerText()).not.toBe("");
    });
  });

  it("step through backward with the element that every page can use, on the first page too", async () => {
    const problems = await site.visit("docs/", phone, async (page) => {
      const steps = page.locator("og-stepper");
      await steps.getByRole("button", { name: "On" }).click();
      await steps.getByRole("slider").press("End");
      await steps.getByText(/^e = a \* b passes its gradient −2 to its inputs/).waitFor();
      await steps.getByRole("button", { name: "First step" }).click();
      await steps.getByText("forward 0 / 7").waitFor();
    });
    expect(problems).toEqual([]);
  });

  it("keep the smallest print of a graph at 10 px and more, on a phone too", async () => {
    for (const options of [phone, desktop]) {
      await site.visit("docs/learn/backward-by-hand", options, async (page) => {
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

  it("find a word by the local search without a network, and open what was found", async () => {
    const problems = await site.visit("docs/", desktop, async (page) => {
      await page
        .getByRole("button", { name: /search/i })
        .first()
        .click();
      await page.getByRole("searchbox").fill("zeroGrad");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname !== "/docs/");
      await page
        .locator("main")
        .getByText(/zeroGrad/i)
        .first()
        .waitFor();
    });
    expect(problems).toEqual([]);
  });
});

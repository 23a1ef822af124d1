import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read, root } from "../src/files.ts";
import { desktop } from "./pages.ts";
import { Site } from "./site.ts";

// The headers that docs/security.md asks for, as they stand there.
const [, lines = ""] =
  /```text\n(Content-Security-Policy: [^`]+)```/.exec(read(join(root, "docs/security.md"))) ?? [];
const headers = Object.fromEntries(
  lines
    .trim()
    .split("\n")
    .map((line) => line.split(/: (.*)/).slice(0, 2)),
);

let site: Site;
beforeAll(async () => {
  site = await Site.open({ headers });
});
afterAll(() => site?.close());

/** Runs code on a page of the docs. */
async function runInDocs(page: Page): Promise<void> {
  const block = page.locator("og-code").first();
  await block.getByRole("button", { name: "Run" }).click();
  await block.getByText(/^Done: /).waitFor();
}

/** Runs code in the demo's playground. */
async function runInDemo(page: Page): Promise<void> {
  await page.waitForSelector('iframe[src$="sandbox.html"]', { state: "attached" });
  await page.getByText("kept in").first().waitFor({ state: "attached" });
}

const code = encodeURIComponent(
  'import { value } from "@outgrad/engine"; export default value(2, "kept in").mul(3);',
);
const places = [
  ["the docs", "docs/start", runInDocs],
  ["the demo", `#play?in=typescript&ts=${code}`, runInDemo],
] as const;

describe("with the headers that the docs ask a host for", () => {
  it("they are some", () => {
    expect(Object.keys(headers)).toEqual([
      "Content-Security-Policy",
      "X-Content-Type-Options",
      "Referrer-Policy",
    ]);
  });

  it.each(places)("%s run code", async (_, path, run) => {
    expect(await site.visit(path, desktop, run)).toEqual([]);
  });

  it.each(["", "docs/", "sandbox.html"])("no other site may frame /%s", async (path) => {
    await site.visit("docs/", desktop, async (page) => {
      await page.goto("about:blank");
      await page.setContent(`<iframe src="${site.url}${path}"></iframe>`);
      await expect.poll(() => page.frames()[1]?.url()).toBe("chrome-error://chromewebdata/");
    });
  });
});

describe("without any header", () => {
  let plain: Site;
  beforeAll(async () => {
    plain = await Site.open();
  });
  afterAll(() => plain?.close());

  it("the demo evaluates no text of its own", async () => {
    await plain.visit("", desktop, async (page) => {
      const found = await page.evaluate(
        () =>
          new Promise((resolve) => {
            // Later, outside of what the browser's driver may do.
            setTimeout(() => {
              try {
                // biome-ignore lint/security/noGlobalEval: it must not work
                resolve(window.eval("1 + 1"));
              } catch (error) {
                resolve((error as Error).name);
              }
            }, 50);
          }),
      );
      expect(found).toBe("EvalError");
    });
  });

  it.each(places)("the frame of these pages can go nowhere else: %s", async (_, path, run) => {
    const answered: string[] = [];
    await plain.visit(path, desktop, async (page) => {
      await run(page);
      page.on("response", (response) => answered.push(response.url()));
      const away = `${plain.url.replace("127.0.0.1", "localhost")}sandbox.html?away`;
      const frame = page.frames().find((each) => each.url().includes("sandbox.html"));
      expect(frame).toBeDefined();
      await frame
        ?.evaluate((url) => {
          location.href = url;
        }, away)
        .catch(() => {});
      await page.waitForTimeout(700);
    });
    expect(answered.filter((url) => url.includes("away"))).toEqual([]);
  });
});

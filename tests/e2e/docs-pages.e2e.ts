import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, faultsOf, fits, phone, reference, written } from "./pages.ts";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

/** One page of each kind, and those with parts of their own. */
const kinds = [
  ...[
    "docs/",
    "docs/start",
    "docs/learn/backward",
    "docs/learn/nudge",
    "docs/confusions/",
    "docs/confusions/order",
  ],
  ...[
    "docs/guide/engine",
    "docs/guide/viz",
    "docs/guide/gpu",
    "docs/cookbook/train-moons",
    "docs/from/python",
  ],
  ...["docs/trust", "docs/fast", "docs/glossary", "docs/ops", ...reference],
];

describe.each([...written, ...reference])("/%s", (path) => {
  it("loads nothing from elsewhere, has no error and fits on a phone, in the dark", async () => {
    expect(await site.visit(path, { ...phone, colorScheme: "dark" }, fits)).toEqual([]);
  });

  it("does so on a desk, in the light", async () => {
    expect(await site.visit(path, desktop, fits)).toEqual([]);
  });
});

describe("without JavaScript", () => {
  it.each(written)("/%s can be read: words, code, output and pictures", async (path) => {
    await site.visit(path, { ...phone, javaScriptEnabled: false }, async (page) => {
      expect((await page.innerText("h1")).length).toBeGreaterThan(3);
      const hidden = await page
        .locator("main :is(div[class*=language-] pre, figure, .steps)")
        .evaluateAll(
          (parts) =>
            parts.filter((part) => !part.closest("details") && part.getClientRects().length === 0).length,
        );
      expect(hidden).toBe(0);
      expect(await page.getByRole("button", { name: "Run" }).count()).toBe(0);
    });
  });
});

describe("axe finds no fault", () => {
  it.each(kinds.flatMap((path) => [[path, "light", desktop] as const, [path, "dark", phone] as const]))(
    "on /%s, %s",
    async (path, colorScheme, options) => {
      await site.visit(path, { ...options, colorScheme }, async (page) => {
        await page.waitForSelector("h1");
        expect(await faultsOf(page)).toEqual([]);
      });
    },
  );
});

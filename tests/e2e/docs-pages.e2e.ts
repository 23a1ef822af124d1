import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, faultsOf, fits, phone, readable, reference } from "./pages.ts";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

/** One page of each kind, and those with parts of their own; the long tests visit all. */
const kinds = [
  ...["docs/", "docs/learn/backward", "docs/confusions/order", "docs/guide/viz", "docs/compare"],
  ...reference.slice(1),
];

const faultless = async (page: Page) => {
  await fits(page);
  expect(await faultsOf(page)).toEqual([]);
};

describe.each(kinds)("/%s", (path) => {
  it("loads nothing from elsewhere, has no error and fits on a phone, in the dark; axe finds no fault", async () => {
    expect(await site.visit(path, { ...phone, colorScheme: "dark" }, faultless)).toEqual([]);
  });

  it("does so on a desk, in the light", async () => {
    expect(await site.visit(path, desktop, faultless)).toEqual([]);
  });

  it("can be read without JavaScript: words, code, output and pictures", async () => {
    await site.visit(path, { ...phone, javaScriptEnabled: false }, readable);
  });
});

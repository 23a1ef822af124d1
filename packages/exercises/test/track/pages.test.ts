import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { track } from "../../src/catalogue/track/index.js";

const docs = join(import.meta.dirname, "../../../../docs");

it("every page that helps with a finding of the track is there, with its anchor", () => {
  const pages = [...new Set(Object.values(track).flatMap(({ page }) => page ?? []))];
  expect(pages.length).toBeGreaterThan(10);
  const lost = pages.filter((address) => {
    const [page, anchor] = address.split("#");
    const file = join(docs, `${page}.md`);
    return (
      !existsSync(file) || (anchor !== undefined && !readFileSync(file, "utf8").includes(`{#${anchor}}`))
    );
  });
  expect(lost).toEqual([]);
});

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesUnder, packages, read, root, shown } from "../src/files.ts";

const home = "https://github.com/outgrad/outgrad";
const texts = [
  ...filesUnder(join(root, "packages"), /\/README\.md$/),
  ...filesUnder(join(root, "docs"), /\.md$/).filter((path) => !path.includes("/docs/api/")),
];

/** The targets of a text's links. */
const linksOf = (path: string) =>
  [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

it("links into the repository lead to files that are there", () => {
  const found = texts.flatMap((path) =>
    linksOf(path)
      .filter((link) => link.startsWith(home))
      .map((link) => ({ at: shown(path), path: link.match(/\/(?:blob|tree)\/main\/([^#]+)/)?.[1] ?? "" })),
  );
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});

it.each(packages)("the README of $name has no link that only works in the repository", ({ folder }) => {
  const links = linksOf(join(folder, "README.md"));
  expect(links.filter((link) => !/^(https:\/\/|#)/.test(link))).toEqual([]);
  expect(links.some((link) => link.startsWith(`${home}/blob/main/docs/`))).toBe(true);
});

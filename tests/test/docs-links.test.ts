import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { resolvePath } from "../../tools/serve.mjs";
import { filesUnder, read, root } from "../src/files.ts";

const mounts = { "/": join(root, "apps/demo/dist"), "/docs/": join(root, "docs/.vitepress/dist") };
const folder = mounts["/docs/"];
const pages = htmlUnder(folder);

/** The words that the addresses of the demo's screens start with. */
const screens = [...read(join(root, "apps/demo/src/screens.ts")).matchAll(/^ {2}(\w+): \{/gm)].map(
  ([, word]) => word,
);

function htmlUnder(folder: string): string[] {
  return filesUnder(join(folder, "."), /\.html$/).filter((path) => !/404|sandbox|grader/.test(path));
}

const idsIn = new Map<string, Set<string>>();

/** The anchors of a page, read once. */
function idsOf(file: string): Set<string> {
  const found =
    idsIn.get(file) ??
    new Set([...read(file).matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => unescaped(id)));
  idsIn.set(file, found);
  return found;
}

const unescaped = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Why a link leads nowhere; undefined if it leads somewhere, or out of the site, which is not looked at. */
function problemOf(href: string, page: string): string | undefined {
  const url = new URL(href, `http://here${page}`);
  if (url.host !== "here" || !/^https?:$/.test(url.protocol)) return undefined;
  const { file, location, status } = resolvePath(mounts, url.pathname) as {
    file?: string;
    location?: string;
    status?: number;
  };
  if (location) return undefined;
  if (!file || status) return `${page}: ${href} leads to no page`;
  const hash = decodeURIComponent(url.hash.slice(1));
  if (hash === "") return undefined;
  if (!url.pathname.startsWith("/docs/")) {
    return screens.includes(hash.split(/\W/)[0])
      ? undefined
      : `${page}: ${href} leads to no screen of the demo`;
  }
  return idsOf(file).has(hash) ? undefined : `${page}: ${href} leads to no place on that page`;
}

describe("the docs as they were built", () => {
  it("have pages, and the demo has screens", () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(screens.length).toBeGreaterThan(4);
  });

  it("have no link that leads nowhere, to places within pages and screens of the demo included", () => {
    const problems = pages.flatMap((file) => {
      const page = `/docs/${relative(folder, file)
        .replaceAll("\\", "/")
        .replace(/(^|\/)index\.html$/, "$1")
        .replace(/\.html$/, "")}`;
      const main = readFileSync(file, "utf8");
      const hrefs = new Set(
        [...main.matchAll(/<a\b[^>]* href="([^"]*)"/g)].map(([, href = ""]) => unescaped(href)),
      );
      return [...hrefs].flatMap((href) => problemOf(href, page) ?? []);
    });
    expect(problems).toEqual([]);
  });

  it("name nothing to be loaded from elsewhere", () => {
    const loads = /<(?:script|img|iframe|link)\b[^>]* (?:src|href)="(https?:[^"]*)"/g;
    const elsewhere = pages.flatMap((file) =>
      [...read(file).matchAll(loads)].map(([, url]) => `${file}: ${url}`),
    );
    expect(elsewhere).toEqual([]);
  });
});

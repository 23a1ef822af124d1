import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { catalogue } from "../src/catalogue/index.js";
import { loadPython } from "../src/subject/python.js";
import { exercises } from "../src/track/index.js";

const docs = join(import.meta.dirname, "../../../docs");
const pages = ["learn", "confusions"].flatMap((folder) =>
  readdirSync(join(docs, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({
      page: `${folder}/${name.replace(".md", "")}`,
      text: readFileSync(join(docs, folder, name), "utf8"),
    })),
);

describe("the Python of the docs", () => {
  const printed: string[] = [];
  beforeEach(() => {
    printed.length = 0;
  });
  const blocks = pages.flatMap(({ page, text }) =>
    [...text.matchAll(/^```py\n([\s\S]*?)^```/gm)].map(([, code = ""], i) => ({
      at: `${page}, block ${i + 1}`,
      code,
      claims: [...code.matchAll(/^\s*print\(.*\) {2}# (.*)$/gm)].map(([, claim]) => claim),
    })),
  );
  const python = loadPython({ print: (line) => printed.push(line) });

  it.each(blocks.filter(({ claims }) => claims.length > 0))("$at prints what it says", async (block) => {
    (await python).program(block.code);
    expect(printed).toEqual(block.claims);
  });

  it("is run wherever it prints", () => {
    expect(blocks.filter(({ code, claims }) => code.split("print(").length - 1 !== claims.length)).toEqual(
      [],
    );
  });
});

it("every exercise that a page of the docs leads to is one of the track", () => {
  const named = pages.flatMap(({ page, text }) =>
    [...text.matchAll(/#exercises\?id=([\w-]+)/g)].map(([, id]) => ({ page, id })),
  );
  const known = exercises.map(({ id }) => id);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ id }) => !known.includes(id ?? ""))).toEqual([]);
});

describe("the pages of the catalogue", () => {
  const anchors = new Set(
    pages.flatMap(({ page, text }) => [
      page,
      ...[...text.matchAll(/\{#([\w-]+)\}/g)].map(([, anchor]) => `${page}#${anchor}`),
    ]),
  );

  it("every page that explains a finding is there, with its anchor", () => {
    const named = Object.entries(catalogue).flatMap(([code, { page }]) => (page ? [{ code, page }] : []));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ page }) => !anchors.has(page))).toEqual([]);
  });

  it("every anchor of the confusions is a code that the catalogue has", () => {
    const codes = [...anchors].flatMap((anchor) => /^confusions\/.*#(.*)$/.exec(anchor)?.[1] ?? []);
    expect(codes.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
  });
});

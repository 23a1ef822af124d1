import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packagesSvg } from "../../tools/draw-packages.mjs";
import { filesUnder, packages, read, root, shown, workspaces } from "../src/files.ts";
import { importsOf } from "../src/source.ts";

// The committed drawing is the rule. `npm run generate` draws it anew, so that an arrow that comes or goes is seen.
const file = join(root, "docs/packages.svg");
const drawing = read(file);
const drawn = (kind: "needs" | "types", from: string) =>
  [...drawing.matchAll(/<path class="(\w+)" data-from="([\w-]+)" data-to="([\w-]+)"/g)]
    .filter((match) => match[1] === kind && match[2] === from)
    .map((match) => match[3] as string)
    .sort();
const needs = (name: string) => drawn("needs", name);
const needsTypesOf = (name: string) => drawn("types", name);

const ours = (dependencies: Record<string, string> = {}) =>
  Object.keys(dependencies)
    .filter((name) => name.startsWith("@outgrad/"))
    .map((name) => name.slice("@outgrad/".length))
    .sort();

it("the drawing names every package and no other", () => {
  const names = [...drawing.matchAll(/<text [^>]*>([\w-]+)<\/text>/g)].map(([, name]) => name as string);
  expect(names.sort()).toEqual(packages.map(({ name }) => name).sort());
});

it("the drawing is what `npm run generate` draws", () => {
  expect(drawing).toBe(packagesSvg());
});

describe.each(packages)("$name", ({ name, folder, manifest }) => {
  it("needs exactly the packages of its arrows", () => {
    const { dependencies, peerDependencies, optionalDependencies } = manifest;
    expect(ours({ ...dependencies, ...peerDependencies, ...optionalDependencies })).toEqual(needs(name));
  });

  it("declares its dotted arrows for development", () => {
    expect(ours(manifest.devDependencies)).toEqual(expect.arrayContaining(needsTypesOf(name)));
  });

  it("imports in src what the drawing allows, types only along a dotted arrow", () => {
    const wrong = filesUnder(join(folder, "src"), /\.tsx?$/).flatMap((file) =>
      importsOf(file)
        .filter(({ from, typeOnly }) => {
          const target = from.match(/^@outgrad\/([\w-]+)/)?.[1];
          if (target === undefined) return false;
          return !needs(name).includes(target) && !(typeOnly && needsTypesOf(name).includes(target));
        })
        .map(({ from }) => `${shown(file)} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });
});

it("no package needs an app, the docs or these tests", () => {
  const internal = workspaces()
    .filter(({ manifest }) => manifest.private)
    .map(({ manifest }) => manifest.name);
  for (const { name, manifest } of packages) {
    const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(
      all.filter((dependency) => internal.includes(dependency)),
      name,
    ).toEqual([]);
  }
});

it("no relative import leaves its workspace, except for tools and bench, which are no packages", () => {
  const shared = ["tools", "bench"].map((folder) => join(root, folder));
  const wrong = workspaces().flatMap(({ folder }) =>
    filesUnder(folder, /\.tsx?$/).flatMap((file) =>
      importsOf(file)
        .map(({ from }) => from)
        .filter((from) => from.startsWith("."))
        .map((from) => join(file, "..", from))
        .filter((target) => ![folder, ...shared].some((allowed) => target.startsWith(allowed)))
        .map((target) => `${shown(file)} imports ${shown(target)}`),
    ),
  );
  expect(wrong).toEqual([]);
});

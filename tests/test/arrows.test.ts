import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesUnder, packages, read, root, shown, workspaces } from "../src/files.ts";
import { importsOf } from "../src/source.ts";

// The drawing in CONTRIBUTING.md is the source; `-->` reads "needs", `-.->` needs types only.
const drawing = read(join(root, "CONTRIBUTING.md")).match(/```mermaid\n([\s\S]*?)```/)?.[1] ?? "";
const drawn = (arrow: RegExp, from: string) =>
  [...drawing.matchAll(arrow)]
    .filter((match) => match[1] === from)
    .map((match) => match[2] as string)
    .sort();
const needs = (name: string) => drawn(/^ *([\w-]+) --> ([\w-]+)$/gm, name);
const needsTypesOf = (name: string) => drawn(/^ *([\w-]+) -\. types \.-> ([\w-]+)$/gm, name);

const ours = (dependencies: Record<string, string> = {}) =>
  Object.keys(dependencies)
    .filter((name) => name.startsWith("@outgrad/"))
    .map((name) => name.slice("@outgrad/".length))
    .sort();

it("the drawing names every package and no other", () => {
  const names = [...drawing.matchAll(/^ *([\w-]+) -(?:->|\. types \.->) ([\w-]+)$/gm)].flatMap((match) =>
    match.slice(1, 3),
  );
  expect([...new Set(names)].sort()).toEqual(packages.map(({ name }) => name).sort());
});

describe.each(packages)("$name", ({ name, folder, manifest }) => {
  it("needs exactly the packages of its solid arrows", () => {
    const { dependencies, peerDependencies, optionalDependencies } = manifest;
    expect(ours({ ...dependencies, ...peerDependencies, ...optionalDependencies })).toEqual(needs(name));
  });

  it("declares its types-only arrows for development", () => {
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

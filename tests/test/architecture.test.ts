import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read, root, shown, workspaces } from "../src/files.ts";

// docs/architecture.md says where everything is; what it says is looked up here.
const page = read(join(root, "docs/architecture.md"));
const home = "https://github.com/outgrad/outgrad";
const links = [...page.matchAll(/\[`([^`]+)`\]\(([^)]+)\)/g)].map(([, text = "", target = ""]) => ({
  text,
  target,
}));
const named = new Set(links.map(({ text }) => text));

/** The folders in a folder that git keeps. */
const foldersIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\.|node_modules|coverage/.test(entry.name))
    .map(({ name }) => name);

it("each link of the page on the architecture is named for the path that it leads to, which is there", () => {
  expect(links.length).toBeGreaterThan(80);
  const wrong = links.filter(({ text, target }) => {
    const path = target.match(/\/(?:blob|tree)\/main\/(.+)$/)?.[1];
    return !target.startsWith(home) || path !== text || !existsSync(join(root, path));
  });
  expect(wrong).toEqual([]);
});

it("paths with a star stand for folders that some have", () => {
  const stars = [...page.matchAll(/`((?:packages|apps)\/\*\/[\w-]+)`/g)].map(([, path = ""]) => path);
  expect(stars.length).toBeGreaterThan(3);
  const idle = stars.filter((path) => {
    const [group = "", , part = ""] = path.split("/");
    return !foldersIn(group).some((each) => existsSync(join(root, group, each, part)));
  });
  expect(idle).toEqual([]);
});

it("every package, every app and every folder beside them is named", () => {
  const folders = [
    ...workspaces().map(({ folder }) => shown(folder)),
    ...foldersIn(".").filter((name) => !["packages", "apps"].includes(name)),
  ];
  expect(folders.length).toBeGreaterThan(15);
  expect(folders.filter((folder) => !named.has(folder))).toEqual([]);
});

it("every folder of generated code is named", () => {
  const folders = foldersIn("packages").flatMap((name) => {
    const folder = `packages/${name}/src/generated`;
    return existsSync(join(root, folder)) ? [folder] : [];
  });
  expect(folders.length).toBeGreaterThan(3);
  expect(folders.filter((folder) => ![...named].some((path) => path.startsWith(folder)))).toEqual([]);
});

describe("the commands of the page", () => {
  const { scripts } = JSON.parse(read(join(root, "package.json"))) as { scripts: Record<string, string> };
  const commands = [...page.matchAll(/n?pn?m (?:run )?([a-z:]+)/g)].map(([, name = ""]) => name);

  it.each([...new Set(commands)])("%s is a script of package.json", (name) => {
    expect(scripts).toHaveProperty([name]);
  });
});

import { join } from "node:path";
import { expect, it } from "vitest";
import { filesUnder, read, root, shown } from "../src/files.ts";

const { scripts } = JSON.parse(read(join(root, "package.json"))) as { scripts: Record<string, string> };
const pages = [
  ...["README.md", "CONTRIBUTING.md"].map((name) => join(root, name)),
  ...filesUnder(join(root, "packages"), /\/README\.md$/),
  ...filesUnder(join(root, "docs"), /\.md$/).filter((path) => !path.includes("/docs/api/")),
];
const builtIn = new Set(["install", "exec", "add", "run", "pack"]);

it.each(pages.map((path) => [shown(path), read(path)]))("every command in %s exists", (_, text) => {
  const code =
    text
      .match(/```sh\n[\s\S]*?```|`[^`\n]+`/g)
      ?.join("\n")
      .replaceAll(/#.*/g, "") ?? "";
  const named = [...code.matchAll(/\b(?:npm run|pnpm(?: run)?) ([a-z][\w:-]*)|\bnpm (test)\b/g)]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((name) => !builtIn.has(name));
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it("the two commands of README.md are npm run demo and npm test", () => {
  expect(read(join(root, "README.md"))).toMatch(/npm run demo[^\n]*\nnpm test/);
});

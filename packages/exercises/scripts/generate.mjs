// Writes src/generated/track.ts from the folders of track/: each holds the text of one exercise with its hints, and what
// a learner starts from, what solves it and, where functions are judged, what calls them, each in both languages.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (...parts) => fileURLToPath(new URL(`../${parts.join("/")}`, import.meta.url));
const read = (...parts) => readFileSync(path("track", ...parts), "utf8");
const sections = /^# (.+)\n([\s\S]+)\n## A question\n([\s\S]+)\n## A rule\n([\s\S]+)\n## A line\n([\s\S]+)$/;

/** Title, text and the three hints of a `text.md`. */
function split(folder) {
  const found = sections.exec(read(folder, "text.md"));
  if (!found) {
    throw new Error(
      `track/${folder}/text.md: expected a title and then the headings "## A question", "## A rule" and "## A line".`,
    );
  }
  const [title, text, ...hints] = found.slice(1).map((part) => part.trim());
  return { title, text, hints };
}

const both = (folder, name) => {
  const files = { typescript: `${name}.ts`, python: `${name}.py` };
  if (!existsSync(path("track", folder, files.typescript))) return undefined;
  return Object.fromEntries(Object.entries(files).map(([language, file]) => [language, read(folder, file)]));
};

const folders = readdirSync(path("track")).filter((name) => /^\d\d-/.test(name));
const sources = folders.map((folder) => [
  folder.slice(3),
  {
    number: Number(folder.slice(0, 2)),
    ...split(folder),
    starter: both(folder, "starter"),
    solution: both(folder, "solution"),
    harness: both(folder, "harness"),
  },
]);
const common = { typescript: read("harness.ts"), python: read("harness.py") };
const target = path("src/generated/track.ts");
writeFileSync(
  target,
  `/** Written by scripts/generate.mjs from the folders of track/. */
export const sources = ${JSON.stringify(Object.fromEntries(sources), null, 2)} as const;

export const commonHarness = ${JSON.stringify(common, null, 2)} as const;
`,
);
execFileSync("biome", ["format", "--write", target], { stdio: "inherit" });

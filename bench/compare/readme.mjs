// The short comparison between two marks of the repository's README; a test holds it against the data.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareTables } from "./tables.mjs";

const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const marks = ["<!-- comparison: node bench/compare/write.mjs -->\n", "<!-- /comparison -->"];

/** What the README shows. */
export const readmeComparison = () => `${compareTables("readme")}\n`;

/** What stands between the marks, or undefined where they are missing. */
export function quotedComparison(text) {
  const [start, end] = marks.map((mark) => text.indexOf(mark));
  return start < 0 || end < start ? undefined : text.slice(start + marks[0].length, end);
}

/** Writes the table between the marks. */
export function writeComparison() {
  const text = readFileSync(readme, "utf8");
  const old = quotedComparison(text);
  if (old === undefined) throw new Error(`README.md has no ${marks[0].trim()} and ${marks[1]}.`);
  writeFileSync(
    readme,
    text.replace(`${marks[0]}${old}`, () => `${marks[0]}${readmeComparison()}`),
  );
}

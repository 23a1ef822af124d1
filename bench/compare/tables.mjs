// The comparison as Markdown. In the docs, files of this repository are linked where they are kept; in the README, by their paths.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { counts } from "../audit/lib/tables.mjs";
import { features, names } from "./features.mjs";

const results = (name) => new URL(`../results/${name}.json`, import.meta.url);
const json = (name) => JSON.parse(readFileSync(fileURLToPath(results(name)), "utf8"));

/** Every row, with what was measured in it. */
export function comparison() {
  const audit = json("audit");
  const asked = Object.fromEntries(
    names.filter((name) => audit.peers[name]).map((name) => [name, counts(audit, name)]),
  );
  return features({ ...json("peers"), audit: asked });
}

const repository = "https://github.com/outgrad/outgrad/blob/main/";

/** Where what shows a cell is found: an address, a path, or undefined for a command. */
export function targetOf(shown, place) {
  if (/^https:/.test(shown)) return shown;
  if (shown.startsWith("audit:")) {
    const anchor = shown.slice("audit:".length);
    return place === "docs" ? `./audit#${anchor}` : `bench/results/audit.md#${anchor}`;
  }
  if (/^(npm|node|MICROGRAD_TS=\S+) /.test(shown)) return undefined;
  return place === "docs" ? `${repository}${shown}` : shown;
}

const row = (cells) => `| ${cells.join(" | ")} |`;

function cellOf({ says, shown }, place, notes) {
  const target = targetOf(shown, place);
  if (target) return `[${says}](${target})`;
  if (!notes.includes(shown)) notes.push(shown);
  return `${says} [${notes.indexOf(shown) + 1}]`;
}

/** The table for the docs, or the short one for the README. */
export function compareTables(place) {
  const rows = comparison().filter(({ short }) => place === "docs" || short);
  const notes = [];
  const lines = rows.map(({ feature, cells }) =>
    row([feature, ...names.map((name) => cellOf(cells[name], place, notes))]),
  );
  return [
    row(["feature", ...names]),
    row(Array(names.length + 1).fill("---")),
    ...lines,
    "",
    ...notes.map((command, i) => `[${i + 1}] \`${command}\`  `),
  ].join("\n");
}

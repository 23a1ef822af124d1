import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cases } from "../../bench/audit/cases/index.mjs";
import { quotedComparison, readmeComparison } from "../../bench/compare/readme.mjs";
import { comparison, targetOf } from "../../bench/compare/tables.mjs";
import { read, root } from "../src/files.ts";

const rows = comparison();
const cells = rows.flatMap(({ feature, cells }) =>
  Object.entries(cells).map(([name, cell]) => ({ where: `${feature}: ${name}`, ...cell })),
);

it("every cell of the comparison says something and names what shows it", () => {
  expect(rows.length).toBeGreaterThan(20);
  const width = Object.keys(rows[0]?.cells ?? {}).length;
  expect(cells.length).toBe(rows.length * width);
  expect(cells.filter(({ says, shown }) => !says || !shown)).toEqual([]);
});

it("every file of ours that a cell names is there", () => {
  const files = cells.filter(({ shown }) => targetOf(shown, "readme") && !/^(https:|audit:)/.test(shown));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter(({ shown }) => !existsSync(join(root, shown)))).toEqual([]);
});

it("every command that a cell names runs a script of ours, or asks npm", () => {
  const commands = cells.filter(({ shown }) => targetOf(shown, "readme") === undefined);
  const wrong = commands.filter(({ shown }) => {
    const [program, script = ""] = shown.replace(/^MICROGRAD_TS=\S+ /, "").split(" ");
    return program === "npm" ? script !== "view" : !existsSync(join(root, script));
  });
  expect(wrong).toEqual([]);
});

it("every case of the audit that a cell names is asked", () => {
  const ids = cases.map(({ id }) => id);
  const named = cells.filter(({ shown }) => shown.startsWith("audit:"));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ shown }) => !ids.includes(shown.slice("audit:".length)))).toEqual([]);
});

it("README.md has the short comparison as node bench/compare/write.mjs puts it", () => {
  expect(quotedComparison(read(join(root, "README.md")))).toBe(readmeComparison());
});

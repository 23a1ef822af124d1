import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as tools from "@outgrad/ops";
import { expect, it } from "vitest";
import { printAll } from "../scripts/print-ops.mjs";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const biome = fromHere("../../../node_modules/.bin/biome");

const ops = (Object.keys(tools.ops) as tools.OpName[]).map(tools.opOf);

it.each(Object.entries(printAll(ops, tools)))(
  "src/%s is what the table gives; else run pnpm generate",
  (path, text) => {
    const file = fromHere(`../src/${path}`);
    const formatted = execFileSync(biome, ["format", `--stdin-file-path=${file}`], {
      input: text,
      encoding: "utf8",
    });
    expect(readFileSync(file, "utf8")).toBe(formatted);
  },
);

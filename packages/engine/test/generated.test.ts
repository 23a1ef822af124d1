import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as formulas from "@outgrad/ops";
import * as float32 from "@outgrad/ops/intrinsics/float32";
import { inFloat32 } from "@outgrad/ops/wasm";
import { expect, it } from "vitest";
import { printAll } from "../scripts/print-ops.mjs";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const biome = fromHere("../../../node_modules/.bin/biome");

const tools = { ...formulas, float32, inFloat32 };
const ops = (Object.keys(formulas.ops) as formulas.OpName[]).map(formulas.opOf);

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

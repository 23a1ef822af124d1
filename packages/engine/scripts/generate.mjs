// Writes src/generated from the op table; needs @outgrad/ops to be built.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as tools from "@outgrad/ops";
import { printAll } from "./print-ops.mjs";

const ops = Object.keys(tools.ops).map((name) => tools.opOf(name));
const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = Object.entries(printAll(ops, tools));
for (const [path, text] of files) writeFileSync(src + path, text);
execFileSync("biome", ["format", "--write", ...files.map(([path]) => src + path)], { stdio: "inherit" });

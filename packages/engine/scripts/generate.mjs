// Writes src/generated from the op table; needs @outgrad/ops to be built.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as formulas from "@outgrad/ops";
import * as float32 from "@outgrad/ops/intrinsics/float32";
import { inFloat32 } from "@outgrad/ops/wasm";
import { printAll } from "./print-ops.mjs";

const tools = { ...formulas, inFloat32, float32 };
const ops = Object.keys(tools.ops).map((name) => tools.opOf(name));
const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = Object.entries(printAll(ops, tools));
for (const [path, text] of files) writeFileSync(src + path, text);
execFileSync("biome", ["format", "--write", ...files.map(([path]) => src + path)], { stdio: "inherit" });

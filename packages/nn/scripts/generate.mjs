// Writes src/generated from src/optim/programs.ts; needs @outgrad/ops to be built. Node 20 reads no TypeScript: rolldown
// takes the types off first.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as formulas from "@outgrad/ops";
import { rolldown } from "rolldown";
import { printRules } from "./print-rules.mjs";

const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
const bundle = await rolldown({ input: source("optim/programs.ts") });
const { output } = await bundle.generate({ format: "esm" });
await bundle.close();
const programs = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
const target = source("generated/rules.ts");
writeFileSync(target, printRules(programs, formulas));
execFileSync("biome", ["format", "--write", target], { stdio: "inherit" });

// Writes dist/sandbox.html.
import { mkdirSync, writeFileSync } from "node:fs";
import { sandboxHtml } from "./html.mjs";

mkdirSync("dist", { recursive: true });
writeFileSync("dist/sandbox.html", await sandboxHtml());

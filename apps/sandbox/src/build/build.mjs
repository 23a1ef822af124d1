// Writes the pages to dist.
import { mkdirSync, writeFileSync } from "node:fs";
import { pageHtml } from "./html.mjs";
import { pages } from "./pages.mjs";

mkdirSync("dist", { recursive: true });
for (const name of Object.keys(pages)) writeFileSync(`dist/${name}`, await pageHtml(name));

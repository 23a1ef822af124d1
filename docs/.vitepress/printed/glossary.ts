import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { glossary } from "@outgrad/demo/glossary";
import { escapeHtml } from "../fences/html.ts";
import { run } from "../fences/run.ts";

// Run, not imported: the demo's source is TypeScript, which Node does not load.
const file = createRequire(import.meta.url).resolve("@outgrad/demo/glossary");
const words = run(readFileSync(file, "utf8")).glossary as typeof glossary;

/** The words that the demo explains where they stand, as a list. */
export function glossaryPage(): string {
  const entries = Object.entries(words).map(([key, meaning]) => {
    const word = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return `<dt id="${word.replaceAll(" ", "-")}"><strong>${word}</strong></dt><dd>${escapeHtml(meaning)}</dd>`;
  });
  return `<dl v-pre>${entries.join("")}</dl>\n`;
}

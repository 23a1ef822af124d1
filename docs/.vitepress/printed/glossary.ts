import glossary from "@outgrad/demo/glossary.json" with { type: "json" };
import { escapeHtml } from "../fences/html.ts";

/** The words that the demo explains where they stand, as a list. */
export function glossaryPage(): string {
  const words = Object.entries(glossary).map(([key, meaning]) => {
    const word = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return `<dt id="${word.replaceAll(" ", "-")}"><strong>${word}</strong></dt><dd>${escapeHtml(meaning)}</dd>`;
  });
  return `<dl v-pre>${words.join("")}</dl>\n`;
}

import { javascript } from "@codemirror/lang-javascript";
import { indentUnit } from "@codemirror/language";
import { Compartment, type Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

/** The languages that the editor knows. */
export type CodeLanguage = "typescript" | "python";

const place = new Compartment();

/** A language as far as it is there at once: Python's comes later. */
export function grammar(language: CodeLanguage): Extension {
  return [indentUnit.of("  "), language === "typescript" ? javascript({ typescript: true }) : place.of([])];
}

/** Fetches what the language still lacks; without it, code is plain text. */
export async function loadGrammar(view: EditorView, language: CodeLanguage): Promise<void> {
  if (language !== "python") return;
  try {
    const { python } = await import("@codemirror/lang-python");
    view.dispatch({ effects: place.reconfigure(python()) });
  } catch {
    // The text can be written and run all the same.
  }
}

/**
 * A field for code with colours, line numbers and marks at mistakes. Large: import it when one is wanted.
 * @packageDocumentation
 */
export type { EditorView } from "@codemirror/view";
export type { CodeLanguage } from "./grammar.ts";
export type { Mistake } from "./mistake.ts";
export { goToLine, openEditor, type Purpose, setMistakes, setText } from "./view.ts";

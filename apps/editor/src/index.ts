/**
 * A field for TypeScript with colours, line numbers and marks at mistakes. Large: import it when one is wanted.
 * @packageDocumentation
 */
export type { EditorView } from "@codemirror/view";
export type { Mistake } from "./mistake.ts";
export { openEditor, type Purpose, setMistakes, setText } from "./view.ts";

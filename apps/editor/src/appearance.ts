import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Colours are the page's tokens, so both themes follow the page. */
const words = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--data)", fontWeight: "600" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--grad)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--good)" },
  { tag: [tags.typeName, tags.className, tags.namespace], color: "var(--slope)" },
  { tag: [tags.comment], color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.invalid], color: "var(--bad)", textDecoration: "underline wavy" },
]);

const surface = EditorView.theme({
  "&": {
    color: "var(--text)",
    backgroundColor: "var(--sunken)",
    border: "1px solid var(--edge)",
    borderRadius: "8px",
    fontSize: "15px",
  },
  // The class comes a moment after the focus.
  "&.cm-focused, &:focus-within": { outline: "2px solid var(--data)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "24px", fontVariantLigatures: "none" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 12px 0 8px" },
  ".cm-gutters": {
    backgroundColor: "transparent",
    color: "var(--muted)",
    border: "none",
    fontSize: "13px",
  },
  ".cm-activeLine": { backgroundColor: "color-mix(in oklab, var(--data) 7%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--text)" },
  "& ::selection": { backgroundColor: "color-mix(in oklab, var(--data) 30%, transparent)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--edge)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--surface)",
    color: "var(--text)",
    border: "1px solid var(--edge)",
    borderRadius: "8px",
    fontFamily: "var(--sans)",
    fontSize: "14px",
    maxWidth: "min(420px, 90vw)",
  },
  ".cm-diagnostic": { padding: "8px 12px", borderLeft: "3px solid var(--bad)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--edge)" },
  ".cm-lintRange-info": {
    backgroundImage: "none",
    textDecoration: "underline dotted var(--muted) 2px",
    textUnderlineOffset: "4px",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--bad) 2px",
    textUnderlineOffset: "4px",
  },
});

/** How code looks. */
export const appearance: Extension = [surface, syntaxHighlighting(words)];

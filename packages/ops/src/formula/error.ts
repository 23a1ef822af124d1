import type { Span } from "./ast.js";

/** What is wrong with a formula, in one sentence, with the line of the formula and a caret under the mistake. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
  /** The sentence alone, without the picture. */
  readonly reason: string;
  /** The text that was read. */
  readonly text: string;
  /** Where the mistake stands in the text. */
  readonly span: Span;

  constructor(reason: string, text: string, span: Span) {
    super(`${reason}\n${caret(text, span)}`);
    this.reason = reason;
    this.text = text;
    this.span = span;
  }
}

/** The line that holds the span, and under it a row of carets: the picture that every message ends with. */
export function caret(text: string, [start, end]: Span): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const nextBreak = text.indexOf("\n", start);
  const line = text.slice(lineStart, nextBreak < 0 ? text.length : nextBreak);
  const column = start - lineStart;
  const width = Math.max(1, Math.min(end, lineStart + line.length) - start);
  // Tabs are kept, so that the caret stands under its character whatever a tab's width is.
  const indent = line.slice(0, column).replace(/[^\t]/g, " ");
  return `  ${line}\n  ${indent}${"^".repeat(width)}`;
}

import { type Expression, expression } from "@outgrad/engine";
import { caret, FormulaError, type Span } from "@outgrad/ops";

/** What is wrong with a text, and where. */
export interface Mistake {
  readonly sentence: string;
  readonly span: Span;
  /** The line with carets under the mistake. */
  readonly picture: string;
}

/** A text read: a function of its leaves, or a mistake. */
export type Compiled = { readonly expression: Expression } | { readonly mistake: Mistake };

/** A leaf that nobody has given a number starts at 1. */
export const usualLeaf = 1;

/** Longer texts are refused; what is longer is no longer looked at as a graph. */
export const longestText = 4000;

/** Reads a text. Whatever is typed or linked, the answer is an expression or a sentence. */
export function compile(text: string): Compiled {
  if (text.length > longestText) {
    return mistake(
      text,
      [longestText, text.length],
      `The text is longer than ${longestText} characters; shorten it.`,
    );
  }
  try {
    const read = expression(text);
    if (read.names.length === 0) {
      const sentence =
        "There is no name in it, so there is nothing to differentiate; write one, such as x * x.";
      return mistake(text, [0, text.length], sentence);
    }
    // Some mistakes show only when it runs: a leaf where a plain number must stand.
    read(Object.fromEntries(read.names.map((name) => [name, usualLeaf])));
    return { expression: read };
  } catch (error) {
    if (error instanceof FormulaError) return mistake(text, error.span, error.reason);
    throw error;
  }
}

function mistake(text: string, span: Span, sentence: string): Compiled {
  return { mistake: { sentence, span, picture: caret(text, span) } };
}

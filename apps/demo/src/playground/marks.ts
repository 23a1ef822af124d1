import type { Span } from "@outgrad/ops";

/** A part of the text to draw in a certain way. */
export interface Mark {
  readonly span: Span;
  readonly kind: "active" | "error";
}

/** A stretch of text with the kinds of all marks that cover it. */
export interface Piece {
  readonly text: string;
  readonly kinds: readonly Mark["kind"][];
}

/** Cuts a text at the edges of its marks, so that each piece is drawn in one way. Empty marks cover one character. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const inText = (at: number) => Math.max(0, Math.min(text.length, at));
  const shown = marks.map(({ span: [start, end], kind }) => ({
    start: inText(start),
    end: inText(Math.max(end, start + 1)),
    kind,
  }));
  const edges = [...new Set([0, text.length, ...shown.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).map((end, i) => {
    const start = edges[i] as number;
    const kinds = shown.filter((mark) => mark.start <= start && end <= mark.end).map((mark) => mark.kind);
    return { text: text.slice(start, end), kinds };
  });
}

/** The index in a text of a place given by line and column, or undefined beside the text. */
export function indexAt(text: string, line: number, column: number): number | undefined {
  const lines = text.split("\n");
  const found = lines[line];
  if (found === undefined || column < 0 || column >= found.length) return undefined;
  return lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, column);
}

/** The key of the shortest span around an index: the innermost part of the expression that holds it. */
export function innermost<K>(spans: Iterable<readonly [K, Span]>, index: number): K | undefined {
  let best: K | undefined;
  let width = Number.POSITIVE_INFINITY;
  for (const [key, [start, end]] of spans) {
    if (start <= index && index < end && end - start < width) {
      best = key;
      width = end - start;
    }
  }
  return best;
}

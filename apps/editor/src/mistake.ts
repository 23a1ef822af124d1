/** Something to say about a place in the code. */
export interface Mistake {
  readonly sentence: string;
  /** Whether the code is right and there is only something to add. */
  readonly isNote?: boolean;
  /** From 1; a mistake without a place is about the whole code. */
  readonly line?: number;
  /** From 1; without it the mistake is about the whole line. */
  readonly column?: number;
}

/** A mistake as a stretch of the text, from a character to another. */
export interface Marked {
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
  readonly isNote: boolean;
}

/** Where mistakes are in a text; places that the text does not have are moved to the nearest that it has. */
export function markedIn(text: string, mistakes: readonly Mistake[]): Marked[] {
  const lines = text.split("\n");
  const starts = lines.map((_, i) => lines.slice(0, i).reduce((sum, line) => sum + line.length + 1, 0));
  return mistakes
    .map(({ sentence, isNote = false, line = 1, column }) => {
      const row = Math.min(Math.max(line, 1), lines.length) - 1;
      const [start, found] = [starts[row] as number, lines[row] as string];
      const end = start + found.length;
      if (column === undefined) return { from: start + found.search(/\S|$/), to: end, sentence, isNote };
      const from = Math.min(start + Math.max(column, 1) - 1, end);
      const word = /^[\w$]+|^./.exec(text.slice(from, end))?.[0] ?? "";
      return { from, to: from + word.length, sentence, isNote };
    })
    .sort((a, b) => a.from - b.from);
}
